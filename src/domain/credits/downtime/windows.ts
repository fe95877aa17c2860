import type { CreditPolicy } from '../policy/policy.ts';
import { type Fraction, exactly, one } from '../exact/fraction.ts';
import { type Impact, goneBy, impactsOf } from '../../impact.ts';
import type { ImpactWindow, Incident } from '../../incident.ts';
import type { Interval } from '../../time.ts';

/** An impact window that a policy counts as downtime. What maintenance excludes is still in it. */
export interface CreditWindow {
  incident: string;
  service: string;
  /** `undefined` if it was not limited to regions. */
  regions: readonly string[] | undefined;
  /** Epoch ms. What is still to come is not in it; of a window whose end is unknown it is empty. */
  span: Interval;
  /** When it ended, epoch ms; `undefined` while it goes on, or if nobody knows. */
  ended: number | undefined;
  /** All the time that may have been downtime, if nobody knows how much of it was. */
  doubt: Interval | undefined;
  /** How much of each of its moments is downtime, above 0 and up to 1. */
  weight: Fraction;
}

type ImpactStatus = ImpactWindow['status'];

/** Maintenance that is not excluded is to customers what a major outage is. */
export const listed = (statuses: readonly ImpactStatus[], status: ImpactStatus): boolean =>
  statuses.includes(status) ||
  (status === 'under_maintenance' && statuses.includes('major_outage'));

function failsEnough(
  { down: { error_rate: threshold } }: CreditPolicy,
  { status, error_rate: measured }: ImpactWindow,
): boolean {
  if (!threshold) return true;
  if (measured === undefined) return listed(threshold.unmeasured, status);
  const above = threshold.gt === undefined || measured > threshold.gt;
  return above && (threshold.gte === undefined || measured >= threshold.gte);
}

const isLeftOut = (
  { exclude: { flagged } }: CreditPolicy,
  { excluded_as: reason }: ImpactWindow,
): boolean => reason !== undefined && (flagged === 'all' || flagged.includes(reason));

/** The time that an impact with an unknown end may have taken: from its beginning up to the resolving update. */
export const endDoubt = (
  incident: Incident,
  { span: { from }, end }: Pick<Impact, 'span' | 'end'>,
  now: number,
): Interval | undefined =>
  end === 'unknown' ? { from, to: Math.min(goneBy(incident, from, now), now) } : undefined;

const isCounted = (policy: CreditPolicy, written: ImpactWindow): boolean =>
  listed(policy.down.statuses, written.status) &&
  failsEnough(policy, written) &&
  !isLeftOut(policy, written);

/** Whether a policy divides by less time because of announced maintenance, be that downtime or not. */
export const takesOffMaintenance = ({ denominator }: CreditPolicy): boolean =>
  denominator.endsWith('minus_maintenance');

/** The windows of an incident that are downtime under `policy`, as of `now` (epoch ms). */
export function creditWindows(
  policy: CreditPolicy,
  incident: Incident,
  now: number,
): CreditWindow[] {
  const { weigh_by_share: weigh } = policy.down;
  return impactsOf(incident, now).flatMap((impact, index) => {
    const { service, regions, end, span } = impact;
    const written = incident.impact[index];
    if (!written || span.from >= now || !isCounted(policy, written)) return [];
    const doubt = endDoubt(incident, impact, now);
    return [
      {
        incident: incident.id,
        service,
        regions: regions?.length ? regions : undefined,
        span: doubt ? { from: span.from, to: span.from } : { ...span, to: Math.min(span.to, now) },
        ended: end === 'known' && span.to <= now ? span.to : undefined,
        doubt,
        weight: weigh && written.share !== undefined ? exactly(written.share) : one,
      },
    ];
  });
}
