import { count } from '../../report.ts';
import { privateMark } from '../../../../src/record/files/private-text.ts';
import { moneyText } from '../../../../src/domain/credits/exact/money.ts';
import { assessmentSteps } from '../explain/arithmetic.ts';
import { instantText } from '../../../../src/domain/time.ts';
import { memoizedByVerdict } from '../assess/verdict-memory.ts';
import { escaped, lineHtml, listHtml, rowOfTable, section, stepsHtml, tableHtml } from './html.ts';
import { moneySteps } from '../explain/money-steps.ts';
import type { ReportFile } from './report-file.ts';
import type { ReportEnd, ReportForm, ReportHead, ReportedRow } from '../assess/reported-row.ts';
import { pageBegin, pageEnd } from '../explain/private-page.ts';
import { reportStyle } from './report-style.ts';
import { expiredText, expiredTotals, owedTotals, rowsOf, totalText } from '../assess/tally.ts';
import { type TotalSources, totalSources } from './totals.ts';
import { capText, nothingText, reviewText, ruleInShort } from '../explain/phrases.ts';

/** The page lists at most so many rows of each state, so that a browser can search and print it. The other formats have all rows. */
export const mostRowsListed = 5000;

/** The part of the arithmetic that all rows with the same verdict share. */
const sharedSteps = ({ verdict }: ReportedRow): { html: string } => ({
  html: verdict.assessments
    .map(
      (assessment) =>
        `<h3>${escaped(assessment.policy.id)}</h3>${stepsHtml(assessmentSteps(assessment))}`,
    )
    .join(''),
});

const placeText = ({
  customer: { plan, service, region, line, covered_from: from, covered_to: to },
}: ReportedRow): string =>
  [plan, service, region, line, from || to ? `${from || '…'} to ${to || '…'}` : '']
    .filter(Boolean)
    .join(' · ');

const reasonText = ({ outcome }: ReportedRow): string =>
  outcome.state === 'needs_review'
    ? outcome.reviews.map(reviewText).join('; ')
    : outcome.state === 'not_flagged'
      ? nothingText(outcome.nothing)
      : '';

/** What a row is owed, or was until a day that is over. */
function amountText({ verdict, outcome, customer }: ReportedRow): string {
  if (!('given' in outcome)) return '';
  const code = verdict.currency?.code ?? customer.currency;
  const amount = outcome.state === 'flagged' ? outcome.total : outcome.expired;
  return `${moneyText(amount, verdict.currency?.decimals ?? 2)} ${code}`;
}

/** The first day on which asking for what is owed ends. */
const untilText = ({ outcome }: ReportedRow): string =>
  'given' in outcome
    ? (outcome.given
        .flatMap(({ assessment: { deadline } }) => deadline?.toString() ?? [])
        .sort()[0] ?? 'without asking')
    : '';

const arithmeticOf = (row: number): string => `row-${row}`;

/** The row in a table. */
const cellsHtml = (reported: ReportedRow): string =>
  rowOfTable([
    `<a href="#${arithmeticOf(reported.row)}">${reported.row}</a>`,
    escaped(reported.customer.id),
    escaped(placeText(reported)),
    escaped(`${reported.customer.fee} ${reported.customer.currency}`.trim()),
    `<strong>${escaped(amountText(reported))}</strong>`,
    escaped(untilText(reported) || reasonText(reported)),
  ]);

/** The arithmetic of a row, which opens. */
function rowHtml(reported: ReportedRow, shared: (row: ReportedRow) => { html: string }): string {
  const { row, verdict, outcome, customer } = reported;
  const code = verdict.currency?.code ?? customer.currency;
  return lineHtml({
    what: `row ${row}`,
    id: arithmeticOf(row),
    about: customer.id,
    more: placeText(reported),
    why: reasonText(reported),
    number: amountText(reported),
    inside: `${shared(reported).html}<h3>Fee ${escaped(customer.fee)} ${escaped(code)}${reported.reduced === undefined ? '' : ` = ${escaped(reported.reduced)}`}</h3>${stepsHtml(moneySteps(verdict, outcome))}`,
  });
}

const totalsHtml = ({ tally }: ReportEnd, sources: TotalSources): string =>
  owedTotals(tally)
    .map((total) =>
      lineHtml({
        what: total.currency,
        about: count(total.rows, 'row'),
        more: total.goodwill > 0n ? 'with goodwill' : '',
        why: '',
        number: `${totalText(total)} ${total.currency}`,
        inside: stepsHtml(sources.steps(total)),
      }),
    )
    .join('\n');

const expiredHtml = ({ tally }: ReportEnd, sources: TotalSources): string =>
  expiredTotals(tally)
    .map((total) =>
      lineHtml({
        what: `${total.currency} expired`,
        about: count(total.expiredRows, 'row'),
        more: 'the last day to ask is over; in no other sum',
        why: '',
        number: `${expiredText(total)} ${total.currency}`,
        inside: stepsHtml(sources.expiredSteps(total)),
      }),
    )
    .join('\n');

const policiesHtml = ({ policies }: ReportHead): string =>
  policies
    .map(
      ({ policy, period: { first, last } }) =>
        `<h3>${escaped(policy.id)}</h3>${stepsHtml([
          {
            what: 'Period',
            how: [`${first.toString()} to ${last.toString()} in ${policy.period.zone}`],
          },
          { what: 'Rule', how: [ruleInShort(policy)] },
          { what: 'Cap', how: [capText(policy)] },
        ])}`,
    )
    .join('');

const warnings = ({ unfinished, only, readAs }: ReportHead): string[] => [
  ...readAs.map((text) => `The list was read as one that writes ${text}.`),
  ...(unfinished ? ['The period is not over. What is still to come is not in here.'] : []),
  ...(only === undefined
    ? []
    : [`Only the policy ${only} was asked for. What other policies give is not in here.`]),
];

function unmatchedHtml({ unmatched }: ReportEnd): string {
  if (unmatched.length === 0) return '';
  const shown = unmatched.slice(0, mostRowsListed).map(({ row, id }) => `row ${row}: ${id}`);
  const what =
    'The list of affected accounts names these, and no row is about them. Nothing was worked out for them.';
  return `<p class="warn">${what}</p>\n${listHtml(shown)}${more(unmatched.length, shown.length)}`;
}

function headHtml(head: ReportHead, end: ReportEnd, sources: TotalSources): string {
  const title = `Credits of ${head.site} for ${head.period}${head.only === undefined ? '' : `, policy ${head.only}`}`;
  const { tally, rows } = end;
  return `${pageBegin({ title: escaped(title), style: reportStyle })}<h1>${escaped(title)}</h1>
<p class="quiet">${privateMark} As of ${escaped(instantText(head.now))}.</p>
${warnings(head)
  .map((text) => `<p class="warn">${escaped(text)}</p>\n`)
  .join(
    '',
  )}<p>${rows} rows in, ${rowsOf(tally)} rows out: ${tally.flagged} flagged, ${tally.expired} expired, ${tally.not_flagged} not flagged, ${tally.needs_review} need review.</p>
${section('Totals', totalsHtml(end, sources))}${section('Expired', expiredHtml(end, sources))}${section('Policies', policiesHtml(head))}${section('Accounts without a row', unmatchedHtml(end))}`;
}

const more = (counted: number, listed: number): string =>
  counted > listed
    ? `\n<p class="quiet">And ${counted - listed} more, which the other formats have.</p>`
    : '';

const states = {
  needs_review: 'Needs review',
  flagged: 'Flagged',
  expired: 'Expired: the last day to ask is over',
  not_flagged: 'Not flagged',
} as const;

type State = keyof typeof states;
const inOrder = Object.keys(states) as State[];

/** One page without scripts: tables of the rows by what came of them, and below the arithmetic of each, which opens. */
export function htmlReport(file: ReportFile, head: ReportHead): ReportForm {
  const shared = memoizedByVerdict(sharedSteps);
  const sources = totalSources();
  const listed = Object.fromEntries(
    inOrder.map((state): [State, { cells: string[]; arithmetic: string[] }] => [
      state,
      { cells: [], arithmetic: [] },
    ]),
  ) as Record<State, { cells: string[]; arithmetic: string[] }>;
  return {
    row(row) {
      sources.note(row);
      const { cells, arithmetic } = listed[row.outcome.state];
      if (cells.length >= mostRowsListed) return;
      cells.push(cellsHtml(row));
      arithmetic.push(rowHtml(row, shared));
    },
    end(end) {
      file.write(headHtml(head, end, sources));
      for (const state of inOrder) {
        const { cells } = listed[state];
        const owed = state === 'needs_review' || state === 'not_flagged' ? 'Why' : 'Until';
        file.write(
          section(
            states[state],
            tableHtml(['Row', 'Customer', 'For', 'Fee', 'Owed', owed], cells) +
              more(end.tally[state], cells.length),
          ),
        );
      }
      file.write(
        `<section class="arithmetic">\n${section(
          'The arithmetic of each row',
          inOrder.flatMap((state) => listed[state].arithmetic).join('\n'),
        )}</section>\n${pageEnd}`,
      );
    },
  };
}
