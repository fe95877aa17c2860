import { type Fraction, powerOfTen } from './fraction.ts';

/** What becomes of half a unit, and of less and more than that. */
export const roundingModes = ['half_even', 'half_up', 'down'] as const;
export type RoundingMode = (typeof roundingModes)[number];

/** Rounds an amount that is not negative to the smallest unit of its currency, which has `decimals`. */
export function roundAmount(
  { n: amount, d }: Fraction,
  decimals: number,
  mode: RoundingMode,
): bigint {
  const n = amount * powerOfTen(decimals);
  const down = n / d;
  const rest = n - down * d;
  if (mode === 'down' || rest === 0n) return down;
  const twice = rest * 2n;
  return twice > d || (twice === d && (mode === 'half_up' || down % 2n === 1n)) ? down + 1n : down;
}
