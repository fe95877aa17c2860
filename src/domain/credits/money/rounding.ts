import { type Fraction, powerOfTen, zero } from '../exact/fraction.ts';
import { type RoundingMode, roundAmount } from '../exact/rounding.ts';
import type { PolicyCredit } from './policy-credit.ts';

/** Rounds the amount that a policy gives a customer, as the policy asks for it, to the smallest unit of the currency. */
export type Rounder = (
  customer: string,
  credit: PolicyCredit,
  currency: { code: string; decimals: number },
) => bigint;

/** Rounds rows so that those of one customer add up to their rounded sum: each gets what its part adds to that sum. */
export function totalRounding(): (
  customer: string,
  amount: Fraction,
  decimals: number,
  mode: RoundingMode,
) => bigint {
  /** What one customer has been given so far in one currency, and what was exact. */
  const running = new Map<string, { exact: Fraction; given: bigint }>();
  return (customer, amount, decimals, mode) => {
    const before = running.get(customer) ?? { exact: zero, given: 0n };
    const exact = before.exact.add(amount).reduced();
    const given = roundAmount(exact, decimals, mode);
    // A whole and even sum changes no later rounding, so it need not be kept.
    if ((exact.n * powerOfTen(decimals)) % (2n * exact.d) === 0n) running.delete(customer);
    else running.set(customer, { exact, given });
    return given - before.given;
  };
}

export function rounder(): Rounder {
  const byTotal = new Map<string, ReturnType<typeof totalRounding>>();
  return (customer, { assessment: { policy }, amount }, { code, decimals }) => {
    const { mode, per } = policy.rounding;
    if (per === 'line') return roundAmount(amount, decimals, mode);
    const ofPolicy = byTotal.get(policy.id) ?? totalRounding();
    byTotal.set(policy.id, ofPolicy);
    return ofPolicy(`${code} ${customer}`, amount, decimals, mode);
  };
}
