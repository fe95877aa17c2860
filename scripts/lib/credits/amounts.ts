import {
  type Fraction,
  cutDigits,
  endingDecimal,
  fractionText,
  percentDigits,
} from '../../../src/domain/credits/fractions.ts';
import { type Decimal, decimalFraction } from '../../../src/domain/credits/money.ts';
import type { Verdict } from '../../../src/domain/credits/verdict.ts';

/** How many decimals of a percentage are shown; the fraction beside it is exact. */
export const shownDecimals = 6;

/** A number exactly: as a decimal if that ends, otherwise as a fraction. */
export const exactText = (value: Fraction): string => endingDecimal(value) ?? fractionText(value);

/** The same for people, who cannot see how much a fraction is. */
export const readableText = (value: Fraction): string =>
  endingDecimal(value) ?? `${fractionText(value)} ≈ ${cutDigits(value, shownDecimals)}`;

/** A share as percent, said to be cut where it does not end. */
export function percentText(share: Fraction): string {
  const digits = endingDecimal(share.mul(100));
  const isShort = digits !== undefined && (digits.split('.')[1] ?? '').length <= shownDecimals;
  return isShort ? `${digits}%` : `≈ ${percentDigits(share, shownDecimals)}%`;
}

/** What the percentage is of: the part of the fee that falls to the period. */
export const baseText = ({ assessments }: Verdict, fee: Decimal): string =>
  assessments.map(({ rate }) => exactText(decimalFraction(fee).mul(rate.base))).join(' + ');
