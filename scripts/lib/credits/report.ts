import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CustomerRow } from '../../../src/domain/credits/customer.ts';
import type { RowOutcome } from '../../../src/domain/credits/row.ts';
import type { Verdict } from '../../../src/domain/credits/verdict.ts';
import type { PolicyInPeriod } from '../../../src/domain/credits/credits.ts';
import { csvReport } from './report-csv.ts';
import { type ReportFile, reportFile } from './report-file.ts';
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
  site: string;
  policies: readonly PolicyInPeriod[];
  /** Whether the period is not over yet; what is still to come is then missing. */
  unfinished: boolean;
  now: number;
}

/** One form of the report. Rows come in the order of the list; the sums are known only at the end. */
export interface ReportForm {
  row: (row: ReportedRow) => void;
  end: (tally: Tally, rows: number) => void;
}

export const reportFormats = ['csv', 'json', 'html'] as const;
export type ReportFormat = (typeof reportFormats)[number];

const forms: Record<ReportFormat, (file: ReportFile, head: ReportHead) => ReportForm> = {
  csv: csvReport,
  json: jsonReport,
  html: htmlReport,
};

export interface WrittenFile {
  name: string;
  path: string;
}

export interface Report {
  row: (row: ReportedRow) => void;
  /** Puts all files in their places, or none of them if one cannot be finished. */
  publish: (tally: Tally, rows: number) => WrittenFile[];
  /** Leaves nothing behind. */
  discard: () => void;
}

/** Opens a report in `folder`, in all the formats, beside the places where the files will be. */
export function openReport(folder: string, formats: readonly ReportFormat[], head: ReportHead): Report {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files: ReportFile[] = [];
  const discard = (): void => files.forEach((file) => file.discard());
  try {
    const open = formats.map((format) => {
      const file = reportFile(join(folder, `credits-${head.period}.${format}`));
      files.push(file);
      return forms[format](file, head);
    });
    return {
      row: (row) => {
        for (const form of open) form.row(row);
      },
      publish(tally, rows) {
        open.forEach((form) => form.end(tally, rows));
        files.forEach((file) => file.close());
        files.forEach((file) => file.publish());
        return files.map((file) => ({ name: basename(file.path), path: file.path }));
      },
      discard,
    };
  } catch (error) {
    discard();
    throw error;
  }
}
