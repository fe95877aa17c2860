import { Temporal } from 'temporal-polyfill';
import type { CreditPolicy } from './policy.ts';
import type { CreditWindow } from './windows.ts';
import { type Interval, clip, isEmpty, union } from '../time.ts';

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

/** Maintenance of which nobody knows all, and which may have used up the yearly allowance before what is excluded within `bounds`. */
export function allowanceInDoubt(
  { exclude: { maintenance }, period: { zone } }: CreditPolicy,
  doubtful: readonly CreditWindow[],
  excluded: readonly Interval[],
): CreditWindow[] {
  const last = excluded.at(-1);
  if (maintenance?.per_year === undefined || !last || !excluded[0]) return [];
  const before = { from: yearsAround(excluded[0], zone).from, to: last.from };
  return doubtful.filter(({ planned, doubt }) => planned && doubt && !isEmpty(clip(doubt, before)));
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
 * The maintenance that `policy` excludes, among windows of whole years: what was announced with enough notice, up to the allowance of each
 * calendar year in the policy's zone, the earliest first. In order, without overlaps, in epoch ms.
 */
export function excludedMaintenance(
  { exclude: { maintenance }, period: { zone } }: CreditPolicy,
  windows: readonly CreditWindow[],
): Interval[] {
  const announced = union(
    windows.flatMap(({ span, announced: window }) => (window ? [clip(span, window)] : [])),
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
