import type { GivenCredit } from '../../../../src/domain/credits/verdict/row.ts';
import type { PlainDate } from '../../../../src/domain/time.ts';
import type { Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import {
  type AssessmentFields,
  assessmentFields,
  isWholeFee,
} from '../explain/assessment-fields.ts';
import { memoizedByLikeness, memoizedByVerdict } from '../assess/verdict-memory.ts';
import { amountsOf } from '../explain/amounts.ts';
import { dateField, field, numberField, rowField } from '../explain/csv-field.ts';
import type { ReportFile } from './report-file.ts';
import type { ReportForm, ReportHead, ReportedRow } from '../assess/reported-row.ts';
import { nothingText, reviewText, unexcludedTexts } from '../explain/phrases.ts';

export const csvColumns = [
  'row',
  'id',
  'plan',
  'service',
  'region',
  'line',
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
  'expired',
  'claim',
  'deadline',
  'standing',
] as const;

const windowsOf = new WeakMap<AssessmentFields, string>();

function windowsText(fields: AssessmentFields): string {
  const known = windowsOf.get(fields) ?? windowsIn(fields);
  windowsOf.set(fields, known);
  return known;
}

const windowsIn = ({ windows }: AssessmentFields): string =>
  windows
    .map(
      ({ incident, from, to, weight }) =>
        `${from}/${to} ${incident}${weight === '1' ? '' : ` × ${weight}`}`,
    )
    .join('; ');

/** A fraction in words: no spreadsheet takes it for a date. */
const uptimeText = ({ uptime }: AssessmentFields): string => uptime.replace('/', ' of ');

/** The parts of a line that rows with the same verdict share. They begin and end with a comma, so that few pieces make a line. */
interface Shared {
  /** Their plan, service and region. */
  place: string;
  /** Their covered time and currency. */
  time: string;
  /** What was found, from the policy to the tier. */
  found: string;
  /** What is to be known beside an amount. */
  notes: string;
  /** How and until when to claim. */
  claim: string;
  /** Whether the base is the fee as it was written. */
  wholeFee: boolean;
}

/** How to get what these policies give, and the first day on which that ends. */
function claimText(assessments: readonly Assessment[]): string {
  const ways = new Set(
    assessments.map(({ policy: { claim } }) =>
      claim === 'automatic' ? 'automatic' : 'on request',
    ),
  );
  const [first = ''] = assessments.flatMap(({ deadline }) => deadline?.toString() ?? []).sort();
  return `,${[...ways].join(' + ')},${first},`;
}

function shared({ customer: c, verdict }: ReportedRow, { unfinished }: ReportHead): Shared {
  const fields = verdict.assessments.map(assessmentFields);
  const each = (text: (fields: AssessmentFields) => string, write = field): string =>
    write(fields.map(text).join(' + '));
  const found = [
    each(({ policy }) => policy),
    each(({ period_from: from }) => from, dateField),
    each(({ period_to: to }) => to, dateField),
    unfinished ? 'no' : 'yes',
    each(({ downtime_seconds: seconds }) => seconds, numberField),
    each(windowsText),
    each(uptimeText),
    each(({ uptime_percent: percent }) => percent, numberField),
    each(({ rule }) => rule),
  ].join(',');
  return {
    place: `,${[c.plan, c.service, c.region].map(field).join(',')},`,
    time: `,${[...[c.covered_from, c.covered_to].map(dateField), field(verdict.currency?.code ?? c.currency)].join(',')},`,
    found: `,${found},`,
    notes: field(verdict.assessments.flatMap(unexcludedTexts).join('; ')),
    claim: claimText(verdict.assessments),
    wholeFee: verdict.assessments.every(isWholeFee),
  };
}

/** Why nothing is owed, why nobody can say, or what is to be known beside an amount. */
function reason({ outcome, reduced }: ReportedRow, notes: string): string {
  if (outcome.state === 'not_flagged') return field(nothingText(outcome.nothing));
  return outcome.state === 'needs_review'
    ? field(outcome.reviews.map(reviewText).join('; '))
    : reduced === undefined
      ? notes
      : field([reduced, notes].filter(Boolean).join('; '));
}

/** How and until when to claim, and how that stands; nothing where there is nothing to claim. */
function claim({ outcome, verdict, received }: ReportedRow, claimOfAll: string): string {
  if (!('given' in outcome)) return ',,,';
  const { given } = outcome;
  const ways =
    given.length === verdict.assessments.length
      ? claimOfAll
      : claimText(given.map(({ assessment }) => assessment));
  const [only] = given;
  return `${ways}${given.length === 1 && only ? standingText(only, received) : given.map((one) => standingText(one, received)).join(' + ')}`;
}

/** What stands in a line behind the customer and what is paid: what was found, and what it comes to. */
function lineEnd(reported: ReportedRow, all: Shared): string {
  const { base, credit, goodwill, total, expired } = amountsOf(reported, all.wholeFee);
  return (
    all.time +
    numberField(reported.customer.fee) +
    ',' +
    reported.outcome.state +
    ',' +
    reason(reported, all.notes) +
    all.found +
    numberField(base) +
    `,${credit},${goodwill},${total},${expired}` +
    claim(reported, all.claim)
  );
}

/** What the list had beside, to the end of the line. */
const keptText = (kept: readonly string[]): string =>
  kept.length ? `,${kept.map(field).join(',')}\n` : '\n';

/** A claim that came when the last day was over is late. */
const standingText = ({ standing }: GivenCredit, received: PlainDate | undefined): string =>
  standing === 'expired' && received ? 'late' : standing;

/** A line a row, in the order of the list. Fields of several policies for one row are joined by “ + ”. */
export function csvReport(file: ReportFile, head: ReportHead): ReportForm {
  const sharedBy = memoizedByVerdict((row) => shared(row, head));
  const endOf = memoizedByLikeness((reported) => lineEnd(reported, sharedBy(reported)));
  // Without the mark, spreadsheets take UTF-8 for another encoding.
  file.write(`\uFEFF${csvColumns.join(',')}${keptText(head.kept)}`);
  return {
    row(reported) {
      const { row, customer, kept } = reported;
      const { place } = sharedBy(reported);
      file.write(rowField(row) + ',' + field(customer.id) + place + field(customer.line));
      file.write(endOf(reported));
      file.write(keptText(kept));
    },
    end: () => undefined,
  };
}
