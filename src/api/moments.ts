import { Temporal } from 'temporal-polyfill';
import type { Impact } from '../domain/impact.ts';
import { firstSaidAt } from '../domain/progress.ts';
import type { RecordIndex } from '../domain/record/index-record.ts';
import { type PlainDate, dayInterval } from '../domain/time.ts';

/** A moment (epoch ms) in ISO 8601, in UTC, with milliseconds. */
export const moment = (at: number): string => new Date(at).toISOString();

/** The same of a moment of the record; `null` where it has none. */
export const momentOf = (at: Temporal.Instant | undefined): string | null =>
  at ? moment(at.epochMilliseconds) : null;

const startOf = (day: PlainDate, { site }: RecordIndex): number =>
  dayInterval(day, site.time_zone).from;

/** When impacts began and ended, as far as that is known. Epoch ms. */
const edges = (impacts: readonly Impact[]): number[] =>
  impacts.flatMap(({ span, end }) => (end === 'known' ? [span.from, span.to] : [span.from]));

/** When all that the record tells of happened, in no order; plans too. Epoch ms. */
function* happenings(record: RecordIndex): Generator<number> {
  const { incidents, postmortems, impactsOfIncident, lock } = record;
  for (const incident of incidents) {
    yield firstSaidAt(incident);
    for (const { at } of incident.updates) yield at.epochMilliseconds;
    yield* edges(impactsOfIncident.get(incident.id) ?? []);
    if (incident.kind === 'maintenance') {
      yield incident.scheduled.from.epochMilliseconds;
      yield incident.scheduled.to.epochMilliseconds;
    }
  }
  for (const { status, published, corrections } of postmortems) {
    if (status !== 'published') continue;
    if (published) yield published.epochMilliseconds;
    for (const { at } of corrections) yield startOf(at, record);
  }
  for (const { closed_at: closed } of lock.actions) if (closed) yield closed.epochMilliseconds;
}

/** The first day of a service with data, or the beginning of its first impact; of one that has neither, 1970. Epoch ms. */
export function servedSince(record: RecordIndex, id: string): number {
  const since = record.service.get(id)?.since;
  if (since) return startOf(since, record);
  const starts = (record.impactsOfService.get(id) ?? []).map(({ span }) => span.from);
  return starts.reduce((a, b) => Math.min(a, b), starts[0] ?? 0);
}

/** When something last happened that the record tells of, whenever the site was built. Epoch ms. */
export function recordUpdatedAt(record: RecordIndex): number {
  const starts = record.services.map(({ id }) => servedSince(record, id));
  let latest = starts.length ? Math.min(record.now, ...starts) : 0;
  for (const at of happenings(record)) if (at <= record.now) latest = Math.max(latest, at);
  return latest;
}

/** When the status of a service last changed. Epoch ms. */
export function serviceUpdatedAt(record: RecordIndex, id: string): number {
  const past = edges(record.impactsOfService.get(id) ?? []).filter((at) => at <= record.now);
  return past.reduce((a, b) => Math.max(a, b), servedSince(record, id));
}
