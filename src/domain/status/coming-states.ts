import type { Incident, Maintenance } from '../incident.ts';
import { type MaintenanceState, maintenanceState } from '../progress.ts';

/**
 * Where the clock alone may take a maintenance on a page that does not ask again: it begins as planned. Whether it then ended or ran over
 * only the record can say; the page knows that the planned end has passed.
 */
export type ComingState = Extract<MaintenanceState, 'in_progress'> | 'past_end';

/** The moments after `now` at which a plan begins or ends in part, in order; all epoch ms. */
function moments({ impact, scheduled }: Maintenance, now: number): number[] {
  const all = [
    scheduled.from,
    scheduled.to,
    ...impact.flatMap(({ from, to }) => (to && to !== 'unknown' ? [from, to] : [from])),
  ];
  return [...new Set(all.map((moment) => moment.epochMilliseconds))]
    .filter((at) => at > now)
    .sort((a, b) => a - b);
}

const isEnd = (state: MaintenanceState): boolean =>
  state === 'completed' || state === 'running_over';

/** What a page of `now` may say of an incident later, in order; times in epoch ms. */
export function comingStates(
  incident: Incident,
  now: number,
): { at: number; state: ComingState }[] {
  if (incident.kind !== 'maintenance' || isEnd(maintenanceState(incident, now))) return [];
  const states = moments(incident, now).map((at) => ({
    at,
    state: maintenanceState(incident, at),
  }));
  const begins =
    maintenanceState(incident, now) === 'scheduled'
      ? states.find(({ state }) => state === 'in_progress')
      : undefined;
  const ends = states.find(({ state }) => isEnd(state));
  return [
    ...(begins ? [{ at: begins.at, state: 'in_progress' as const }] : []),
    ...(ends ? [{ at: ends.at, state: 'past_end' as const }] : []),
  ];
}

/** Whether a page of `now` that is read at `at` knows that the planned end has passed, and no more. All epoch ms. */
export const isPastEnd = (incident: Incident, now: number, at: number): boolean =>
  comingStates(incident, now).some((coming) => coming.state === 'past_end' && coming.at <= at);
