import type { Incident } from './incident.ts';
import { beganAt } from './progress.ts';
import { type PlainDate, dayOf } from './time.ts';

export interface Month {
  /** Its first day. */
  month: PlainDate;
  incidents: Incident[];
}

/** Incidents by the month in which they began in `zone`, in the order in which they come. */
export function byMonth(incidents: readonly Incident[], zone: string): Month[] {
  const months: Month[] = [];
  for (const incident of incidents) {
    const month = dayOf(beganAt(incident), zone).with({ day: 1 });
    const last = months.at(-1);
    if (last?.month.equals(month)) last.incidents.push(incident);
    else months.push({ month, incidents: [incident] });
  }
  return months;
}

/** The year in which an incident began in `zone`. */
export const yearOf = (incident: Incident, zone: string): number => dayOf(beganAt(incident), zone).year;

/** The years in which something began in `zone`, the latest first. */
export const yearsOf = (incidents: readonly Incident[], zone: string): number[] =>
  [...new Set(incidents.map((incident) => yearOf(incident, zone)))].sort((a, b) => b - a);
