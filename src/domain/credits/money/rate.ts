import { type CreditPeriod, monthsIn, yearsIn } from '../policy/period.ts';
import type { CreditPolicy, Tier, Worth } from '../policy/policy.ts';
import type { CountedDowntime } from '../downtime/downtime.ts';
import { type Earning, capped, earnedBy } from './earning.ts';
import { exactBounds } from '../exact/bounds.ts';
import {
  type Fraction,
  exactly,
  minutes,
  one,
  ratio,
  shareOf,
  smaller,
  zero,
} from '../exact/fraction.ts';
import type { Interval } from '../../time.ts';

/** What a customer has earned, as shares: fees are multiplied only at the very end. */
export interface CreditRate {
  /** The base as a share of the fee in the list of customers. */
  base: Fraction;
  /** What was earned, as a share of the base, before the cap. */
  earned: Fraction;
  /** The cap as a share of the base. */
  cap: Fraction | undefined;
  /** The index of the tier that applies, in the order of the file. */
  tier: number | undefined;
  /** Steps of downtime that were counted. */
  steps: bigint | undefined;
  /** Where time is credited, in ms: see `Earned`. */
  time: Record<'allowed' | 'left' | 'credited', Fraction> | undefined;
  /** The share of the base that is credited: the smaller of what was earned and the cap. */
  ofBase: Fraction;
  /** The same as a share of the fee. */
  ofFee: Fraction;
}

/** The upper bound of a tier, in percent. */
export const upperBound = ({ lt, lte }: Tier): number => lt ?? lte ?? 100;

/** The indices of tiers from the best uptime to the worst. The file may have them in any order. */
export const tiersFromTop = (tiers: readonly Tier[]): number[] =>
  [...tiers.entries()]
    .sort(
      ([, a], [, b]) =>
        upperBound(b) - upperBound(a) || Number(a.lte === undefined) - Number(b.lte === undefined),
    )
    .map(([index]) => index);

/**
 * A percentage, days or months of a policy as a share of the base. A customer who was covered for only a `part` of the period, and pays only
 * that part, gets the same for a day, but never more days than were paid.
 */
export function worthOf(
  { period: rules }: CreditPolicy,
  period: CreditPeriod,
  { percent, days, months }: Worth,
  part = one,
): Fraction {
  if (percent !== undefined) return shareOf(percent);
  const share =
    days === undefined
      ? exactly(months ?? 0).div(monthsIn(rules, period))
      : exactly(days).div(period.days);
  return part.lt(1) ? smaller(share.div(part), one) : share;
}

/** How much of the fee in the list of customers falls to one period. */
export const feeShare = (
  { base: { fee_for: feeFor }, period: rules }: CreditPolicy,
  period: CreditPeriod,
): Fraction =>
  ({
    period: one,
    month: monthsIn(rules, period),
    quarter: monthsIn(rules, period).div(3),
    year: yearsIn(rules, period),
  })[feeFor];

/** How much of a period the base pays for: all of it, or the covered time (epoch ms), if the policy says so. */
export const partPaid = (
  { base }: CreditPolicy,
  { span }: CreditPeriod,
  bounds: Interval,
): Fraction => (base.prorated ? ratio(bounds.to - bounds.from, span.to - span.from) : one);

/** The base as a share of the fee: what falls to the period, or of that to the covered time (epoch ms), if the policy says so. */
export const baseShare = (policy: CreditPolicy, period: CreditPeriod, bounds: Interval): Fraction =>
  feeShare(policy, period).mul(partPaid(policy, period, bounds));

/** A time that is credited, as `multiple` and `steps` both write it. */
function lostTime(policy: CreditPolicy): Earning['lost'] {
  const { multiple, steps } = policy;
  const written = multiple ?? steps;
  if (!written) return undefined;
  const { of, when, after_minutes: after, each_minutes: each, begun } = written;
  const promised = when && shareOf('lt' in when ? when.lt : when.lte);
  return {
    uptime: when ? exactBounds(when, shareOf) : {},
    allowed: of === 'excess' && promised ? one.sub(promised) : zero,
    after: minutes(after),
    each: each === undefined ? undefined : minutes(each),
    begun,
    worth: multiple ? exactly(multiple.times) : shareOf(steps?.percent ?? 0),
    per: multiple || each === undefined ? undefined : minutes(each),
  };
}

/** What a policy gives a customer who pays for a `part` of the period, as numbers, with the tiers from the best uptime to the worst. */
export function earningOf(policy: CreditPolicy, period: CreditPeriod, part = one): Earning {
  const { tiers = [], cap } = policy;
  const fromTop = tiersFromTop(tiers).flatMap((index) => tiers[index] ?? []);
  return {
    tiers: fromTop.map((tier) => ({
      uptime: exactBounds(tier, shareOf),
      share: worthOf(policy, period, tier, part),
    })),
    lost: lostTime(policy),
    cap: cap && worthOf(policy, period, cap, part),
  };
}

/** What the downtime of a period has earned under a policy. */
export function creditRate(
  policy: CreditPolicy,
  period: CreditPeriod,
  { downtime, denominator, bounds }: CountedDowntime,
): CreditRate {
  const earning = earningOf(policy, period, partPaid(policy, period, bounds));
  const { share, tier, steps, time } = earnedBy(earning, downtime, ratio(denominator, 1));
  const base = baseShare(policy, period, bounds);
  const ofBase = capped(earning, share);
  return {
    base,
    earned: share,
    cap: earning.cap,
    ofBase,
    tier: tier === undefined ? undefined : tiersFromTop(policy.tiers ?? [])[tier],
    steps,
    time,
    // It is multiplied with the fee of each row.
    ofFee: base.mul(ofBase).reduced(),
  };
}
