import { type Stretch, stretches } from './calendar.ts';
import type { Incident } from '../incident.ts';
import type { RecordIndex } from '../record/index-record.ts';
import { beganAt } from '../progress.ts';
import type { Service } from '../service.ts';
import { type PlainDate, dayOf } from '../time.ts';
import { type Day, days } from './uptime.ts';
import { type UptimeBreakdown, uptimeBreakdown } from './uptime-breakdown.ts';

/** How many months are broken down one by one; older ones are part of their year. */
const mostMonths = 24;

export interface DatedBreakdown extends Stretch, UptimeBreakdown {}

/** The first day of which something is known: since when customers could use it, or since when there is a record at all. */
function knownSince({ incidents, now, site }: RecordIndex, { since }: Service): PlainDate {
  const oldest = incidents.at(-1);
  return since ?? dayOf(oldest ? Math.min(beganAt(oldest), now) : now, site.time_zone);
}

const breakdowns = (
  unit: 'month' | 'year',
  record: RecordIndex,
  service: Service,
  most?: number,
): DatedBreakdown[] =>
  stretches(unit, knownSince(record, service), record.now, record.site.time_zone, most).map(
    (stretch) => ({
      ...stretch,
      ...uptimeBreakdown(
        record.impactsOfService.get(service.id) ?? [],
        stretch.period,
        record.site.uptime_weights,
      ),
    }),
  );

/** The months of a service with their uptime, the latest first. */
export const monthlyBreakdowns = (record: RecordIndex, service: Service): DatedBreakdown[] =>
  breakdowns('month', record, service, mostMonths);

/** The years of a service with their uptime, the latest first. */
export const yearlyBreakdowns = (record: RecordIndex, service: Service): DatedBreakdown[] =>
  breakdowns('year', record, service);

/** The days of the year of `now` up to that day, month by month. */
export function monthsOfYear(
  { impactsOfService, now, site }: RecordIndex,
  { id, since }: Service,
): Day[][] {
  const last = dayOf(now, site.time_zone);
  const found = days(impactsOfService.get(id) ?? [], {
    first: last.with({ month: 1, day: 1 }),
    last,
    since,
    zone: site.time_zone,
    now,
  });
  return Array.from({ length: last.month }, (_, index) =>
    found.filter(({ date }) => date.month === index + 1),
  );
}

/** The newest incidents, maintenance and notices about a service, `most` at the most, and how many there are. */
export function incidentsAbout(
  { impactsOfService, incident }: RecordIndex,
  { id }: Service,
  most: number,
): { newest: Incident[]; count: number } {
  const ids = [...new Set((impactsOfService.get(id) ?? []).map((impact) => impact.incident))];
  return {
    newest: ids.slice(0, most).flatMap((each) => incident.get(each) ?? []),
    count: ids.length,
  };
}
