import type { Incident } from './incident.ts';
import { type MaintenanceState, maintenanceState } from './progress.ts';

/** Where the clock alone will take a maintenance after `now`, in order; times in epoch ms. Nothing else changes by itself. */
export function comingStates(incident: Incident, now: number): { at: number; state: MaintenanceState }[] {
  if (incident.kind !== 'maintenance') return [];
  const { impact, scheduled } = incident;
  const moments = [scheduled.from, scheduled.to, ...impact.flatMap(({ from, to }) => (to && to !== 'unknown' ? [from, to] : [from]))];
  const coming = [...new Set(moments.map((moment) => moment.epochMilliseconds))].filter((at) => at > now).sort((a, b) => a - b);
  return coming
    .map((at) => ({ at, state: maintenanceState(incident, at) }))
    .filter(({ state }, index, all) => state !== (all[index - 1]?.state ?? maintenanceState(incident, now)));
}
