import { exactly } from '../exact/fractions.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import { type Quotient, isMore } from '../exact/quotient.ts';

/** The least that a policy gives out in one currency. */
export interface Minimum {
  least: Quotient;
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

/** Whether a policy says how small a credit in `currency` may be, if it says so of any. */
export const minimumKnown = ({ minimum }: CreditPolicy, currency: string): boolean =>
  minimum === undefined || leastOf(minimum, currency) !== undefined;

/** `undefined` if everything is given out, however little. */
export const minimumIn = ({ minimum }: CreditPolicy, currency: string): Minimum | undefined =>
  minimum && { least: exactly(leastOf(minimum, currency) ?? 0), isGiven: 'gte' in minimum };

export const isEnough = (amount: Quotient, minimum: Minimum | undefined): boolean =>
  !minimum || (minimum.isGiven ? !isMore(minimum.least, amount) : isMore(amount, minimum.least));
