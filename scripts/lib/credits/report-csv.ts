import type { Assessment } from '../../../src/domain/credits/assessment.ts';
import { moneyText } from '../../../src/domain/credits/money.ts';
import type { RowOutcome } from '../../../src/domain/credits/row.ts';
import { type AssessmentFacts, assessmentFacts, isWholeFee, memoizedByVerdict } from './facts.ts';
import { baseText } from './amounts.ts';
import type { ReportFile } from './report-file.ts';
import type { ReportForm, ReportHead, ReportedRow } from './report.ts';
import { nothingText, reviewText, unexcludedTexts } from './words.ts';

export const csvColumns = [
  'row',
  'id',
  'plan',
  'service',
  'region',
  'covered_from',
  'covered_to',
  'currency',
  'fee',
  'state',
  'reason',
  'policy',
  'period_from',
  'period_to',
  'period_over',
  'downtime_seconds',
  'downtime_windows',
  'uptime',
  'uptime_percent',
  'tier',
  'base',
  'credit',
  'goodwill',
  'total',
  'claim',
  'deadline',
] as const;

/** A spreadsheet runs a field that begins like a formula; an apostrophe in front makes it text again. */
const isFormula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
// Semicolons and tabs too: some spreadsheets part fields at them.
const special = /[",;\t\r\n]/;
const plain = /^[\w.]*$/;

const field = (text: string): string => {
  if (plain.test(text)) return text;
  const safe = isFormula.test(text) ? `'${text}` : text;
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const windowsText = ({ windows }: AssessmentFacts): string =>
  windows
    .map(
      ({ incident, from, to, weight }) =>
        `${from}/${to} ${incident}${weight === '1' ? '' : ` × ${weight}`}`,
    )
    .join('; ');

/** The parts of a line that rows with the same verdict share. They begin and end with a comma, so that few pieces make a line. */
interface Shared {
  /** Their plan, service, region, covered time and currency. */
  place: string;
  /** What was found, from the policy to the tier. */
  found: string;
  /** The state of a flagged row, and what was found. */
  flagged: string;
  /** Goodwill of nothing. */
  noGoodwill: string;
  /** How and until when to claim. */
  claim: string;
  nothingGiven: string;
  /** Whether the base is the fee as it was written. */
  wholeFee: boolean;
}

/** How to get what these policies give, and the first day on which that ends, to the end of the line. */
function claimText(assessments: readonly Assessment[]): string {
  const ways = new Set(
    assessments.map(({ policy: { claim } }) =>
      claim === 'automatic' ? 'automatic' : 'on request',
    ),
  );
  const [first = ''] = assessments.flatMap(({ deadline }) => deadline?.toString() ?? []).sort();
  return `,${[...ways].join(' + ')},${first}\n`;
}

function shared({ customer: c, verdict }: ReportedRow, { unfinished }: ReportHead): Shared {
  const facts = verdict.assessments.map(assessmentFacts);
  const each = (text: (facts: AssessmentFacts) => string): string =>
    field(facts.map(text).join(' + '));
  const found = [
    each(({ policy }) => policy),
    each(({ period_from: from }) => from),
    each(({ period_to: to }) => to),
    unfinished ? 'no' : 'yes',
    each(({ downtime_seconds: seconds }) => seconds),
    each(windowsText),
    each(({ uptime }) => uptime),
    each(({ uptime_percent: percent }) => percent),
    each(({ rule }) => rule),
  ].join(',');
  const notes = verdict.assessments.flatMap(unexcludedTexts);
  const zero = moneyText(0n, verdict.currency?.decimals ?? 2);
  return {
    place: `,${[c.plan, c.service, c.region, c.covered_from, c.covered_to, verdict.currency?.code ?? c.currency].map(field).join(',')},`,
    found: `,${found},`,
    flagged: `,flagged,${field(notes.join('; '))},${found},`,
    noGoodwill: `,${zero},`,
    claim: claimText(verdict.assessments),
    nothingGiven: `,${zero},${zero},${zero},,\n`,
    wholeFee: verdict.assessments.every(isWholeFee),
  };
}

/** The end of a line of a flagged row, from the base on. */
function given(
  { customer, verdict }: ReportedRow,
  outcome: Extract<RowOutcome, { state: 'flagged' }>,
  { wholeFee, noGoodwill, claim: claimOfAll }: Shared,
): string {
  const decimals = verdict.currency?.decimals ?? 2;
  const base = wholeFee ? customer.fee : baseText(verdict, outcome.fee);
  const credit = moneyText(outcome.credit, decimals);
  const isAll = outcome.given.length === verdict.assessments.length;
  const claim = isAll ? claimOfAll : claimText(outcome.given.map(({ assessment }) => assessment));
  if (outcome.goodwill === 0n) return base + ',' + credit + noGoodwill + credit + claim;
  return `${base},${credit},${moneyText(outcome.goodwill, decimals)},${moneyText(outcome.total, decimals)}${claim}`;
}

/** A line a row, in the order of the list. Fields of several policies for one row are joined by “ + ”. */
export function csvReport(file: ReportFile, head: ReportHead): ReportForm {
  const sharedBy = memoizedByVerdict((row) => shared(row, head));
  file.write(`${csvColumns.join(',')}\n`);
  return {
    row(reported) {
      const { row, customer, verdict, outcome } = reported;
      const same = sharedBy(reported);
      const start = row + ',' + field(customer.id) + same.place + field(customer.fee);
      if (outcome.state === 'flagged') {
        file.write(start + same.flagged + given(reported, outcome, same));
      } else if (outcome.state === 'not_flagged') {
        file.write(
          `${start},not_flagged,${field(nothingText(outcome.nothing))}${same.found}${same.wholeFee ? customer.fee : baseText(verdict, outcome.fee)}${same.nothingGiven}`,
        );
      } else {
        file.write(
          `${start},needs_review,${field(outcome.reviews.map(reviewText).join('; '))}${same.found},,,,,\n`,
        );
      }
    },
    end: () => undefined,
  };
}
