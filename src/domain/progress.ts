import { impactsOf, resolvedAt } from './impact.ts';
import type { Incident, Maintenance, Update } from './incident.ts';
import type { Interval } from './time.ts';

type WithId<T> = T & { id: string };

/** When it began, epoch ms: its earliest impact; without one, when it was scheduled or first spoken of. */
export function beganAt(incident: Incident): number {
  const starts = incident.impact.map(({ from }) => from.epochMilliseconds);
  if (starts.length) return Math.min(...starts);
  const start = incident.kind === 'maintenance' ? incident.scheduled.from : incident.updates[0]?.at;
  return start?.epochMilliseconds ?? 0;
}

/** When the public first heard of it, epoch ms. */
export function firstSaidAt(incident: Incident): number {
  const said = incident.updates.map(({ at }) => at.epochMilliseconds);
  if (incident.kind === 'maintenance' && incident.announced !== 'unknown')
    said.push(incident.announced.epochMilliseconds);
  if (incident.kind === 'incident' && incident.silence)
    said.push(incident.silence.until.epochMilliseconds);
  return said.length ? Math.min(...said) : beganAt(incident);
}

/** When something was last said of it, epoch ms. */
export const lastSaidAt = (incident: Incident): number =>
  incident.updates.at(-1)?.at.epochMilliseconds ?? firstSaidAt(incident);

/** `running_over`: in progress after the end that was announced. */
export type MaintenanceState = 'scheduled' | 'in_progress' | 'running_over' | 'completed';

/** When a maintenance that nobody called completed was over, epoch ms: with its last impact, taking the planned end where an end is unknown. */
export function endedQuietlyAt({ impact, scheduled }: Maintenance): number | undefined {
  const planned = scheduled.to.epochMilliseconds;
  if (impact.some(({ to }) => to === undefined)) return undefined;
  return impact.length
    ? Math.max(...impact.map(({ to }) => (to && to !== 'unknown' ? to.epochMilliseconds : planned)))
    : planned;
}

/** Where a maintenance stands at `now` (epoch ms): what was last said, but for an end that has passed since; or else the clock. */
export function maintenanceState(maintenance: WithId<Maintenance>, now: number): MaintenanceState {
  const { status, at } = maintenance.updates.at(-1) ?? {};
  const { from, to } = maintenance.scheduled;
  if (status === 'completed') return 'completed';
  const ended = endedQuietlyAt(maintenance);
  const goesOn =
    status === 'in_progress' &&
    at !== undefined &&
    ended !== undefined &&
    at.epochMilliseconds > ended;
  if (ended !== undefined && ended <= now && !goesOn) return 'completed';
  if (status !== 'in_progress' && now < Math.min(beganAt(maintenance), from.epochMilliseconds))
    return 'scheduled';
  return now < to.epochMilliseconds ? 'in_progress' : 'running_over';
}

/** Where an incident stands at `now` (epoch ms), in the word of its latest update or of its plan. */
export const standing = (incident: Incident, now: number): Update['status'] | MaintenanceState =>
  incident.kind === 'maintenance'
    ? maintenanceState(incident, now)
    : (incident.updates.at(-1)?.status ??
      (resolvedAt(incident) === undefined ? 'investigating' : 'resolved'));

const inProgress: readonly MaintenanceState[] = ['in_progress', 'running_over'];

/** Whether customers should still see it first at `now`: a maintenance in progress; anything else until an update says that it is resolved. */
export const isOpen = (incident: Incident, now: number): boolean =>
  incident.kind === 'maintenance'
    ? inProgress.includes(maintenanceState(incident, now))
    : resolvedAt(incident) === undefined;

/** Whether it is all in the past at `now`: neither open nor still to come. */
export const isOver = (incident: Incident, now: number): boolean =>
  incident.kind === 'maintenance'
    ? maintenanceState(incident, now) === 'completed'
    : !isOpen(incident, now);

/** When a maintenance went past the end that was announced, epoch ms; `undefined` if it has not by `now`. */
export function ranOverAt(maintenance: WithId<Maintenance>, now: number): number | undefined {
  const planned = maintenance.scheduled.to.epochMilliseconds;
  if (now < planned) return undefined;
  return isOpen(maintenance, now) ||
    impactsOf(maintenance, now).some(({ span }) => span.to > planned)
    ? planned
    : undefined;
}

/** The time from its beginning until its last impact was over and the last word on it was said, epoch ms; of an open impact, until `now`. */
export function lifetime(incident: Incident, now: number): Interval {
  const from = beganAt(incident);
  return {
    from,
    to: Math.max(
      from,
      lastSaidAt(incident),
      ...impactsOf(incident, now).map(({ span }) => span.to),
    ),
  };
}
