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

export interface Year {
  year: number;
  months: Month[];
  /** How many incidents it has. */
  count: number;
}

/** Incidents by the year in which they began in `zone`, and its months, in the order in which they come. */
export function byYear(incidents: readonly Incident[], zone: string): Year[] {
  const years: Year[] = [];
  for (const month of byMonth(incidents, zone)) {
    const { year } = month.month;
    const last = years.at(-1);
    if (last?.year === year) last.months.push(month);
    else years.push({ year, months: [month], count: 0 });
  }
  return years.map((year) => ({ ...year, count: year.months.reduce((sum, { incidents: { length } }) => sum + length, 0) }));
}
