import type { Incident } from '../incident.ts';
import { type Month, type Year, byYear } from './history.ts';
import type { PlainDate } from '../time.ts';

/** How many incidents a page of the history shows at the most. */
export const mostOnPage = 100;

/** A page of the history: a year, a month of a year that is too long for one page, or a part of a month that is. */
export interface HistoryPage {
  year: number;
  /** The first day of the month, for a page of a month. */
  month: PlainDate | undefined;
  /** From 1; always 1 but where a month has several pages. */
  part: number;
  /** How many pages this year, or month, has. */
  parts: number;
  /** Incidents by month; none on the page of a year that is too long for one page. */
  shown: Month[];
  /** The months that have pages of their own, with the number of incidents in each. */
  months: { month: PlainDate; count: number }[];
}

function monthPages(
  { year }: Year,
  { month, incidents }: Month,
  months: HistoryPage['months'],
): HistoryPage[] {
  const parts = Math.ceil(incidents.length / mostOnPage);
  return Array.from({ length: parts }, (_, index) => ({
    year,
    month,
    part: index + 1,
    parts,
    shown: [{ month, incidents: incidents.slice(index * mostOnPage, (index + 1) * mostOnPage) }],
    months,
  }));
}

function yearPages(year: Year): HistoryPage[] {
  const whole = { year: year.year, month: undefined, part: 1, parts: 1 };
  if (year.count <= mostOnPage) return [{ ...whole, shown: year.months, months: [] }];
  const months = year.months.map(({ month, incidents }) => ({ month, count: incidents.length }));
  return [
    { ...whole, shown: [], months },
    ...year.months.flatMap((month) => monthPages(year, month, months)),
  ];
}

/** The pages on which the whole history stands, the latest year first, so that none of them grows without bound. */
export const historyPages = (
  incidents: readonly Incident[],
  zone: string,
  now: number,
): HistoryPage[] => byYear(incidents, zone, now).flatMap(yearPages);
