import { type Fate, type Loss } from './loss.ts';

/** What became of one file of the old site. */
export interface FileReport {
  file: string;
  /** The file of the record that it became; `undefined` if it became none. */
  became?: string | undefined;
  kind?: string | undefined;
  /** It should have become one, and could not. */
  failed: boolean;
  losses: Loss[];
}

export interface Totals {
  files: number;
  imported: Record<string, number>;
  leftOut: number;
  failed: number;
  losses: Record<Fate, number>;
}

export function totalsOf(reports: readonly FileReport[]): Totals {
  const imported: Record<string, number> = {};
  const losses: Record<Fate, number> = { dropped: 0, guessed: 0, 'for a person': 0 };
  for (const { kind, losses: noted } of reports) {
    if (kind) imported[kind] = (imported[kind] ?? 0) + 1;
    for (const { fate } of noted) losses[fate]++;
  }
  const failed = reports.filter((report) => report.failed).length;
  return {
    files: reports.length,
    imported,
    leftOut: reports.filter(({ became, failed: bad }) => !became && !bad).length,
    failed,
    losses,
  };
}

const fates: readonly Fate[] = ['dropped', 'guessed', 'for a person'];

const title = ({ file, became, kind, failed }: FileReport): string =>
  became
    ? `${file} → ${became}${kind ? ` (${kind})` : ''}`
    : `${file} → ${failed ? 'not imported' : 'left out'}`;

function summary(reports: readonly FileReport[]): string {
  const { files, imported, leftOut, failed, losses } = totalsOf(reports);
  const kinds = Object.entries(imported).map(([kind, count]) => `${count} ${kind}`);
  const counts = [...kinds, `${leftOut} left out`, `${failed} not imported`].join(', ');
  return `${files} files: ${counts}.\n${fates.map((fate) => `${fate}: ${losses[fate]}`).join(', ')}.\n`;
}

/** For a person: file by file, what was dropped, what was guessed, what is left to do, and the totals. */
export function asText(reports: readonly FileReport[]): string {
  const blocks = reports.map((report) => {
    const lines = fates.flatMap((fate) =>
      report.losses.filter((loss) => loss.fate === fate).map(({ text }) => `  ${fate}: ${text}`),
    );
    return [title(report), ...lines].join('\n');
  });
  return `${blocks.join('\n')}\n\n${summary(reports)}`;
}

/** For a machine. */
export const asJson = (reports: readonly FileReport[]): string =>
  `${JSON.stringify({ version: 1, files: reports, totals: totalsOf(reports) }, null, 2)}\n`;
