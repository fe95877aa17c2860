import type { PolicyInPeriod } from './policy-in-period.ts';
import { periodsOver } from './period.ts';
import { type Interval, type PlainDate, compareDays, contains, dayInterval } from '../time.ts';

/**
 * Rolling days can end with any day, and the site names those that end with an incident, and those before as far as it goes back. The last
 * days of these in `span` (epoch ms), in order, that were not asked for; none where the period is a month or a quarter.
 */
export function otherLastDays({ policy, period, windows }: PolicyInPeriod, span: Interval): PlainDate[] {
  if (policy.period.every !== 'days') return [];
  const ofIncidents = [
    ...Map.groupBy(
      windows.filter(({ isDowntime }) => isDowntime),
      ({ incident }) => incident,
    ).values(),
  ];
  const days = ofIncidents
    .map((own) => ({ from: Math.min(...own.map((window) => window.span.from)), to: Math.max(...own.map((window) => window.span.to)) }))
    .flatMap((whole) => periodsOver(policy.period, whole).map(({ last }) => last))
    .filter((day) => !day.equals(period.last) && contains(span, dayInterval(day, policy.period.zone).to - 1));
  return [...new Map(days.map((day) => [day.toString(), day])).values()].sort(compareDays);
}
