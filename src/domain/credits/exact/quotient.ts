// Exact arithmetic that needs no library: what is reckoned in browsers stands on it too.

/** An exact number, not reduced: reducing each of a million rows would cost more than all the rest. */
export interface Quotient {
  n: bigint;
  d: bigint;
}

/** Between which numbers another one has to lie; what is left out does not bound it. */
export interface Bounds {
  lt?: Quotient | undefined;
  lte?: Quotient | undefined;
  gt?: Quotient | undefined;
  gte?: Quotient | undefined;
}

/** The bounds that a policy writes, as exact numbers. What else stands beside them is left out. */
export const exactBounds = (
  { lt, lte, gt, gte }: { lt?: number; lte?: number; gt?: number; gte?: number },
  exact: (written: number) => Quotient,
): Bounds => {
  const bound = (written: number | undefined): Quotient | undefined =>
    written === undefined ? undefined : exact(written);
  return { lt: bound(lt), lte: bound(lte), gt: bound(gt), gte: bound(gte) };
};

export const nothing: Quotient = { n: 0n, d: 1n };

export const whole = (n: bigint): Quotient => ({ n, d: 1n });
export const product = (a: Quotient, b: Quotient): Quotient => ({ n: a.n * b.n, d: a.d * b.d });
export const quotient = (a: Quotient, b: Quotient): Quotient => ({ n: a.n * b.d, d: a.d * b.n });
export const difference = (a: Quotient, b: Quotient): Quotient => ({
  n: a.n * b.d - b.n * a.d,
  d: a.d * b.d,
});

export const isMore = (a: Quotient, b: Quotient): boolean => a.n * b.d > b.n * a.d;

export const isWithin = (value: Quotient, { lt, lte, gt, gte }: Bounds): boolean =>
  (!lt || isMore(lt, value)) &&
  (!lte || !isMore(value, lte)) &&
  (!gt || isMore(value, gt)) &&
  (!gte || !isMore(gte, value));

/** What becomes of half a unit, and of less and more than that. */
export const roundingModes = ['half_even', 'half_up', 'down'] as const;
export type RoundingMode = (typeof roundingModes)[number];

/** `n / d`, neither negative, as a whole number. */
export function roundedQuotient(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const down = n / d;
  const rest = n - down * d;
  if (mode === 'down' || rest === 0n) return down;
  const twice = rest * 2n;
  return twice > d || (twice === d && (mode === 'half_up' || down % 2n === 1n)) ? down + 1n : down;
}
