import type { CreditPolicy } from './policy.ts';
import { Fraction, exactly, one } from './fractions.ts';
import { type Impact, goneBy, impactsOf } from '../impact.ts';
import type { ImpactWindow, Incident } from '../incident.ts';
import { type Interval, clip } from '../time.ts';

/** An impact window that a policy looks at: downtime, or maintenance that it takes off the time downtime is divided by. */
export interface CreditWindow {
  incident: string;
  service: string;
  /** `undefined` if it was not limited to regions. */
  regions: readonly string[] | undefined;
  /** Epoch ms. What is still to come is not in it; of a window whose end is unknown it is empty. */
  span: Interval;
  /** When it ended, epoch ms; `undefined` while it goes on, or if nobody knows. */
  ended: number | undefined;
  /** Of what nobody knows whether it was downtime: all that it may have been. */
  doubt: Interval | undefined;
  isDowntime: boolean;
  /** How much of each of its moments is downtime, above 0 and up to 1. */
  weight: Fraction;
  /** Whether it is maintenance. */
  planned: boolean;
  /** For maintenance with enough notice: the window that was announced. */
  announced: Interval | undefined;
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

/** The announced window of a maintenance of which customers had as much notice as the policy asks for. */
function noticedWindow(
  { exclude: { maintenance } }: CreditPolicy,
  incident: Incident,
): Interval | undefined {
  if (!maintenance || incident.kind !== 'maintenance' || incident.announced === 'unknown')
    return undefined;
  const from = incident.scheduled.from.epochMilliseconds;
  const notice = from - incident.announced.epochMilliseconds;
  return notice >= (maintenance.notice?.total('milliseconds') ?? 0)
    ? { from, to: incident.scheduled.to.epochMilliseconds }
    : undefined;
}

/**
 * What nobody knows of a window: from where its end is unknown, up to the resolving update; or all of it, if maintenance that was announced
 * is excluded and nobody knows whether this was.
 */
function doubtOf(
  { exclude: { maintenance } }: CreditPolicy,
  incident: Incident,
  { span, end }: Impact,
  now: number,
): Interval | undefined {
  if (end === 'unknown') return { from: span.from, to: goneBy(incident, span.from, now) };
  return maintenance && incident.kind === 'maintenance' && incident.announced === 'unknown'
    ? span
    : undefined;
}

const isCounted = (policy: CreditPolicy, written: ImpactWindow): boolean =>
  listed(policy.down.statuses, written.status) &&
  failsEnough(policy, written) &&
  !isLeftOut(policy, written);

/** Whether a policy divides by less time because of announced maintenance, be that downtime or not. */
export const takesOffMaintenance = ({ denominator }: CreditPolicy): boolean =>
  denominator.endsWith('minus_maintenance');

/** The windows of an incident that `policy` looks at, as of `now` (epoch ms). What was announced is still in them. */
export function creditWindows(
  policy: CreditPolicy,
  incident: Incident,
  now: number,
): CreditWindow[] {
  const { weigh_by_share: weigh } = policy.down;
  const announced = noticedWindow(policy, incident);
  return impactsOf(incident, now).flatMap((impact, index) => {
    const { service, regions, end } = impact;
    const written = incident.impact[index];
    if (!written || impact.span.from >= now) return [];
    const doubt = doubtOf(policy, incident, impact, now);
    const isDowntime = isCounted(policy, written);
    const isTakenOff =
      takesOffMaintenance(policy) && incident.kind === 'maintenance' && (announced ?? doubt);
    if (!isDowntime && !isTakenOff) return [];
    const past = clip(impact.span, { from: -Infinity, to: now });
    return [
      {
        incident: incident.id,
        service,
        regions: regions?.length ? regions : undefined,
        span: doubt ? { from: past.from, to: past.from } : past,
        ended: end === 'known' && impact.span.to <= now ? impact.span.to : undefined,
        doubt: doubt && clip(doubt, { from: -Infinity, to: now }),
        isDowntime,
        weight: weigh && written.share !== undefined ? exactly(written.share) : one,
        planned: incident.kind === 'maintenance',
        announced,
      },
    ];
  });
}
