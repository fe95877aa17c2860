import { basename, join } from 'node:path';
import type { CustomerRow } from '../../../src/domain/credits/customer.ts';
import type { RowOutcome } from '../../../src/domain/credits/row.ts';
import type { Verdict } from '../../../src/domain/credits/verdict.ts';
import type { PolicyInPeriod } from '../../../src/domain/credits/credits.ts';
import { onSignal } from '../signals.ts';
import type { Unmatched } from './affected.ts';
import { makeFolder, writingTrouble } from './out-folder.ts';
import { csvReport } from './report-csv.ts';
import { type ReportFile, publishAll, reportFile } from './report-file.ts';
import { htmlReport } from './report-html.ts';
import { jsonReport } from './report-json.ts';
import type { Tally } from './tally.ts';

/** One row with what came of it. */
export interface ReportedRow {
  row: number;
  customer: CustomerRow;
  verdict: Verdict;
  outcome: RowOutcome;
}

/** What stands at the head of every report. */
export interface ReportHead {
  /** The period as it was asked for. */
  period: string;
  /** The policy, where only one was asked for. */
  only: string | undefined;
  site: string;
  policies: readonly PolicyInPeriod[];
  /** Whether the period is not over yet; what is still to come is then missing. */
  unfinished: boolean;
  now: number;
}

/** What is known when the last row has been read. */
export interface ReportEnd {
  tally: Tally;
  /** How many rows the list has. */
  rows: number;
  /** What of the list of affected accounts concerns nobody in the list. */
  unmatched: readonly Unmatched[];
}

/** One form of the report. Rows come in the order of the list; the sums are known only at the end. */
export interface ReportForm {
  row: (row: ReportedRow) => void;
  end: (end: ReportEnd) => void;
}

export const reportFormats = ['csv', 'json', 'html'] as const;
export type ReportFormat = (typeof reportFormats)[number];

const forms: Record<ReportFormat, (file: ReportFile, head: ReportHead) => ReportForm> = {
  csv: csvReport,
  json: jsonReport,
  html: htmlReport,
};

/** Where a report is to lie, and in which formats. */
export interface ReportPlace {
  folder: string;
  formats: readonly ReportFormat[];
}

export interface WrittenFile {
  name: string;
  path: string;
}

export interface WrittenReport extends ReportEnd {
  files: readonly WrittenFile[];
}

/** What a report is about, in its name: that of one policy is another one than that of all. */
export const reportName = ({ period, only }: Pick<ReportHead, 'period' | 'only'>): string => (only ? `${period}-${only}` : period);

export const reportFileName = (head: ReportHead, format: ReportFormat): string => `credits-${reportName(head)}.${format}`;

/**
 * Writes a report in all its formats, beside the places where the files will be, and then puts all of them there. `fill` gives it the
 * rows. Whatever goes wrong, and whoever ends the process: what was there before is still there, and nothing else.
 * @throws Error
 */
export async function writeReport(
  { folder, formats }: ReportPlace,
  head: ReportHead,
  fill: (onRow: (row: ReportedRow) => void) => Promise<ReportEnd>,
): Promise<WrittenReport> {
  const files: ReportFile[] = [];
  const discard = (): void => files.forEach((file) => file.discard());
  const forget = onSignal(discard);
  try {
    makeFolder(folder);
    const open = formats.map((format) => {
      const file = reportFile(join(folder, reportFileName(head, format)));
      files.push(file);
      return forms[format](file, head);
    });
    const end = await fill((row) => {
      for (const form of open) form.row(row);
    });
    for (const form of open) form.end(end);
    for (const file of files) file.close();
    publishAll(files);
    return { ...end, files: files.map(({ path }) => ({ name: basename(path), path })) };
  } catch (error) {
    discard();
    throw writingTrouble(error, folder);
  } finally {
    forget();
  }
}
