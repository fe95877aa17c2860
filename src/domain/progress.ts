import { resolvedAt } from './impact.ts';
import type { Incident, Maintenance } from './incident.ts';

type WithId<T> = T & { id: string };

/** When it began, epoch ms: its earliest impact; without one, when it was scheduled or first spoken of. */
export function beganAt(incident: Incident): number {
  const starts = incident.impact.map(({ from }) => from.epochMilliseconds);
  if (starts.length) return Math.min(...starts);
  const start = incident.kind === 'maintenance' ? incident.scheduled.from : incident.updates[0]?.at;
  return start?.epochMilliseconds ?? 0;
}

/** When the last impact ended, epoch ms; `undefined` while one is open or if the end of one is unknown. Without impacts, when it was resolved. */
export function endedAt(incident: Incident): number | undefined {
  const ends = incident.impact.map(({ to }) => (to === 'unknown' ? undefined : (to?.epochMilliseconds ?? resolvedAt(incident))));
  if (ends.length === 0) return resolvedAt(incident);
  return ends.some((end) => end === undefined) ? undefined : Math.max(...ends.map((end) => end ?? 0));
}

/** When the public first heard of it, epoch ms. */
export function firstSaidAt(incident: Incident): number {
  const said = incident.updates.map(({ at }) => at.epochMilliseconds);
  if (incident.kind === 'maintenance' && incident.announced !== 'unknown') said.push(incident.announced.epochMilliseconds);
  return said.length ? Math.min(...said) : beganAt(incident);
}

/** When something was last said of it, epoch ms. */
export const lastSaidAt = (incident: Incident): number => incident.updates.at(-1)?.at.epochMilliseconds ?? firstSaidAt(incident);

export type MaintenanceState = 'scheduled' | 'in_progress' | 'completed';

/** When a maintenance that nobody called completed was over, epoch ms: with its last impact, taking the planned end where an end is unknown. */
function quietEnd({ impact, scheduled }: Maintenance): number | undefined {
  const planned = scheduled.to.epochMilliseconds;
  if (impact.some(({ to }) => to === undefined)) return undefined;
  return impact.length ? Math.max(...impact.map(({ to }) => (to && to !== 'unknown' ? to.epochMilliseconds : planned))) : planned;
}

/** Where a maintenance stands at `now` (epoch ms): what was last said, but for an end that has passed since; or else the clock. */
export function maintenanceState(maintenance: WithId<Maintenance>, now: number): MaintenanceState {
  const { status: said, at } = maintenance.updates.at(-1) ?? {};
  if (said === 'completed') return 'completed';
  const ended = quietEnd(maintenance);
  const goesOn = said === 'in_progress' && at !== undefined && ended !== undefined && at.epochMilliseconds > ended;
  if (ended !== undefined && ended <= now && !goesOn) return 'completed';
  if (said === 'in_progress') return 'in_progress';
  return now < Math.min(beganAt(maintenance), maintenance.scheduled.from.epochMilliseconds) ? 'scheduled' : 'in_progress';
}

/** Whether customers should still see it first at `now`: a maintenance in progress; anything else until an update says that it is resolved. */
export const isOpen = (incident: Incident, now: number): boolean =>
  incident.kind === 'maintenance' ? maintenanceState(incident, now) === 'in_progress' : resolvedAt(incident) === undefined;
