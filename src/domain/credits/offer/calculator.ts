import { type Earning, capped, earnedBy } from '../money/earning.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import {
  type Bounds,
  type Quotient,
  isWithin,
  nothing,
  product,
  roundedQuotient,
  whole,
} from '../exact/quotient.ts';

/** A policy in one period, as exact numbers: all that a browser needs to work out a credit as the command does. */
export interface CalculatorRule extends Earning {
  /** How long the period is, in ms. */
  period: Quotient;
  /** How long an outage has to last to count, and what it is rounded down to, in ms. */
  lasting: Bounds;
  unit: Quotient;
  minimum: Bounds;
  /** Of the currency. */
  decimals: number;
  mode: CreditPolicy['rounding']['mode'];
}

/** What one outage of so many ms without a break earns who pays `fee` for the period, in the smallest unit of the currency. */
export function creditOf(rule: CalculatorRule, outage: bigint, fee: Quotient): bigint {
  const { period, lasting, unit, minimum, decimals, mode } = rule;
  const downtime = outage < period.n ? outage : period.n;
  const counted = isWithin(whole(downtime), lasting)
    ? whole(downtime - (downtime % unit.n))
    : nothing;
  const amount = product(fee, capped(rule, earnedBy(rule, counted, period).share));
  return isWithin(amount, minimum)
    ? roundedQuotient(amount.n * 10n ** BigInt(decimals), amount.d, mode)
    : 0n;
}

/** Numbers are written as `n/d`. */
export const writeRule = (rule: CalculatorRule): string =>
  JSON.stringify(rule, (_, value) =>
    typeof value?.n === 'bigint' ? `${value.n}/${value.d}` : value,
  );

export const readRule = (text: string): CalculatorRule =>
  JSON.parse(text, (_, value) => {
    const [n, d] = typeof value === 'string' ? value.split('/') : [];
    return n && d ? { n: BigInt(n), d: BigInt(d) } : value;
  });
