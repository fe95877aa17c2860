type Exact = Fraction | bigint | number;

/**
 * The exact number of everything about credits: times, shares, fees, amounts before they are rounded. It is brought into lowest terms only
 * where it is written or kept (`reduced`), because doing so in each of a million rows would cost more than all the rest.
 */
export class Fraction {
  readonly n: bigint;
  /** Above 0. */
  readonly d: bigint;

  constructor(n: bigint, d = 1n) {
    this.n = n;
    this.d = d;
  }

  /** Where one denominator is a multiple of the other, that stays: a sum of decimals has as many decimals as the longest. */
  add(other: Exact): Fraction {
    const { n, d } = fraction(other);
    if (this.d % d === 0n) return new Fraction(this.n + n * (this.d / d), this.d);
    if (d % this.d === 0n) return new Fraction(this.n * (d / this.d) + n, d);
    return new Fraction(this.n * d + n * this.d, this.d * d);
  }

  sub(other: Exact): Fraction {
    const { n, d } = fraction(other);
    return this.add(new Fraction(-n, d));
  }

  mul(other: Exact): Fraction {
    const { n, d } = fraction(other);
    return new Fraction(this.n * n, this.d * d);
  }

  /** By a number above 0. */
  div(other: Exact): Fraction {
    const { n, d } = fraction(other);
    if (n <= 0n) throw new RangeError(`${this.toString()} is divided by ${n}/${d}.`);
    return new Fraction(this.n * d, this.d * n);
  }

  /** Below 0 if this is less than the other, 0 if they are equal, above 0 if it is more. */
  compare(other: Exact): number {
    const { n, d } = fraction(other);
    const own = this.n * d;
    const others = n * this.d;
    return own < others ? -1 : own > others ? 1 : 0;
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }
  lt(other: Exact): boolean {
    return this.compare(other) < 0;
  }
  lte(other: Exact): boolean {
    return this.compare(other) <= 0;
  }
  gt(other: Exact): boolean {
    return this.compare(other) > 0;
  }
  gte(other: Exact): boolean {
    return this.compare(other) >= 0;
  }

  /** In lowest terms. */
  reduced(): Fraction {
    let [a, b] = [this.n < 0n ? -this.n : this.n, this.d];
    while (b !== 0n) [a, b] = [b, a % b];
    return a === 1n ? this : new Fraction(this.n / a, this.d / a);
  }

  /** The nearest number of JavaScript, to show. */
  toNumber(): number {
    const { n, d } = this.reduced();
    return Number(n) / Number(d);
  }

  /** `n/d` in lowest terms, or the whole number. */
  toString(): string {
    const { n, d } = this.reduced();
    return d === 1n ? `${n}` : `${n}/${d}`;
  }
}

const fraction = (value: Exact): Fraction =>
  typeof value === 'object' ? value : new Fraction(BigInt(value));

export const zero = new Fraction(0n);
export const one = new Fraction(1n);

/** The decimal that stands in a file, exactly: 99.95 is 1999/20 and not the nearest binary number. */
export function exactly(written: number): Fraction {
  const [digits = '', exponent = '0'] = String(written).split('e');
  const [whole = '', decimals = ''] = digits.split('.');
  const places = decimals.length - Number(exponent);
  const n = BigInt(whole + decimals);
  return places < 0
    ? new Fraction(n * 10n ** BigInt(-places))
    : new Fraction(n, powerOfTen(places));
}

/** A percentage as a share of the whole: 99.95 becomes 1999/2000. */
export const shareOf = (percent: number): Fraction => exactly(percent).div(100);

/** Minutes in milliseconds. */
export const minutes = (written: number): Fraction => exactly(written).mul(60_000);

export const ratio = (part: bigint | number, whole: bigint | number): Fraction =>
  new Fraction(BigInt(part), BigInt(whole));

export const smaller = (a: Fraction, b: Fraction): Fraction => (a.lt(b) ? a : b);
export const larger = (a: Fraction, b: Fraction): Fraction => (a.gt(b) ? a : b);

const powersOfTen: readonly bigint[] = Array.from(
  { length: 20 },
  (_, places) => 10n ** BigInt(places),
);

export const powerOfTen = (exponent: number): bigint =>
  powersOfTen[exponent] ?? 10n ** BigInt(exponent);

/** The digits of a fraction that is not negative, cut after `places` decimals: 99.996 with two is 99.99 and never 100.00. */
export function cutDigits({ n, d }: Fraction, places: number): string {
  const digits = ((n * powerOfTen(places)) / d).toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The decimal of a fraction that is not negative, if it ends: if its denominator is made of 2 and 5. */
export function endingDecimal(value: Fraction): string | undefined {
  let rest = value.reduced().d;
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
