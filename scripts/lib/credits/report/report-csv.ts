import type { Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import {
  type AssessmentFields,
  assessmentFields,
  isWholeFee,
} from '../explain/assessment-fields.ts';
import { memoizedByVerdict } from '../assess/verdict-memory.ts';
import { amountsOf } from '../explain/amounts.ts';
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
] as const;

/** A spreadsheet runs a field that begins like a formula; an apostrophe in front makes it text again. */
const isFormula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const months = 'jan|jän|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez';
/** It makes 3 October of `10/3`, in German of `10.3` too, and of `MAR1` and `1. März` the first of March. */
const isDate = [
  /^\d{1,4} ?([/.-]) ?\d{1,4}( ?\1 ?\d{0,4})?$/,
  new RegExp(
    `^\\d{0,4}[\\s.,/-]{0,3}(${months})\\p{L}*[\\s.,/-]{0,3}\\d{0,4}([\\s.,/-]{1,3}\\d{0,4})?$`,
    'iu',
  ),
];
/** A time of day, alone or behind a date. */
const timeAtEnd =
  /(^|[\s,T])(\d{1,4}:\d{1,2}(:\d{1,2}([.,]\d{1,9})?)?( ?[ap]m?| uhr)?|\d{1,2}( [ap]|( ?[ap]m)))$/i;
// Semicolons and tabs too: some spreadsheets part fields at them.
const special = /[",;\t\r\n]/;
const quoted = (text: string): string =>
  special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
/** What is neither a formula nor a date, and needs no quotes: most ids, told at once. */
const plain = /^(\w*_\w*|\d{0,5})$/;
const isNumber = /^\d+(\.\d+)?$/;

/** More characters than any date has. */
const longestDate = 50;

function readsAsDate(text: string): boolean {
  if (text.length > longestDate) return false;
  // It reads wide digits as it does others.
  const narrow = text.normalize('NFKC').trim();
  const date = narrow.replace(timeAtEnd, '');
  return /\d/.test(narrow) && (date === '' || isDate.some((pattern) => pattern.test(date)));
}

const field = (text: string): string => {
  if (plain.test(text)) return text;
  return quoted(isFormula.test(text) || readsAsDate(text) ? `'${text}` : text);
};

/** A field that is a number, if it can be read. */
const numberField = (text: string): string => (isNumber.test(text) ? text : field(text));

/** A field that is a date. */
const dateField = (text: string): string => quoted(isFormula.test(text) ? `'${text}` : text);

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

/** How and until when to claim, to the end of the line; nothing where there is nothing to claim. */
function claim({ outcome, verdict }: ReportedRow, claimOfAll: string): string {
  if (!('given' in outcome)) return ',,\n';
  return outcome.given.length === verdict.assessments.length
    ? claimOfAll
    : claimText(outcome.given.map(({ assessment }) => assessment));
}

/** A line a row, in the order of the list. Fields of several policies for one row are joined by “ + ”. */
export function csvReport(file: ReportFile, head: ReportHead): ReportForm {
  const sharedBy = memoizedByVerdict((row) => shared(row, head));
  // Without the mark, spreadsheets take UTF-8 for another encoding.
  file.write(`\uFEFF${csvColumns.join(',')}\n`);
  return {
    row(reported) {
      const { row, customer, outcome } = reported;
      const { place, time, found, notes, claim: claimOfAll, wholeFee } = sharedBy(reported);
      const { base, credit, goodwill, total, expired } = amountsOf(reported, wholeFee);
      file.write(
        row +
          ',' +
          field(customer.id) +
          place +
          field(customer.line) +
          time +
          numberField(customer.fee) +
          ',' +
          outcome.state +
          ',' +
          reason(reported, notes) +
          found +
          numberField(base) +
          `,${credit},${goodwill},${total},${expired}` +
          claim(reported, claimOfAll),
      );
    },
    end: () => undefined,
  };
}
