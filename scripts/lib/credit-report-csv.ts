import { moneyText } from '../../src/domain/credit-money.ts';
import { type AssessmentFacts, assessmentFacts, isWholeFee, rememberedFor } from './credit-facts.ts';
import { baseText } from './credit-base.ts';
import type { ReportFile } from './credit-report-file.ts';
import type { ReportForm, ReportedRow } from './credit-report.ts';
import { nothingText, reviewText } from './credit-words.ts';

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
const isFormula = /^[=+\-@\t\r]/;
const special = /[",\r\n]/;
const plain = /^[\w.]*$/;

const field = (text: string): string => {
  if (plain.test(text)) return text;
  const safe = isFormula.test(text) ? `'${text}` : text;
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const windowsText = ({ windows }: AssessmentFacts): string =>
  windows.map(({ incident, from, to, weight }) => `${from}/${to} ${incident}${weight === '1' ? '' : ` × ${weight}`}`).join('; ');

/** What rows with the same verdict share. */
interface Shared {
  /** Their plan, service, region, covered time and currency. */
  place: string;
  /** What was found, from the policy to the tier. */
  middle: string;
  /** How and until when to claim. */
  end: string;
  /** Whether the base is the fee as it was written. */
  wholeFee: boolean;
  /** No money, with the decimals of the currency. */
  zero: string;
}

function shared({ customer: c, verdict }: ReportedRow): Shared {
  const facts = verdict.assessments.map(assessmentFacts);
  const each = (text: (facts: AssessmentFacts) => string): string => field(facts.map(text).join(' + '));
  const middle = [
    each(({ policy }) => policy),
    each(({ period_from: from }) => from),
    each(({ period_to: to }) => to),
    each(({ downtime_seconds: seconds }) => seconds),
    each(windowsText),
    each(({ uptime }) => uptime),
    each(({ uptime_percent: percent }) => percent),
    each(({ rule }) => rule),
  ].join(',');
  const claims = [...new Set(facts.map(({ claim }) => claim))].join(' + ');
  const [deadline = ''] = facts.map((fact) => fact.deadline).filter(Boolean).sort();
  const place = [c.plan, c.service, c.region, c.covered_from, c.covered_to, c.currency].map(field).join(',');
  return { place, middle, end: `${claims},${deadline}`, wholeFee: verdict.assessments.every(isWholeFee), zero: moneyText(0n, verdict.currency?.decimals ?? 2) };
}

/** A line a row, in the order of the list. Fields of several policies for one row are joined by “ + ”. */
export function csvReport(file: ReportFile): ReportForm {
  const sharedBy = rememberedFor(shared);
  file.write(`${csvColumns.join(',')}\n`);
  return {
    row(reported) {
      const { row, customer: c, verdict, outcome } = reported;
      const { place, middle, end, wholeFee, zero } = sharedBy(reported);
      const start = `${row},${field(c.id)},${place},${field(c.fee)},${outcome.state},`;
      if (outcome.state === 'needs_review') {
        file.write(`${start}${field(outcome.reviews.map(reviewText).join('; '))},${middle},,,,,,\n`);
        return;
      }
      const base = wholeFee ? field(c.fee) : baseText(verdict, outcome.fee);
      if (outcome.state === 'not_flagged') {
        file.write(`${start}${nothingText(outcome.nothing)},${middle},${base},${zero},${zero},${zero},,\n`);
        return;
      }
      const decimals = verdict.currency?.decimals ?? 2;
      const credit = moneyText(outcome.credit, decimals);
      const more = outcome.goodwill === 0n ? `${zero},${credit}` : `${moneyText(outcome.goodwill, decimals)},${moneyText(outcome.total, decimals)}`;
      file.write(`${start},${middle},${base},${credit},${more},${end}\n`);
    },
    end: () => undefined,
  };
}
