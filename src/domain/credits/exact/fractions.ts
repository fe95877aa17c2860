import Fraction from 'fraction.js';

export { Fraction };

export const zero = new Fraction(0);
export const one = new Fraction(1);

function readExactly(written: number): Fraction {
  const [digits = '', exponent = '0'] = String(written).split('e');
  return new Fraction(digits).mul(new Fraction(10).pow(Number(exponent)));
}

/** The numbers of a record, which are few and are asked for with each of many rows. */
const known = new Map<number, Fraction>();
const mostKnown = 10_000;

/** The decimal that stands in a file, exactly: 99.95 is 1999/20 and not the nearest binary number. */
export function exactly(written: number): Fraction {
  const found = known.get(written);
  if (found) return found;
  const read = readExactly(written);
  if (known.size < mostKnown) known.set(written, read);
  return read;
}

/** A percentage as a share of the whole: 99.95 becomes 1999/2000. */
export const shareOf = (percent: number): Fraction => exactly(percent).div(100);

/** Minutes in milliseconds. */
export const minutes = (written: number): Fraction => exactly(written).mul(60_000);

export const ratio = (part: bigint | number, whole: bigint | number): Fraction =>
  new Fraction(BigInt(part), BigInt(whole));

export const smaller = (a: Fraction, b: Fraction): Fraction => (a.lt(b) ? a : b);
export const larger = (a: Fraction, b: Fraction): Fraction => (a.gt(b) ? a : b);

/** The digits of a fraction that is not negative, cut after `places` decimals: 99.996 with two is 99.99 and never 100.00. */
export function cutDigits({ n, d }: Fraction, places: number): string {
  const digits = ((n * 10n ** BigInt(places)) / d).toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The decimal of a fraction that is not negative, if it ends: if its denominator is made of 2 and 5. */
export function endingDecimal(value: Fraction): string | undefined {
  let rest = value.d;
  const take = (prime: bigint): number => {
    let times = 0;
    for (; rest % prime === 0n; rest /= prime) times++;
    return times;
  };
  const places = Math.max(take(2n), take(5n));
  return rest === 1n ? cutDigits(value, places) : undefined;
}

/** A share as percent, cut after `places` decimals. */
export const percentDigits = (share: Fraction, places: number): string =>
  cutDigits(share.mul(100), places);

/** `n/d`, or the whole number. */
export const fractionText = (value: Fraction): string => value.toFraction();
