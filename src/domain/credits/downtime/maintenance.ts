import { Temporal } from 'temporal-polyfill';
import { type Announcement, announcement } from '../../announced.ts';
import { impactsOf, resolvedAt } from '../../impact.ts';
import type { Incident, Maintenance } from '../../incident.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import { endDoubt } from './windows.ts';
import { type Interval, clip, isEmpty, subtract, union } from '../../time.ts';

/** Whether the time of a maintenance is excluded, by the notice that customers had of it; if not, why not. */
type Standing =
  | 'excluded'
  /** They had less. */
  | 'late'
  /** An update moved the work, and nobody knows for when it was scheduled before. */
  | 'moved-unknown'
  /** Nobody knows whether it was announced, or when it ended. */
  | 'doubtful';

/** A time of maintenance that a policy would take out. */
export interface Exclusion {
  incident: string;
  /** `undefined` if the maintenance names none: then it is about each. */
  service: string | undefined;
  /** `undefined` if it was not limited to regions. */
  regions: readonly string[] | undefined;
  /** Epoch ms. What is still to come is not in it. */
  time: Interval;
  standing: Standing;
}

/** What a policy excludes: the window that was announced, whatever happened in it, or what the work itself did inside it. */
export const excludedBy = ({
  exclude: { maintenance },
}: CreditPolicy): 'window' | 'its_own_impact' => maintenance?.by ?? 'window';

/** The times of a maintenance by what customers knew of them. Time that a move added at short notice is late. */
function partsOf(
  { scheduled }: Maintenance,
  told: Announcement,
): Pick<Exclusion, 'time' | 'standing'>[] {
  const whole = {
    from: scheduled.from.epochMilliseconds,
    to: scheduled.to.epochMilliseconds,
  };
  if (told.knew === 'late') return [{ time: whole, standing: 'late' }];
  const { window } = told;
  if (!window) return [{ time: whole, standing: 'moved-unknown' }];
  const added = subtract([whole], [window]).map((time) => ({
    time,
    standing: 'late' as const,
  }));
  return [
    {
      time: window,
      standing: told.knew === 'in_time' ? 'excluded' : 'doubtful',
    },
    ...added,
  ];
}

/**
 * What `policy` would take out because of an incident, as of `now` (epoch ms). A window ends with the update that says that the work is
 * completed: from then on customers counted on the service again, and of work that was called off nothing is left.
 */
export function exclusionsOf(policy: CreditPolicy, incident: Incident, now: number): Exclusion[] {
  const { maintenance } = policy.exclude;
  if (!maintenance || incident.kind !== 'maintenance') return [];
  const told = announcement(incident, maintenance.notice?.total('milliseconds') ?? 0);
  const ended = {
    from: -Infinity,
    to: Math.min(now, resolvedAt(incident) ?? now),
  };
  const impacts = impactsOf(incident, now);
  const nowhere = { service: undefined, regions: undefined };
  return partsOf(incident, told)
    .flatMap(({ time: part, standing }): Exclusion[] => {
      const time = clip(part, ended);
      const isWindow = excludedBy(policy) === 'window';
      if (isWindow && impacts.length === 0)
        return [{ incident: incident.id, ...nowhere, time, standing }];
      return impacts.map((impact) => {
        const doubt = isWindow ? undefined : endDoubt(incident, impact, now);
        return {
          incident: incident.id,
          service: impact.service,
          regions: impact.regions?.length ? impact.regions : undefined,
          time: isWindow ? time : clip(doubt ?? impact.span, time),
          standing: doubt && standing === 'excluded' ? 'doubtful' : standing,
        };
      });
    })
    .filter(({ time }) => !isEmpty(time));
}

const yearOf = (at: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).year;

const startOf = (year: number, zone: string): number =>
  new Temporal.PlainDate(year, 1, 1).toZonedDateTime(zone).epochMilliseconds;

/** The calendar years, in epoch ms, that an interval touches in `zone`. */
export function yearsAround({ from, to }: Interval, zone: string): Interval {
  return {
    from: startOf(yearOf(from, zone), zone),
    to: startOf(yearOf(Math.max(from, to - 1), zone) + 1, zone),
  };
}

/** Doubtful maintenance that may have used up the yearly allowance before the last of `excluded`. */
export function allowanceInDoubt(
  { exclude: { maintenance }, period: { zone } }: CreditPolicy,
  exclusions: readonly Exclusion[],
  excluded: readonly Interval[],
): Exclusion[] {
  const last = excluded.at(-1);
  if (maintenance?.per_year === undefined || !last || !excluded[0]) return [];
  const before = { from: yearsAround(excluded[0], zone).from, to: last.from };
  return exclusions.filter(
    ({ standing, time }) => standing === 'doubtful' && !isEmpty(clip(time, before)),
  );
}

/** The first `length` milliseconds of intervals that do not overlap and stand in order. */
function firstOf(intervals: readonly Interval[], length: number): Interval[] {
  let left = length;
  return intervals.flatMap(({ from, to }) => {
    const kept = { from, to: Math.min(to, from + left) };
    left = Math.max(0, left - (to - from));
    return isEmpty(kept) ? [] : [kept];
  });
}

/**
 * The maintenance that `policy` excludes, among all of whole years: what was announced with enough notice, up to the allowance of each
 * calendar year in the policy's zone, the earliest first. In order, without overlaps, in epoch ms.
 */
export function excludedMaintenance(
  { exclude: { maintenance }, period: { zone } }: CreditPolicy,
  exclusions: readonly Exclusion[],
): Interval[] {
  const announced = union(
    exclusions.flatMap(({ standing, time }) => (standing === 'excluded' ? [time] : [])),
  );
  const allowance = maintenance?.per_year?.total('milliseconds');
  if (allowance === undefined || announced.length === 0) return announced;
  const first = yearOf(announced[0]?.from ?? 0, zone);
  const last = yearOf(announced.at(-1)?.to ?? 0, zone);
  const years = Array.from({ length: last - first + 1 }, (_, index) => ({
    from: startOf(first + index, zone),
    to: startOf(first + index + 1, zone),
  }));
  return union(
    years.flatMap((year) =>
      firstOf(
        announced.map((interval) => clip(interval, year)).filter((part) => !isEmpty(part)),
        allowance,
      ),
    ),
  );
}
