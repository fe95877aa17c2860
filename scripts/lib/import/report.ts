import type { Fate, Loss } from './losses.ts';

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

const fates: readonly Fate[] = ['dropped', 'guessed', 'for a person'];

const counts = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(values, (value) => value)).map(([value, all]) => [
      value,
      all?.length ?? 0,
    ]),
  );

export const totalsOf = (reports: readonly FileReport[]) => ({
  files: reports.length,
  imported: counts(reports.flatMap(({ kind }) => kind ?? [])),
  leftOut: reports.filter(({ became, failed }) => !became && !failed).length,
  failed: reports.filter(({ failed }) => failed).length,
  losses: {
    ...Object.fromEntries(fates.map((fate) => [fate, 0])),
    ...counts(reports.flatMap(({ losses }) => losses.map(({ fate }) => fate))),
  } as Record<Fate, number>,
});

export type Totals = ReturnType<typeof totalsOf>;

function block({ file, became, kind, failed, losses }: FileReport): string {
  const outcome = became
    ? `${became}${kind ? ` (${kind})` : ''}`
    : failed
      ? 'not imported'
      : 'left out';
  const lines = fates.flatMap((fate) =>
    losses.filter((loss) => loss.fate === fate).map(({ text }) => `  ${fate}: ${text}`),
  );
  return [`${file} → ${outcome}`, ...lines].join('\n');
}

/** So often is the same kind of loss a pattern, which a person sees sooner at the end than file by file. */
const often = 10;

/** Kinds of losses that many files have, the most frequent first, with one of them as an example. */
function patterns(reports: readonly FileReport[]): string[] {
  const kinds = Map.groupBy(
    reports.flatMap(({ losses }) => losses),
    ({ code }) => code,
  );
  return [...kinds.values()]
    .filter((all) => all.length >= often)
    .sort((a, b) => b.length - a.length)
    .map((all) => `${all.length} times ${all[0]?.fate}, such as: ${all[0]?.text}\n`);
}

/** For a person: file by file, what was dropped, what was guessed, what is left to do, and the totals. */
export function asText(reports: readonly FileReport[]): string {
  const { files, imported, leftOut, failed, losses } = totalsOf(reports);
  const kinds = Object.entries(imported).map(([kind, count]) => `${count} ${kind}`);
  const outcomes = [...kinds, `${leftOut} left out`, `${failed} not imported`].join(', ');
  const lost = fates.map((fate) => `${fate}: ${losses[fate]}`).join(', ');
  return `${reports.map(block).join('\n')}\n\n${files} files: ${outcomes}.\n${lost}.\n${patterns(reports).join('')}`;
}

/** For a machine. */
export const asJson = (reports: readonly FileReport[]): string =>
  `${JSON.stringify({ version: 1, files: reports, totals: totalsOf(reports) }, null, 2)}\n`;
