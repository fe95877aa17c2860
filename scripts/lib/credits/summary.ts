import { publicReviewText } from './words.ts';
import type { ReportedRow, WrittenFile } from './report.ts';
import { type Tally, rowsOf, totalText, totalsOf } from './tally.ts';

const mostShown = 10;

/** Collects what is wrong with rows, for the terminal: row numbers and reasons, and nothing that stands in a row. */
export function rowTroubles(file: string): { note: (row: ReportedRow) => void; text: () => string } {
  const shown: string[] = [];
  let count = 0;
  return {
    note({ row, outcome }) {
      if (outcome.state !== 'needs_review') return;
      count++;
      if (shown.length < mostShown) shown.push(`${file}, row ${row}: ${outcome.reviews.map(publicReviewText).join(' ')}`);
    },
    text: () =>
      count ? `${shown.join('\n')}\n${count > shown.length ? `And ${count - shown.length} more; the report has them all.\n` : ''}` : '',
  };
}

export interface Outcome {
  tally: Tally;
  rows: number;
  files: readonly WrittenFile[];
  unfinished: boolean;
}

/** Counts, totals and files. It names no customer. */
export function summary({ tally, rows, files, unfinished }: Outcome): string {
  const totals = totalsOf(tally).map(
    (total) => `  ${total.currency} ${totalText(total)} for ${total.rows} ${total.rows === 1 ? 'row' : 'rows'}`,
  );
  return [
    ...(unfinished ? ['The period is not over. What is still to come is not in the report.'] : []),
    `${rows} rows in, ${rowsOf(tally)} rows out: ${tally.flagged} flagged, ${tally.not_flagged} not flagged, ${tally.needs_review} need review.`,
    ...totals,
    ...files.map(({ path }) => path),
    '',
  ].join('\n');
}
