import { type Bounds, isWithin } from '../exact/bounds.ts';
import { Fraction, ratio, zero } from '../exact/fraction.ts';
import { type RoundingMode, roundAmount } from '../exact/rounding.ts';
import { type Earning, capped, earnedBy } from '../money/earning.ts';

/** A policy in one period, as exact numbers: all that a browser needs to work out a credit as the command does. */
export interface CalculatorRule extends Earning {
  /** How long the period is, in ms. */
  period: Fraction;
  /** How long an outage has to last to count, and what it is rounded down to, in ms. */
  lasting: Bounds;
  unit: Fraction;
  minimum: Bounds;
  /** Of the currency. */
  decimals: number;
  mode: RoundingMode;
}

/** What one outage of so many ms without a break earns who pays `fee` for the period, in the smallest unit of the currency. */
export function creditOf(rule: CalculatorRule, outage: bigint, fee: Fraction): bigint {
  const { period, lasting, unit, minimum, decimals, mode } = rule;
  const downtime = outage < period.n ? outage : period.n;
  const counted = isWithin(ratio(downtime, 1), lasting)
    ? ratio(downtime - (downtime % unit.n), 1)
    : zero;
  const amount = fee.mul(capped(rule, earnedBy(rule, counted, period).share));
  return isWithin(amount, minimum) ? roundAmount(amount, decimals, mode) : 0n;
}

/** Numbers are written as `n/d`. */
export const writeRule = (rule: CalculatorRule): string =>
  JSON.stringify(rule, (_, value) => {
    if (!(value instanceof Fraction)) return value;
    const { n, d } = value.reduced();
    return `${n}/${d}`;
  });

export const readRule = (text: string): CalculatorRule =>
  JSON.parse(text, (_, value) => {
    const [n, d] = typeof value === 'string' ? value.split('/') : [];
    return n && d ? new Fraction(BigInt(n), BigInt(d)) : value;
  });
