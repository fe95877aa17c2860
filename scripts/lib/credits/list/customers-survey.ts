import {
  type CustomerRow,
  readCurrency,
  readFee,
} from '../../../../src/domain/credits/money/customer.ts';
import { type Decimal, powerOfTen } from '../../../../src/domain/credits/exact/money.ts';
import { type CustomerList, customerRow } from './customers.ts';
import { type Formats, feeText, formatSurvey } from './formats.ts';
import { chunksOfText, eachRow } from './list.ts';

/** What has to be known of a list before its first row can be worked out. */
export interface Survey {
  formats: Formats;
  /** What is taken off the fee of a row, by its number: the rows that say so, and how much. */
  taken: ReadonlyMap<number, { rows: readonly number[]; amount: Decimal }>;
  /** Rows whose negative fee is taken off another row, which is named. */
  partner: ReadonlyMap<number, number>;
}

/** A negative fee, a decimal comma, or a date with points or strokes. Where none of it is, rows need not be read twice. */
const signs = /[,;\t|"]\s*-\s*\d|\d\.\d+\.\d|\d\/\d/;
const commaInField = { ',': /"[^",]*\d,\d/, other: /\d,\d/ };

async function needsSurvey(list: CustomerList): Promise<boolean> {
  const comma = commaInField[list.columns.delimiter === ',' ? ',' : 'other'];
  let before = '';
  for await (const chunk of chunksOfText(list)) {
    const text = before + chunk;
    if (signs.test(text) || comma.test(text)) return true;
    before = text.slice(-64);
  }
  return false;
}

const isNegative = (fee: string): boolean => /^-\s*\d/.test(fee);

/** All that makes two rows be about the same charge. */
const chargeOf = (row: CustomerRow): string =>
  [
    row.id,
    row.line,
    ...[row.plan, row.service, row.region, row.currency, row.covered_from, row.covered_to].map(
      (text) => text.trim().toLowerCase(),
    ),
  ].join('\u001f');

const sumOf = (a: Decimal, b: Decimal): Decimal => {
  const scale = Math.max(a.scale, b.scale);
  const digits = (one: Decimal): bigint => one.digits * powerOfTen(scale - one.scale);
  return { digits: digits(a) + digits(b), scale };
};

interface NegativeRow {
  row: number;
  fee: string;
  currency: string;
}

/** How much a negative row takes off; `undefined` where nobody can be sure. */
function amountOf({ fee, currency }: NegativeRow, formats: Formats): Decimal | undefined {
  const known = readCurrency(currency.trim());
  if ('review' in known) return undefined;
  const text = (feeText(fee, formats) ?? '').replace(/^-\s*/, '');
  const isSure = formats.decimal !== 'unclear';
  const read = readFee({ text, written: fee, isSure }, known.value.decimals);
  return 'value' in read ? read.value : undefined;
}

/** Finds the one row that each negative one reduces. What has none, or several, is left to a person. */
async function pairs(
  list: CustomerList,
  negative: ReadonlyMap<string, NegativeRow[]>,
  formats: Formats,
): Promise<Pick<Survey, 'taken' | 'partner'>> {
  const partners = new Map<string, number[]>();
  const ids = new Set([...negative.keys()].map((charge) => charge.split('\u001f')[0]));
  await eachRow(list, (fields, row) => {
    const customer = customerRow(fields, list.columns);
    if (!ids.has(customer.id) || isNegative(customer.fee)) return;
    const charge = chargeOf(customer);
    if (negative.has(charge)) partners.set(charge, [...(partners.get(charge) ?? []), row]);
  });
  const taken = new Map<number, { rows: number[]; amount: Decimal }>();
  const partner = new Map<number, number>();
  for (const [charge, rows] of negative) {
    const [only, ...more] = partners.get(charge) ?? [];
    if (only === undefined || more.length) continue;
    for (const negativeRow of rows) {
      const amount = amountOf(negativeRow, formats);
      if (!amount) continue;
      const { row } = negativeRow;
      const before = taken.get(only);
      taken.set(only, {
        rows: [...(before?.rows ?? []), row],
        amount: before ? sumOf(before.amount, amount) : amount,
      });
      partner.set(row, only);
    }
  }
  return { taken, partner };
}

/** Looks through a list before it is worked out. `given`: what the command line says. @throws BadList */
export async function surveyed(list: CustomerList, given: Partial<Formats>): Promise<Survey> {
  const found = formatSurvey();
  const negative = new Map<string, NegativeRow[]>();
  if (await needsSurvey(list))
    await eachRow(list, (fields, row) => {
      const customer = customerRow(fields, list.columns);
      found.fee(customer.fee);
      found.date(customer.covered_from);
      found.date(customer.covered_to);
      if (!isNegative(customer.fee)) return;
      const charge = chargeOf(customer);
      negative.set(charge, [
        ...(negative.get(charge) ?? []),
        { row, fee: customer.fee, currency: customer.currency },
      ]);
    });
  const formats = { ...found.formats(), ...given };
  const none = { taken: new Map(), partner: new Map() };
  return { formats, ...(negative.size ? await pairs(list, negative, formats) : none) };
}
