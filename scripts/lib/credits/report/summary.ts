import type { PolicyInPeriod } from '../../../../src/domain/credits/downtime/policy-in-period.ts';
import { otherLastDays } from '../../../../src/domain/credits/downtime/rolling.ts';
import { moneyText } from '../../../../src/domain/credits/exact/money.ts';
import type { Claims } from '../list/claims.ts';
import type { Affected } from '../list/affected.ts';
import type { Unmatched } from '../list/by-account.ts';
import { count } from '../../report.ts';
import { publicReviewText } from '../explain/phrases.ts';
import type { ReportHead, ReportedRow } from '../assess/reported-row.ts';
import type { WrittenReport } from './write-report.ts';
import {
  type CurrencyTotal,
  expiredText,
  expiredTotals,
  owedTotals,
  rowsOf,
  totalText,
} from '../assess/tally.ts';

const mostShown = 10;

/** Collects what is wrong with rows, for the terminal: row numbers and reasons, and nothing that stands in a row. */
export function reviewNotes(file: string): {
  note: (row: ReportedRow) => void;
  text: () => string;
} {
  const shown: string[] = [];
  let count = 0;
  return {
    note({ row, outcome }) {
      if (outcome.state !== 'needs_review') return;
      count++;
      if (shown.length < mostShown)
        shown.push(`${file}, row ${row}: ${outcome.reviews.map(publicReviewText).join(' ')}`);
    },
    text: () =>
      count
        ? `${shown.join('\n')}\n${count > shown.length ? `And ${count - shown.length} more; the report has them all.\n` : ''}`
        : '',
  };
}

/** Numbers in order, those that follow each other as a span: 2, 4 to 7. */
function spansText(numbers: readonly number[]): string[] {
  const spans: [first: number, last: number][] = [];
  for (const number of numbers) {
    const open = spans.at(-1);
    if (open?.[1] === number - 1) open[1] = number;
    else spans.push([number, number]);
  }
  return spans.map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
}

/** Which rows of the list of affected accounts concern nobody, by their numbers. Empty if all of them do. */
export function unmatchedText(
  unmatched: readonly Unmatched[],
  { file }: Affected,
  customers: string,
): string {
  if (unmatched.length === 0) return '';
  const spans = spansText(unmatched.map(({ row }) => row));
  const more = spans.length > mostShown ? ' and more, which the reports in JSON and HTML name' : '';
  const isOne = unmatched.length === 1;
  const what = isOne
    ? '1 row names an account that is'
    : `${unmatched.length} rows name accounts that are`;
  const which = `${isOne ? 'row' : 'rows'} ${spans.slice(0, mostShown).join(', ')}${more}`;
  return `${file}: ${what} not in ${customers}, and nothing is worked out for ${isOne ? 'it' : 'them'}: ${which}. Expected: ids as they stand there, capital letters included.\n`;
}

/** Which claims concern nobody, by the numbers of their rows. Empty if all of them do. */
export function unmatchedClaimsText({ file, unmatched }: Claims, customers: string): string {
  const rows = unmatched();
  if (rows.length === 0) return '';
  const spans = spansText(rows.map(({ row }) => row));
  return `${file}: ${count(rows.length, 'claim')} of nobody in ${customers}: ${rows.length === 1 ? 'row' : 'rows'} ${spans.slice(0, mostShown).join(', ')}${spans.length > mostShown ? ' and more' : ''}. Expected: ids as they stand there, capital letters included.\n`;
}

/** How the sum of a currency is made up, where some of it has to be asked for. */
const partsOf = ({ decimals, automatic, claimable, claimed, goodwill }: CurrencyTotal): string => {
  const parts = Object.entries({
    automatic,
    claimable,
    claimed,
    goodwill,
  }).filter(([, minor]) => minor > 0n);
  return claimable + claimed > 0n
    ? `: ${parts.map(([name, minor]) => `${moneyText(minor, decimals)} ${name}`).join(', ')}`
    : '';
};

/** The days that a policy looked at; of rolling days, also the others that the site speaks of. */
function daysText(one: PolicyInPeriod, { asked }: ReportHead): string[] {
  const { policy, period } = one;
  const others = otherLastDays(one, asked).map((day) => day.toString());
  return [
    `${policy.id}: ${period.first.toString()} to ${period.last.toString()} in ${policy.period.zone}.`,
    ...(others.length
      ? [
          `${policy.id}: the site also speaks of the days up to ${others.join(', ')}. Run it for each of these too: --period ${others[0]}.`,
        ]
      : []),
  ];
}

/** What was looked at, counts, totals and files. It names no customer. */
export function summary(head: ReportHead, { tally, rows, files }: WrittenReport): string {
  const totals = owedTotals(tally).map(
    (total) =>
      `  ${total.currency} ${totalText(total)} for ${count(total.rows, 'row')}${partsOf(total)}`,
  );
  const expired = expiredTotals(tally).map(
    (total) =>
      `  ${total.currency} ${expiredText(total)} expired, for ${count(total.expiredRows, 'row')}: the last day to ask for it is over. It is in no other sum.`,
  );
  return [
    ...(head.unfinished
      ? ['The period is not over. What is still to come is not in the report.']
      : []),
    ...(head.only === undefined
      ? []
      : [
          `Only the policy ${head.only} was asked for. What other policies give is not in the report.`,
        ]),
    ...head.readAs.map((text) => `The list was read as one that writes ${text}.`),
    ...head.policies.flatMap((one) => daysText(one, head)),
    `${count(rows, 'row')} in, ${count(rowsOf(tally), 'row')} out: ${tally.flagged} flagged, ${tally.expired ? `${tally.expired} expired, ` : ''}${tally.not_flagged} not flagged, ${tally.needs_review} ${tally.needs_review === 1 ? 'needs' : 'need'} review.`,
    ...totals,
    ...expired,
    ...files.map(({ path }) => path),
    '',
  ].join('\n');
}

/** So many rows between two words on how far it is. */
const every = 50_000;
const everyInLogs = 250_000;

const onTerminal = process.stderr.isTTY;

/** Clears the line on a terminal, when all rows have been read. */
export function endProgress(): void {
  if (onTerminal) process.stderr.write('\r\u001B[K');
}

/** Says on standard error how many rows have been read: on a terminal in one line, in a log now and then. */
export function progress(row: number): void {
  if (onTerminal && row % every === 0) process.stderr.write(`\r\u001B[K${row} rows …`);
  else if (!onTerminal && row % everyInLogs === 0) process.stderr.write(`${row} rows …\n`);
}
