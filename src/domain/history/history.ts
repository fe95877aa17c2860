import type { Incident } from '../incident.ts';
import { beganAt, lifetime } from '../progress.ts';
import { type PlainDate, dayOf, isDayBefore } from '../time.ts';

export interface Month {
  /** Its first day. */
  month: PlainDate;
  incidents: Incident[];
}

/** Incidents by the month in which they began in `zone`, or by the month `since` if they began before it, in the order in which they come. */
export function byMonth(incidents: readonly Incident[], zone: string, since?: PlainDate): Month[] {
  const months: Month[] = [];
  for (const incident of incidents) {
    const began = dayOf(beganAt(incident), zone).with({ day: 1 });
    const month = since && isDayBefore(began, since) ? since : began;
    const last = months.at(-1);
    if (last?.month.equals(month)) last.incidents.push(incident);
    else months.push({ month, incidents: [incident] });
  }
  return months;
}

/** The years in `zone` that an incident touches, the first one first; what is open goes on until `now` (epoch ms). */
export function yearsOf(incident: Incident, zone: string, now: number): number[] {
  const { from, to } = lifetime(incident, now);
  const [first, last] = [dayOf(from, zone).year, dayOf(to, zone).year];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export interface Year {
  year: number;
  months: Month[];
  /** How many incidents it has. */
  count: number;
}

/**
 * Incidents, which come newest first, by the years in `zone` that they touch, the latest first. In a year in which an incident did not begin,
 * it stands in January.
 */
export function byYear(incidents: readonly Incident[], zone: string, now: number): Year[] {
  const touching = new Map<number, Incident[]>();
  for (const incident of incidents) {
    for (const year of yearsOf(incident, zone, now)) {
      const found = touching.get(year);
      if (found) found.push(incident);
      else touching.set(year, [incident]);
    }
  }
  return [...touching]
    .sort(([a], [b]) => b - a)
    .map(([year, found]) => ({
      year,
      months: byMonth(found, zone, dayOf(now, zone).with({ year, month: 1, day: 1 })),
      count: found.length,
    }));
}
