import { type CreditPeriod, monthsIn, yearsIn } from './period.ts';
import type { CreditPolicy, Tier } from './policy.ts';
import type { CountedDowntime } from './downtime.ts';
import type { Interval } from '../time.ts';
import { type Fraction, exactly, one, ratio, shareOf, smaller, zero } from './fractions.ts';

/** What a customer has earned, as shares: fees are multiplied only at the very end. */
export interface CreditRate {
  /** The base as a share of the fee in the list of customers. */
  base: Fraction;
  /** What was earned, as a share of the base, before the cap. */
  earned: Fraction;
  /** The cap as a share of the base. */
  cap: Fraction | undefined;
  /** The place of the tier that applies, in the order in which tiers are written. */
  tier: number | undefined;
  /** Steps of downtime that were counted. */
  steps: bigint | undefined;
  /** The share of the fee that is credited: base × the smaller of what was earned and the cap. */
  ofFee: Fraction;
}

const above = (uptime: Fraction, { gt, gte }: Tier): boolean =>
  (gt === undefined || uptime.gt(shareOf(gt))) && (gte === undefined || uptime.gte(shareOf(gte)));
const below = (uptime: Fraction, { lt, lte }: { lt?: number; lte?: number }): boolean =>
  (lt === undefined || uptime.lt(shareOf(lt))) && (lte === undefined || uptime.lte(shareOf(lte)));

/** The upper bound of a tier, in percent. */
export const upperBound = ({ lt, lte }: Tier): number => lt ?? lte ?? 100;

/** The places of tiers from the best uptime to the worst, in whatever order they are written. */
export const tiersFromTop = (tiers: readonly Tier[]): number[] =>
  [...tiers.entries()]
    .sort(([, a], [, b]) => upperBound(b) - upperBound(a) || Number(a.lte === undefined) - Number(b.lte === undefined))
    .map(([index]) => index);

/** The place of the lowest tier that uptime falls into; bounds are compared as fractions. */
export const tierAt = (tiers: readonly Tier[], uptime: Fraction): number | undefined =>
  tiersFromTop(tiers).findLast((index) => {
    const tier = tiers[index];
    return tier !== undefined && below(uptime, tier) && above(uptime, tier);
  });

/** An amount that a policy states as a percentage, as days or as months, as a share of the base. */
function asShare(
  { percent, days, months }: { percent?: number; days?: number; months?: number },
  { period: rules }: CreditPolicy,
  period: CreditPeriod,
): Fraction {
  if (percent !== undefined) return shareOf(percent);
  if (days !== undefined) return exactly(days).div(period.days);
  return months === undefined ? zero : exactly(months).div(monthsIn(rules, period));
}

/** What a tier gives, as a share of the base. */
export const tierShare = (policy: CreditPolicy, period: CreditPeriod, tier: Pick<Tier, 'percent' | 'days' | 'months'>): Fraction =>
  asShare(tier, policy, period);

/** How much of a fee falls to one period. */
export const periodShare = ({ base, period: rules }: CreditPolicy, period: CreditPeriod): Fraction =>
  ({ period: one, month: monthsIn(rules, period), quarter: monthsIn(rules, period).div(3), year: yearsIn(rules, period) })[base.fee_for];

/** The base as a share of the fee: what falls to the period, or of that to the covered time (epoch ms), if the policy says so. */
export function baseShare(policy: CreditPolicy, period: CreditPeriod, covered: Interval): Fraction {
  const share = periodShare(policy, period);
  return policy.base.prorated ? share.mul(ratio(covered.to - covered.from, period.span.to - period.span.from)) : share;
}

function multipleEarned({ times, of, when }: NonNullable<CreditPolicy['multiple']>, uptime: Fraction): Fraction {
  if (when && !below(uptime, when)) return zero;
  const promised = of === 'excess' && when ? shareOf('lt' in when ? when.lt : when.lte) : one;
  return exactly(times).mul(promised.sub(uptime));
}

function stepsOf({ each_minutes: each, begun, after_minutes: after }: NonNullable<CreditPolicy['steps']>, downtime: Fraction): bigint {
  const counted = downtime.div(60_000).sub(exactly(after));
  if (counted.lte(0)) return 0n;
  const steps = counted.div(exactly(each));
  return (begun ? steps.ceil() : steps.floor()).n;
}

/** What the downtime of a period has earned under a policy. */
export function creditRate(policy: CreditPolicy, period: CreditPeriod, counted: CountedDowntime): CreditRate {
  const { tiers, multiple, steps: stepping } = policy;
  const tier = tiers && tierAt(tiers, counted.uptime);
  const steps = stepping && stepsOf(stepping, counted.downtime);
  const reached = tier === undefined ? undefined : tiers?.[tier];
  const earned = reached
    ? asShare(reached, policy, period)
    : multiple
      ? multipleEarned(multiple, counted.uptime)
      : stepping && steps !== undefined
        ? shareOf(stepping.percent).mul(steps)
        : zero;
  const cap = policy.cap && asShare(policy.cap, policy, period);
  const base = baseShare(policy, period, counted.bounds);
  return { base, earned, cap, tier, steps, ofFee: base.mul(cap ? smaller(earned, cap) : earned) };
}
