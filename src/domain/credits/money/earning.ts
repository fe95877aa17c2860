import {
  type Bounds,
  type Quotient,
  difference,
  isMore,
  isWithin,
  nothing,
  product,
  quotient,
  whole,
} from '../exact/quotient.ts';

/** What a policy gives for downtime in one period, as exact numbers: times in milliseconds, all else as shares. Browsers reckon with it too. */
export interface Earning {
  /** From the best uptime to the worst: of those that uptime falls into, the last applies. */
  tiers: readonly { uptime: Bounds; share: Quotient }[];
  lost: LostTime | undefined;
  /** As a share of the base. */
  cap: Quotient | undefined;
}

/** Credit for the time that was lost: `worth` for each `per`. */
interface LostTime {
  /** Only where uptime is within. */
  uptime: Bounds;
  /** What earns nothing: of the time that downtime is divided by, and of the downtime. */
  allowed: Quotient;
  after: Quotient;
  /** Counted in steps of this length; otherwise exactly. */
  each: Quotient | undefined;
  begun: boolean;
  /** As a share of the base. */
  worth: Quotient;
  /** `undefined`: all of the time that downtime is divided by. */
  per: Quotient | undefined;
}

export interface Earned {
  /** As a share of the base, before the cap. */
  share: Quotient;
  /** The place of the tier that applies. */
  tier: number | undefined;
  /** Steps of downtime that were counted. */
  steps: bigint | undefined;
  /** Where time is credited: what of the downtime earned nothing because it was allowed, what is left, and how much of that counts. In ms. */
  time: { allowed: Quotient; left: Quotient; credited: Quotient } | undefined;
}

function stepsIn({ each, begun }: LostTime, time: Quotient): bigint | undefined {
  if (!each) return undefined;
  const { n, d } = quotient(time, each);
  return (begun ? n + d - 1n : n) / d;
}

function forLostTime(
  lost: LostTime,
  downtime: Quotient,
  denominator: Quotient,
  uptime: Quotient,
): Earned {
  const allowed = product(lost.allowed, denominator);
  const beyond = difference(difference(downtime, lost.after), allowed);
  const counts = isWithin(uptime, lost.uptime) && isMore(beyond, nothing);
  const left = counts ? beyond : nothing;
  const steps = stepsIn(lost, left);
  const credited = lost.each && steps !== undefined ? product(lost.each, whole(steps)) : left;
  const share = product(lost.worth, quotient(credited, lost.per ?? denominator));
  return { share, tier: undefined, steps, time: { allowed, left, credited } };
}

/** What so much downtime of so much time has earned. */
export function earnedBy(
  { tiers, lost }: Earning,
  downtime: Quotient,
  denominator: Quotient,
): Earned {
  const uptime = quotient(difference(denominator, downtime), denominator);
  if (lost) return forLostTime(lost, downtime, denominator, uptime);
  const tier = tiers.findLastIndex((one) => isWithin(uptime, one.uptime));
  const reached = tiers[tier];
  const untimed = { steps: undefined, time: undefined };
  return reached
    ? { share: reached.share, tier, ...untimed }
    : { share: nothing, tier: undefined, ...untimed };
}

/** What of it is credited, as a share of the base. */
export const capped = ({ cap }: Earning, share: Quotient): Quotient =>
  cap && isMore(share, cap) ? cap : share;
