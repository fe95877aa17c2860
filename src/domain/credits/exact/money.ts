import { Fraction, powerOfTen } from './fraction.ts';

/**
 * Decimals of the currencies that do not have two, and of those that Intl does not list: ISO 4217, list one. The tables of Intl come from
 * CLDR, which gives some currencies the decimals of their coins instead (IQD 0 and not 3, HUF 0 and not 2).
 */
const decimalsOf: ReadonlyMap<string, number> = new Map(
  [
    [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
    [2, 'BOV CHE CHW COU MXV USN VED XAD'],
    [3, 'BHD IQD JOD KWD LYD OMR TND'],
    [4, 'CLF UYW'],
  ].flatMap(([decimals, codes]) =>
    String(codes)
      .split(' ')
      .map((code): [string, number] => [code, Number(decimals)]),
  ),
);

const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** How many decimals a currency has; `undefined` if there is no such currency. */
export const currencyDecimals = (code: string): number | undefined =>
  decimalsOf.get(code) ?? (known.has(code) ? 2 : undefined);

/** More digits than any fee has. */
export const mostDigits = 18;

/** As many fit into an integer of JavaScript without loss, which is read much faster. */
const digitsOfInteger = 15;

const zeroDigit = 48;
const pointCode = 46;

/**
 * Reads `1234.56` as 123456/100; `undefined` for anything else, signs, thousands and decimal commas included: of those nobody can be sure.
 */
export function readDecimal(text: string): Fraction | undefined {
  let digits = 0;
  let point = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= zeroDigit && code <= zeroDigit + 9) digits = digits * 10 + code - zeroDigit;
    else if (code === pointCode && point === -1) point = at;
    else return undefined;
  }
  const scale = point === -1 ? 0 : text.length - point - 1;
  const count = point === -1 ? text.length : text.length - 1;
  const whole = point === -1 ? count : point;
  if (count > mostDigits || whole === 0 || (point !== -1 && scale === 0)) return undefined;
  return new Fraction(
    BigInt(count > digitsOfInteger ? text.replace('.', '') : digits),
    powerOfTen(scale),
  );
}

/** A decimal as `readDecimal` reads it, with all its decimals, those that are 0 too. */
export function decimalText({ n, d }: Fraction): string {
  const text = moneyText(n < 0n ? -n : n, d.toString().length - 1);
  return n < 0n ? `-${text}` : text;
}

/** Nothing is what reports say most, so it is not worked out. By decimals. */
const zeros: readonly string[] = Array.from({ length: 20 }, (_, places) => (0).toFixed(places));

/** An amount in the smallest unit of a currency as people write it: 1050 is 10.50 in EUR and 1050 in JPY. */
export function moneyText(minor: bigint, decimals: number): string {
  if (minor === 0n && zeros[decimals]) return zeros[decimals];
  // Integers below this are exact, and written three times as fast as large ones.
  const text = minor < Number.MAX_SAFE_INTEGER ? String(Number(minor)) : minor.toString();
  const digits = text.length > decimals ? text : text.padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
