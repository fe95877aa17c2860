import {
  type CustomerRow,
  readCurrency,
  readFee,
  readPlan,
  readService,
} from '../../../../src/domain/credits/money/customer.ts';
import type { Fraction } from '../../../../src/domain/credits/exact/fraction.ts';
import type { Plan } from '../../../../src/domain/credits/policy/policy.ts';
import type { Service } from '../../../../src/domain/service.ts';
import { type CustomerList, customerRow } from './customers.ts';
import { type Formats, feeText, formatSurvey } from './formats.ts';
import { chunksOfText, eachRow } from './list.ts';

/** What has to be known of a list before its first row can be worked out. */
export interface Survey {
  formats: Formats;
  /** What is taken off the fee of a row, by its number: the rows that say so, and how much. */
  taken: ReadonlyMap<number, { rows: readonly number[]; amount: Fraction }>;
  /** Rows with a fee that looks negative, in whatever way it is written. */
  negative: ReadonlySet<number>;
  /** Those of them that are taken off another row. */
  takenOff: ReadonlySet<number>;
  /** Rows that one of the others may have to be taken off, with those others. */
  doubtful: ReadonlyMap<number, readonly number[]>;
}

/** A minus before digits or behind them, with or without a currency sign, or brackets around them. \xE2\x88\x92 and \xE2\x80\x93 are UTF-8. */
const minus = String.raw`(-|\xE2\x88\x92|\xE2\x80\x93)`;
const beside = String.raw`[\s$\x80-\xFF]{0,8}`;
/** A negative fee, a decimal comma, or a date with points or strokes. Where none of it is, rows need not be read twice. */
const signs = new RegExp(
  [
    String.raw`[,;\t|"\n]${beside}(${minus}|\()${beside}\d`,
    // It begins with the minus: a digit before it would be looked at everywhere.
    String.raw`${minus}\s*[",;\t|\r\n]`,
    String.raw`\d\.\d+\.\d|\d\/\d`,
  ].join('|'),
);
const commaInField = { ',': /"[^",]*\d,\d/, other: /\d,\d/ };

export async function needsSurvey(list: CustomerList): Promise<boolean> {
  const comma = commaInField[list.columns.delimiter === ',' ? ',' : 'other'];
  let before = '';
  for await (const chunk of chunksOfText(list)) {
    const text = before + chunk;
    if (signs.test(text) || comma.test(text)) return true;
    before = text.slice(-64);
  }
  // Only here does a field end without a sign behind it: a chunk may end in the middle of a date.
  return signs.test(`${before}\n`);
}

/** `100,-` is a hundred. */
const looksNegative = (fee: string): boolean =>
  /\d/.test(fee) && (/(?<![.,])[-\u2212\u2013]/.test(fee) || /^\(.*\)$/.test(fee));

/** The names by which a list may call plans and services. */
interface Known {
  plans: readonly Plan[];
  services: readonly Service[];
}

/** What a row is about, however it spells it: the charge itself, then ever less of it. */
function subjectsOf(row: CustomerRow, { plans, services }: Known): string[] {
  const idIn = (
    read: { value: { id: string } | undefined } | { review: unknown },
    text: string,
  ): string => ('value' in read ? read.value?.id : undefined) ?? text.toLowerCase();
  const [plan, service] = [row.plan.trim(), row.service.trim()];
  const ofCustomer = JSON.stringify([row.id]);
  const ofService = JSON.stringify([row.id, idIn(readService(service, services), service)]);
  const ofLine = JSON.stringify([ofService, row.line]);
  const others = [row.region, row.currency, row.covered_from, row.covered_to].map((text) =>
    text.trim().toLowerCase(),
  );
  const charge = JSON.stringify([ofLine, idIn(readPlan(plan, plans), plan), ...others]);
  return [charge, ofLine, ...(service === '' ? [ofCustomer] : [ofService])];
}

interface NegativeRow {
  row: number;
  id: string;
  /** Where it may belong: the first of these that other rows are about too. */
  subjects: readonly string[];
  /** How much it takes off; `undefined` where nobody can be sure. */
  amount: Fraction | undefined;
}

function amountOf({ fee, currency }: CustomerRow, formats: Formats): Fraction | undefined {
  const known = readCurrency(currency.trim());
  if ('review' in known) return undefined;
  const text = (feeText(fee, formats) ?? '').replace(/^-\s*/, '');
  const isSure = formats.decimal !== 'unclear';
  const read = readFee({ text, written: fee, isSure }, known.value.decimals);
  return 'value' in read ? read.value : undefined;
}

/** The rows, by what they are about, of customers who have negative ones too. */
async function rowsBySubject(
  list: CustomerList,
  ids: ReadonlySet<string>,
  known: Known,
): Promise<Map<string, number[]>> {
  const rows = new Map<string, number[]>();
  await eachRow(list, (fields, row) => {
    const customer = customerRow(fields, list.columns);
    if (!ids.has(customer.id) || looksNegative(customer.fee)) return;
    for (const subject of new Set([...subjectsOf(customer, known), JSON.stringify([customer.id])]))
      rows.set(subject, [...(rows.get(subject) ?? []), row]);
  });
  return rows;
}

/** Finds the one row that each negative one reduces. Where there is none, or several, or nobody knows by how much, a person has to look at all that it may reduce. */
function pairs(
  negative: readonly NegativeRow[],
  others: ReadonlyMap<string, readonly number[]>,
): Omit<Survey, 'formats' | 'negative'> {
  const taken = new Map<number, { rows: number[]; amount: Fraction }>();
  const takenOff = new Set<number>();
  const doubtful = new Map<number, number[]>();
  for (const { row, subjects, amount } of negative) {
    const found = subjects.find((subject) => others.has(subject)) ?? '';
    const meant = others.get(found) ?? [];
    const [only] = meant;
    if (amount && only !== undefined && meant.length === 1 && found === subjects[0]) {
      const before = taken.get(only);
      taken.set(only, {
        rows: [...(before?.rows ?? []), row],
        amount: before ? before.amount.add(amount) : amount,
      });
      takenOff.add(row);
    } else for (const one of meant) doubtful.set(one, [...(doubtful.get(one) ?? []), row]);
  }
  return { taken, takenOff, doubtful };
}

/** Looks through a list before it is worked out. `given`: what the command line says. @throws BadList */
export async function surveyed(
  list: CustomerList,
  given: Partial<Formats>,
  known: Known,
): Promise<Survey> {
  const found = formatSurvey();
  const written: { row: number; customer: CustomerRow; isWhole: boolean }[] = [];
  if (await needsSurvey(list))
    await eachRow(list, (fields, row) => {
      const customer = customerRow(fields, list.columns);
      found.fee(customer.fee);
      found.date(customer.covered_from);
      found.date(customer.covered_to);
      const isWhole = fields.length === list.columns.width;
      if (looksNegative(customer.fee)) written.push({ row, customer, isWhole });
    });
  const formats = { ...found.formats(), ...given };
  const negative = written.map(({ row, customer, isWhole }): NegativeRow => {
    const { id } = customer;
    // Of a row with too many fields or too few, nobody knows what is the fee; only the customer mostly stands before it.
    return isWhole
      ? {
          row,
          id,
          subjects: subjectsOf(customer, known),
          amount: amountOf(customer, formats),
        }
      : { row, id, subjects: ['', JSON.stringify([id])], amount: undefined };
  });
  const ids = new Set(negative.map(({ id }) => id));
  const others = ids.size ? await rowsBySubject(list, ids, known) : new Map<string, number[]>();
  return {
    formats,
    negative: new Set(negative.map(({ row }) => row)),
    ...pairs(negative, others),
  };
}
