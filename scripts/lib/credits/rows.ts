import type { CustomerRow, Review } from '../../../src/domain/credits/customer.ts';
import { rounder } from '../../../src/domain/credits/book.ts';
import { rowOutcome } from '../../../src/domain/credits/row.ts';
import { type CreditBook, type Verdict, verdictOf } from '../../../src/domain/credits/verdict.ts';
import { mostVerdicts } from './facts.ts';
import type { ReportedRow } from './report.ts';
import type { Affected } from './affected.ts';
import { type Subject, repeatedRows } from './customers-repeated.ts';
import { type CustomerList, customerRow } from './customers.ts';

/** A number for each different text, from 0. */
function numbered(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
}

interface Known {
  verdict: Verdict;
  subject: Subject;
}

/** Things found by one word after the other. One joined key would be a new text for each of a million rows. */
class Tree<T> {
  leaf: T | undefined;
  readonly #branches = new Map<string, Tree<T>>();

  branch(word: string): Tree<T> {
    const found = this.#branches.get(word);
    if (found) return found;
    const made = new Tree<T>();
    this.#branches.set(word, made);
    return made;
  }
}

const always = { from: -Infinity, to: Infinity };

/** What a row says apart from its customer and fee, without white space around it. */
const withoutSpace = ({
  plan,
  service,
  region,
  currency,
  covered_from: from,
  covered_to: to,
}: CustomerRow): Omit<CustomerRow, 'id' | 'fee'> => ({
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
  { columns, rows }: CustomerList,
  affected: Affected,
): (fields: readonly string[], row: number) => ReportedRow {
  const verdicts = new Map<ReadonlySet<string>, Tree<Known>>();
  let count = 0;
  const repeated = repeatedRows(rows);
  const round = rounder();
  const placeNumber = numbered();
  const timeNumber = numbered();

  function made(customer: CustomerRow, untouched: ReadonlySet<string>): Known {
    if (++count % mostVerdicts === 0) {
      verdicts.clear();
      lastUntouched = undefined;
    }
    const row = withoutSpace(customer);
    const verdict = verdictOf(book, row, untouched);
    const covered = verdict.span ?? always;
    const subject = {
      // A service has an id and a name, and either may be written in small or capital letters.
      place: placeNumber(
        `${verdict.service?.id ?? row.service}\u001f${verdict.region ?? row.region}`,
      ),
      time: timeNumber(`${covered.from} ${covered.to}`),
      covered,
    };
    return { verdict, subject };
  }

  function verdictsFor(untouched: ReadonlySet<string>): Tree<Known> {
    const found = verdicts.get(untouched) ?? new Tree<Known>();
    verdicts.set(untouched, found);
    return found;
  }

  // Mostly one row is about the same incidents as the one before.
  let lastUntouched: ReadonlySet<string> | undefined;
  let ofAccounts = new Tree<Known>();

  function known(customer: CustomerRow): Known {
    const untouched = affected.untouched(customer.id);
    if (untouched !== lastUntouched) ofAccounts = verdictsFor(untouched);
    lastUntouched = untouched;
    const { plan, service, region, currency, covered_from: from, covered_to: to } = customer;
    const branch = ofAccounts
      .branch(plan)
      .branch(service)
      .branch(region)
      .branch(currency)
      .branch(from)
      .branch(to);
    return (branch.leaf ??= made(customer, untouched));
  }

  function troubles(
    fields: readonly string[],
    row: number,
    { id }: CustomerRow,
    subject: Subject,
  ): readonly Review[] {
    if (id === '') return [{ code: 'id-missing' }];
    if (fields.length !== columns.width)
      return [{ code: 'fields-wrong', about: `${fields.length} and not ${columns.width}` }];
    const earlier = repeated(id, row, subject);
    return earlier
      ? [{ code: earlier.wholly ? 'row-repeated' : 'covered-twice', about: `row ${earlier.row}` }]
      : none;
  }

  return (fields, row) => {
    const customer = customerRow(fields, columns);
    const { verdict, subject } = known(customer);
    return {
      row,
      customer,
      verdict,
      outcome: rowOutcome(verdict, customer, troubles(fields, row, customer, subject), round),
    };
  };
}

const none: readonly Review[] = [];
