import { basename, join } from 'node:path';
import { onSignal } from '../../signals.ts';
import { makeFolder, writingError } from './out-folder.ts';
import type { ReportEnd, ReportForm, ReportHead, ReportedRow } from '../assess/reported-row.ts';
import { type ExportFormat, exports } from '../export/exports.ts';
import { type ReportFile, publishAll, reportFile } from './report-file.ts';

export const reportFormats = ['csv', 'json', 'html', 'xlsx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Each is loaded where somebody wants it: what writes workbooks takes as long as ten thousand rows. */
const forms: Record<
  ReportFormat,
  () => Promise<(file: ReportFile, head: ReportHead) => ReportForm>
> = {
  csv: async () => (await import('./report-csv.ts')).csvReport,
  json: async () => (await import('./report-json.ts')).jsonReport,
  html: async () => (await import('./report-html.ts')).htmlReport,
  xlsx: async () => (await import('./report-xlsx.ts')).xlsxReport,
};

/** Where a report is to lie, and in which formats. */
export interface ReportPlace {
  folder: string;
  formats: readonly ReportFormat[];
}

interface WrittenFile {
  name: string;
  path: string;
  sha256: string;
}

/** What is written beside the formats: `open` makes a file that is published with all others. */
export interface Beside {
  forms: (open: (path: string, after?: string) => ReportFile) => readonly ReportForm[];
  /** The last files, which are about all others. */
  last: (
    files: readonly WrittenFile[],
    end: ReportEnd,
  ) => readonly { path: string; text: string }[];
}

export interface WrittenReport extends ReportEnd {
  files: readonly WrittenFile[];
}

/** What a report is about, in its name: that of one policy is another one than that of all. */
export const reportName = ({ period, only }: Pick<ReportHead, 'period' | 'only'>): string =>
  only ? `${period}-${only}` : period;

export const reportFileName = (
  head: Pick<ReportHead, 'period' | 'only'>,
  format: ReportFormat,
): string => `credits-${reportName(head)}.${format}`;

/** The name of the file with the seal of a report, and of that with what is to be granted. */
export const sealFileName = (head: Pick<ReportHead, 'period' | 'only'>): string =>
  `credits-${reportName(head)}.seal.json`;
export const exportFileName = (
  head: Pick<ReportHead, 'period' | 'only'>,
  format: ExportFormat,
): string => `credits-${reportName(head)}-${exports[format].ending}`;
export const letterFileName = (
  head: Pick<ReportHead, 'period' | 'only'>,
  ending: 'jsonl' | 'html',
): string => `credits-${reportName(head)}-letters.${ending}`;
export const summaryFileName = (head: Pick<ReportHead, 'period' | 'only'>): string =>
  `credits-${reportName(head)}-summary.html`;
export const ratesFileName = (head: Pick<ReportHead, 'period' | 'only'>): string =>
  `credits-${reportName(head)}-rates.csv`;
export const grantsFileName = (head: Pick<ReportHead, 'period' | 'only'>): string =>
  `credits-${reportName(head)}-grants.csv`;

/**
 * Writes a report in all its formats, beside the places where the files will be, and then puts all of them there. `fill` gives it the
 * rows. Whatever goes wrong, and whoever ends the process: what was there before is still there, and nothing else.
 * @throws Error
 */
export async function writeReport(
  { folder, formats }: ReportPlace,
  head: ReportHead,
  beside: Beside,
  fill: (onRow: (row: ReportedRow) => void) => Promise<ReportEnd>,
): Promise<WrittenReport> {
  const files: ReportFile[] = [];
  const discard = (): void => files.forEach((file) => file.discard());
  const forget = onSignal(discard);
  const openFile = (path: string, after?: string): ReportFile => {
    const file = reportFile(path, after);
    files.push(file);
    return file;
  };
  try {
    makeFolder(folder);
    const open: ReportForm[] = [];
    for (const format of formats) {
      const form = await forms[format]();
      open.push(form(openFile(join(folder, reportFileName(head, format))), head));
    }
    open.push(...beside.forms(openFile));
    const end = await fill((row) => {
      for (const form of open) form.row(row);
    });
    for (const form of open) await form.end(end);
    for (const file of files) file.close();
    const written = files.map((file) => ({
      name: basename(file.path),
      path: file.path,
      sha256: file.sha256(),
    }));
    for (const { path, text } of beside.last(written, end)) {
      const last = openFile(path);
      last.write(text);
      last.close();
    }
    publishAll(files);
    return { ...end, files: written };
  } catch (error) {
    discard();
    throw writingError(error, folder);
  } finally {
    forget();
  }
}
