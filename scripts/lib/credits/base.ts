import { type Decimal, decimalFraction } from '../../../src/domain/credits/money.ts';
import type { Verdict } from '../../../src/domain/credits/verdict.ts';

/** What the percentage is of: the part of the fee that falls to the period, as a decimal if that ends, otherwise as a fraction. */
export const baseText = ({ assessments }: Verdict, fee: Decimal): string =>
  assessments
    .map(({ rate }) => {
      const base = decimalFraction(fee).mul(rate.base);
      return base.toString().includes('(') ? base.toFraction() : base.toString();
    })
    .join(' + ');
