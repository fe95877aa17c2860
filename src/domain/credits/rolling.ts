import type { PolicyInPeriod } from './policy-in-period.ts';
import { type Interval, type PlainDate, compareDays, contains, dayOf } from '../time.ts';

/**
 * Rolling days can end with any day, and the site names those that end with an incident. The last days of these in `span` (epoch ms), in
 * order, that were not asked for; none where the period is a month or a quarter.
 */
export function otherLastDays({ policy, period, windows }: PolicyInPeriod, span: Interval): PlainDate[] {
  if (policy.period.every !== 'days') return [];
  const ends = windows.filter(({ isDowntime }) => isDowntime).flatMap(({ ended }) => (ended === undefined ? [] : [ended - 1]));
  const days = ends.filter((end) => contains(span, end)).map((end) => dayOf(end, policy.period.zone));
  return [...new Map(days.map((day) => [day.toString(), day])).values()].filter((day) => !day.equals(period.last)).sort(compareDays);
}
