import { type Bounds, isWithin } from '../exact/bounds.ts';
import { type Fraction, one, smaller, zero } from '../exact/fraction.ts';

/** What a policy gives for downtime in one period, as exact numbers: times in milliseconds, all else as shares. Browsers reckon with it too. */
export interface Earning {
  /** From the best uptime to the worst. The last one that uptime falls into applies. */
  tiers: readonly { uptime: Bounds; share: Fraction }[];
  lost: LostTime | undefined;
  /** As a share of the base. */
  cap: Fraction | undefined;
}

/** Credit for the time that was lost: `worth` for each `per`. */
interface LostTime {
  /** Only where uptime is within. */
  uptime: Bounds;
  /** What earns nothing: of the time that downtime is divided by, and of the downtime. */
  allowed: Fraction;
  after: Fraction;
  /** Counted in steps of this length; otherwise exactly. */
  each: Fraction | undefined;
  begun: boolean;
  /** As a share of the base. */
  worth: Fraction;
  /** `undefined`: all of the time that downtime is divided by. */
  per: Fraction | undefined;
}

export interface Earned {
  /** As a share of the base, before the cap. */
  share: Fraction;
  /** The place of the tier that applies. */
  tier: number | undefined;
  /** Steps of downtime that were counted. */
  steps: bigint | undefined;
  /** If time is credited: the downtime that was allowed and earned nothing, what is left, and how much of that counts. In ms. */
  time: { allowed: Fraction; left: Fraction; credited: Fraction } | undefined;
}

function stepsIn({ each, begun }: LostTime, time: Fraction): bigint | undefined {
  if (!each) return undefined;
  const { n, d } = time.div(each);
  return (begun ? n + d - 1n : n) / d;
}

function forLostTime(
  lost: LostTime,
  downtime: Fraction,
  denominator: Fraction,
  uptime: Fraction,
): Earned {
  const allowed = lost.allowed.mul(denominator);
  const beyond = downtime.sub(lost.after).sub(allowed);
  const left = isWithin(uptime, lost.uptime) && beyond.gt(0) ? beyond : zero;
  const steps = stepsIn(lost, left);
  const credited = lost.each && steps !== undefined ? lost.each.mul(steps) : left;
  const share = lost.worth.mul(credited.div(lost.per ?? denominator));
  return { share, tier: undefined, steps, time: { allowed, left, credited } };
}

/** What so much downtime of so much time has earned. */
export function earnedBy(
  { tiers, lost }: Earning,
  downtime: Fraction,
  denominator: Fraction,
): Earned {
  const uptime = one.sub(downtime.div(denominator));
  if (lost) return forLostTime(lost, downtime, denominator, uptime);
  const tier = tiers.findLastIndex((one) => isWithin(uptime, one.uptime));
  const reached = tiers[tier];
  return {
    share: reached?.share ?? zero,
    tier: reached && tier,
    steps: undefined,
    time: undefined,
  };
}

/** What of it is credited, as a share of the base. */
export const capped = ({ cap }: Earning, share: Fraction): Fraction =>
  cap ? smaller(share, cap) : share;
