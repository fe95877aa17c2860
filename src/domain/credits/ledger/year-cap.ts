import { Temporal } from 'temporal-polyfill';
import { type Fraction, exactly, one, shareOf } from '../exact/fraction.ts';
import { type CreditPeriod, yearsIn } from '../policy/period.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import type { PlainDate } from '../../time.ts';
import type { Basis } from './entry.ts';

type YearlyCap = NonNullable<CreditPolicy['cap_per_year']>;

/** How often a year has what the fee in the list of customers pays for. */
const feesInYear = (
  { base: { fee_for: feeFor }, period: rules }: CreditPolicy,
  period: CreditPeriod,
): Fraction =>
  ({
    period: one.div(yearsIn(rules, period)),
    month: exactly(12),
    quarter: exactly(4),
    year: one,
  })[feeFor];

/** The most that a policy grants in a year for a charge with this fee; `undefined` if it does not say. */
export const yearlyCap = (
  policy: CreditPolicy,
  period: CreditPeriod,
  fee: Fraction,
): Fraction | undefined =>
  policy.cap_per_year &&
  fee.mul(feesInYear(policy, period)).mul(shareOf(policy.cap_per_year.percent));

/** The first day of the year in which a day lies, and that of the year after. */
function yearWith({ begins }: YearlyCap, day: PlainDate): { from: PlainDate; until: PlainDate } {
  const own = Temporal.PlainDate.from(`${String(day.year).padStart(4, '0')}-${begins}`);
  const from = Temporal.PlainDate.compare(own, day) > 0 ? own.subtract({ years: 1 }) : own;
  return { from, until: from.add({ years: 1 }) };
}

/** Whether what was granted on a basis counts in the same year of a policy as a period. */
export function countsInYear(
  { id, cap_per_year: cap }: CreditPolicy,
  { first }: CreditPeriod,
  earlier: Pick<Basis, 'policy' | 'from'>,
): boolean {
  if (!cap || earlier.policy !== id) return false;
  const { from, until } = yearWith(cap, first);
  return earlier.from >= from.toString() && earlier.from < until.toString();
}
