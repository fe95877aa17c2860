import type { Incident } from './incident.ts';
import { type MaintenanceState, maintenanceState } from './progress.ts';

/** The moments after `now` at which the clock alone can change something about an incident, in order; all epoch ms. Only maintenance changes by the clock. */
export function comingMoments(incident: Incident, now: number): number[] {
  if (incident.kind !== 'maintenance') return [];
  const { impact, scheduled } = incident;
  const moments = [
    scheduled.from,
    scheduled.to,
    ...impact.flatMap(({ from, to }) => (to && to !== 'unknown' ? [from, to] : [from])),
  ];
  return [...new Set(moments.map((moment) => moment.epochMilliseconds))]
    .filter((at) => at > now)
    .sort((a, b) => a - b);
}

/** Where the clock alone will take a maintenance after `now`, in order; times in epoch ms. */
export function comingStates(
  incident: Incident,
  now: number,
): { at: number; state: MaintenanceState }[] {
  if (incident.kind !== 'maintenance') return [];
  return comingMoments(incident, now)
    .map((at) => ({ at, state: maintenanceState(incident, at) }))
    .filter(
      ({ state }, index, all) =>
        state !== (all[index - 1]?.state ?? maintenanceState(incident, now)),
    );
}
