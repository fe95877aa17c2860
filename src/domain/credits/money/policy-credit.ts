import type { Assessment } from './assessment.ts';
import { type Minimum, isEnough } from './minimum.ts';
import { type Fraction, zero } from '../exact/fraction.ts';

/** What a policy gives a row. */
export interface PolicyCredit {
  assessment: Assessment;
  amount: Fraction;
  /** Whether it is less than the policy gives out; then the amount is nothing. */
  belowMinimum: boolean;
}

/** `minimum`: of the policy, in the currency of the fee. */
export function policyCredit(
  assessment: Assessment,
  fee: Fraction,
  minimum: Minimum | undefined,
): PolicyCredit {
  const amount = fee.mul(assessment.rate.ofFee);
  const belowMinimum = amount.n > 0n && !isEnough(amount, minimum);
  return { assessment, amount: belowMinimum ? zero : amount, belowMinimum };
}

/** The credits that are given, of several for one row: all if every policy adds, otherwise the greatest, or the first of equal ones. */
export function stacked(credits: readonly PolicyCredit[]): readonly PolicyCredit[] {
  const [only] = credits;
  if (credits.length === 1 && only && only.amount.n > 0n) return credits;
  const owed = credits.filter(({ amount }) => amount.n > 0n);
  const [first] = owed;
  if (!first || owed.every(({ assessment }) => assessment.policy.stacking === 'sum')) return owed;
  return [owed.reduce((best, next) => (next.amount.gt(best.amount) ? next : best), first)];
}
