import { powerOfTen } from '../exact/money.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import { type Quotient, roundedQuotient } from '../exact/quotient.ts';
import { Fraction, zero } from '../exact/fractions.ts';

type Rounding = CreditPolicy['rounding'];

/** Rounds an exact amount to the smallest unit of its currency, which has `decimals`. */
export function roundAmount({ n, d }: Quotient, decimals: number, mode: Rounding['mode']): bigint {
  return roundedQuotient(n * powerOfTen(decimals), d, mode);
}

/** What one customer has been given so far in one currency, and what was exact. */
interface Running {
  exact: Fraction;
  given: bigint;
}

/** Rounds rows so that those of one customer add up to their rounded sum: each gets what its part adds to that sum. */
export function totalRounding(): (
  customer: string,
  amount: Quotient,
  decimals: number,
  mode: Rounding['mode'],
) => bigint {
  const running = new Map<string, Running>();
  return (customer, amount, decimals, mode) => {
    const before = running.get(customer) ?? { exact: zero, given: 0n };
    const exact = before.exact.add(new Fraction(amount.n, amount.d));
    const given = roundAmount(exact, decimals, mode);
    const whole = exact.mul(new Fraction(powerOfTen(decimals)));
    // A sum that is whole and even changes no later rounding, and need not be kept.
    if (whole.d === 1n && whole.n % 2n === 0n) running.delete(customer);
    else running.set(customer, { exact, given });
    return given - before.given;
  };
}
