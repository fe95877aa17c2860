import { type Fraction, exactly } from '../exact/fraction.ts';
import type { CreditPolicy } from '../policy/policy.ts';

/** The least that a policy gives out in one currency. */
export interface Minimum {
  least: Fraction;
  /** Whether that itself is given out. */
  isGiven: boolean;
}

/** The least that a policy gives out in a currency as it is written; `undefined` if it does not say. */
export function leastOf(
  minimum: NonNullable<CreditPolicy['minimum']>,
  currency: string,
): number | undefined {
  const bound = 'gt' in minimum ? minimum.gt : minimum.gte;
  return typeof bound === 'number' ? bound : bound[currency];
}

/** Whether a policy says the least credit in `currency`, or names no least credit at all. */
export const minimumKnown = ({ minimum }: CreditPolicy, currency: string): boolean =>
  minimum === undefined || leastOf(minimum, currency) !== undefined;

/** `undefined` if everything is given out, however little. */
export const minimumIn = ({ minimum }: CreditPolicy, currency: string): Minimum | undefined =>
  minimum && {
    least: exactly(leastOf(minimum, currency) ?? 0),
    isGiven: 'gte' in minimum,
  };

export const isEnough = (amount: Fraction, minimum: Minimum | undefined): boolean =>
  !minimum || (minimum.isGiven ? amount.gte(minimum.least) : amount.gt(minimum.least));
