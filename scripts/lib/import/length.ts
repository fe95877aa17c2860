import { Temporal } from 'temporal-polyfill';
import type { CommonNote } from './losses.ts';
import type { WrittenIncident } from './old-page.ts';

/** Longer work is often the time from its announcement to its end, and longer windows are often ones that nobody has closed. */
const longest = { maintenance: 1, window: 31 };

const days = (from: string, to: string): number =>
  Math.round(Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('days'));

/** Asks about times that are longer than they usually are. */
export function length(incident: WrittenIncident, note: CommonNote): void {
  if (incident.kind === 'maintenance') {
    const long = days(incident.scheduled.from, incident.scheduled.to);
    if (long > longest.maintenance) note('long-maintenance', String(long));
  }
  for (const { service, from, to } of incident.impact ?? [])
    if (to && to !== 'unknown' && days(from, to) > longest.window)
      note('long-window', `${service}, ${days(from, to)} days`);
}
