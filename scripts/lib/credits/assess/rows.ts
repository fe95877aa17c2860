import type { CustomerRow, Review } from '../../../../src/domain/credits/money/customer.ts';
import { zero } from '../../../../src/domain/credits/exact/fraction.ts';
import { decimalText, readDecimal } from '../../../../src/domain/credits/exact/money.ts';
import { rounder } from '../../../../src/domain/credits/money/rounding.ts';
import { type RowOutcome, rowOutcome } from '../../../../src/domain/credits/verdict/row.ts';
import {
  type CreditBook,
  type Verdict,
  verdictOf,
} from '../../../../src/domain/credits/verdict/verdict.ts';
import type { Survey } from '../list/customers-survey.ts';
import { dateText, feeText } from '../list/formats.ts';
import type { ReportedRow } from './reported-row.ts';
import { fieldOf } from '../list/list.ts';
import { mostVerdicts } from './verdict-memory.ts';
import type { Affected } from '../list/affected.ts';
import type { Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import { type Claims, isInTime } from '../list/claims.ts';
import type { Charges } from '../list/charges.ts';
import { repeatedRows } from '../list/customers-repeated.ts';
import { type CustomerList, customerRow } from '../list/customers.ts';

/** What decides whether a credit that has to be asked for was asked for. */
export interface Standings {
  charges: Charges;
  claims: Claims;
  /** Whether something was granted to a charge for the same period before; `undefined` where nothing was ever granted. */
  wasGranted: ((charge: number, assessment: Assessment, currency: string) => boolean) | undefined;
}

interface Known {
  verdict: Verdict;
  /** The number of its service and region. */
  place: number;
  /** Whether nothing decides but what stands in the row: not what other rows round to, nor who asked. */
  isAlone: boolean;
  /** What comes of rows, by the fee as it is written. Made when needed, because there may be as many as rows. */
  outcomes: Map<string, Alike> | undefined;
}

interface Read {
  written: CustomerRow;
  untouched: ReadonlySet<string>;
  known: Known;
}

/** What rows have in common that differ only in customer and line. */
type Alike = Pick<ReportedRow, 'fee' | 'outcome' | 'reduced' | 'alike'>;

/** Most lists have fewer prices. Rows with other ones are worked out each by itself. */
const mostPrices = 10_000;

/** Finds things by one word after the other, because a joined key would be a new text for each of a million rows. */
class Tree<T> {
  leaf: T | undefined;
  // Made when needed, because there may be as many leaves as rows.
  #branches: Map<string, Tree<T>> | undefined;

  branch(word: string): Tree<T> {
    const found = this.#branches?.get(word);
    if (found) return found;
    const made = new Tree<T>();
    this.#branches ??= new Map();
    this.#branches.set(word, made);
    return made;
  }
}

const always = { from: -Infinity, to: Infinity };

/** What a row says apart from customer, line and fee, without white space around it. */
const withoutSpace = ({
  plan,
  service,
  region,
  currency,
  covered_from: from,
  covered_to: to,
}: CustomerRow): Omit<CustomerRow, 'id' | 'fee' | 'line'> => ({
  plan: plan.trim(),
  service: service.trim(),
  region: region.trim(),
  currency: currency.trim(),
  covered_from: from.trim(),
  covered_to: to.trim(),
});

/** Looks rows up one after the other. Rows that differ only in customer and fee share one verdict, so that a million rows cost little. */
export function creditRows(
  book: CreditBook,
  { columns }: CustomerList,
  affected: Affected,
  { formats, taken, negative, takenOff, doubtful }: Survey,
  { charges, claims, wasGranted }: Standings,
  keptPlaces: readonly number[],
): (fields: readonly string[], row: number, same?: readonly string[]) => ReportedRow {
  const verdicts = new Map<ReadonlySet<string>, Tree<Known>>();
  /** What was read of rows that differ only in their id. */
  const alikeRows = new Map<readonly string[], Read>();
  let count = 0;
  const repeated = repeatedRows();
  const round = rounder();

  function made(customer: CustomerRow, untouched: ReadonlySet<string>): Known {
    if (++count % mostVerdicts === 0) {
      verdicts.clear();
      alikeRows.clear();
      lastUntouched = undefined;
    }
    const row = withoutSpace(customer);
    const verdict = verdictOf(book, row, untouched);
    // A service has an id and a name, and either may be written in small or capital letters.
    const place = charges.place(verdict.service?.id ?? row.service, verdict.region ?? row.region);
    const isAlone =
      claims.file === undefined &&
      verdict.assessments.every(
        ({ policy: { rounding, claim } }) =>
          rounding.per === 'line' && (claim === 'automatic' || !wasGranted),
      );
    return { verdict, place, isAlone, outcomes: undefined };
  }

  function verdictsFor(untouched: ReadonlySet<string>): Tree<Known> {
    const found = verdicts.get(untouched) ?? new Tree<Known>();
    verdicts.set(untouched, found);
    return found;
  }

  // Mostly one row is about the same incidents as the one before.
  let lastUntouched: ReadonlySet<string> | undefined;
  let ofAccounts = new Tree<Known>();
  // Mostly it covers the same time, too.
  let last = { from: '', to: '', time: '\u001f' };

  function knownOf(customer: CustomerRow, untouched: ReadonlySet<string>): Known {
    if (untouched !== lastUntouched) ofAccounts = verdictsFor(untouched);
    lastUntouched = untouched;
    const { plan, service, region, currency, covered_from: from, covered_to: to } = customer;
    if (from !== last.from || to !== last.to) last = { from, to, time: `${from}\u001f${to}` };
    const branch = ofAccounts
      .branch(plan)
      .branch(service)
      .branch(region)
      .branch(currency)
      .branch(last.time);
    return (branch.leaf ??= made(customer, untouched));
  }

  function reviewsOf(
    fields: readonly string[],
    row: number,
    { id, fee }: CustomerRow,
    charge: number,
    { span: covered = always }: Verdict,
  ): readonly Review[] {
    if (id === '') return [{ code: 'id-missing' }];
    if (fields.length !== columns.width)
      return [
        {
          code: 'fields-wrong',
          about: `${fields.length} and not ${columns.width}`,
        },
      ];
    if (feeText(fee, formats) === undefined) return [{ code: 'fee-unreadable', about: fee }];
    if (negative.has(row)) return none;
    const earlier = repeated(charge, row, covered);
    if (earlier)
      return [
        {
          code: earlier.wholly ? 'row-repeated' : 'covered-twice',
          about: `row ${earlier.row}`,
        },
      ];
    const others = doubtful.get(row);
    return others ? [{ code: 'deduction-unclear', about: `row ${others.join(', ')}` }] : none;
  }

  /** The row as the list means it. */
  function customerIn(fields: readonly string[]): CustomerRow {
    const written = customerRow(fields, columns);
    if (formats.dates === 'iso') return written;
    return {
      ...written,
      covered_from: dateText(written.covered_from, formats),
      covered_to: dateText(written.covered_to, formats),
    };
  }

  /** `same`: of rows that differ only in their id. */
  function read(fields: readonly string[], same: readonly string[] | undefined): Read {
    const before = same && alikeRows.get(same);
    const id = fieldOf(fields, columns.place.id).trim();
    const untouched = affected.untouched(id);
    if (before?.untouched === untouched) return { ...before, written: { ...before.written, id } };
    const written = customerIn(fields);
    const found = { written, untouched, known: knownOf(written, untouched) };
    if (same) alikeRows.set(same, found);
    return found;
  }

  /** The fee that is left when other rows are taken off; it is negative if they take off too much. */
  function reducedBy(row: number, fee: string): Pick<ReportedRow, 'reduced'> & { fee: string } {
    const off = taken.get(row);
    const whole = off && readDecimal(fee);
    if (!whole) return { fee };
    return {
      fee: decimalText(whole.sub(off.amount)),
      reduced: `${fee} − ${decimalText(off.amount)} (row ${off.rows.join(', ')})`,
    };
  }

  const isSure = formats.decimal !== 'unclear';

  /** What a row comes to, whatever was found about it. */
  function outcomeOf(
    written: CustomerRow,
    row: number,
    { verdict }: Known,
    found: readonly Review[],
    isAsked: (assessment: Assessment) => boolean,
  ): Alike {
    const { fee, reduced } = reducedBy(row, feeText(written.fee, formats) ?? '0');
    if (takenOff.has(row) && found.length === 0 && verdict.reviews.length === 0)
      return { fee: '0', outcome: takenOffAnother, reduced, alike: undefined };
    const text = reduced === undefined ? written.fee : fee;
    const own = { id: written.id, fee: { text: fee, written: text, isSure } };
    const outcome = rowOutcome(verdict, own, found, round, isAsked);
    return { fee, outcome, reduced, alike: undefined };
  }

  let prices = 0;
  function remember(known: Known, written: CustomerRow, made: Alike): Alike {
    if (++prices > mostPrices) return made;
    known.outcomes ??= new Map();
    const alike = { ...made, alike: made.outcome };
    known.outcomes.set(written.fee, alike);
    return alike;
  }

  return (fields, row, same) => {
    const { written, known } = read(fields, same);
    const { verdict } = known;
    const charge = charges.charge(known.place, written.id, written.line);
    const found = reviewsOf(fields, row, written, charge, verdict);
    const received = claims.receivedOn(written.id);
    const isPlain = known.isAlone && found === none && !taken.has(row) && !takenOff.has(row);
    const seen = isPlain ? known.outcomes?.get(written.fee) : undefined;
    const made =
      seen ??
      outcomeOf(
        written,
        row,
        known,
        found,
        (assessment) =>
          isInTime(received, assessment.deadline) ||
          (wasGranted?.(charge, assessment, verdict.currency?.code ?? '') ?? false),
      );
    const { fee, outcome, reduced, alike } =
      isPlain && !seen ? remember(known, written, made) : made;
    return {
      row,
      charge,
      customer: reduced === undefined ? written : { ...written, fee },
      verdict,
      outcome,
      fee,
      reduced,
      received,
      alike,
      kept: keptPlaces.length ? keptPlaces.map((place) => fieldOf(fields, place)) : none,
    };
  };
}

const none: readonly never[] = [];
const takenOffAnother: RowOutcome = {
  state: 'not_flagged',
  nothing: 'taken-off',
  fee: zero,
};
