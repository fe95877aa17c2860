import type { Incident, Update } from '../../domain/incident.ts';
import { type MaintenanceState, maintenanceState } from '../../domain/progress.ts';

export const updateStates = [
  'information',
  'investigating',
  'identified',
  'monitoring',
  'resolved',
  'scheduled',
  'in_progress',
  'completed',
] as const satisfies readonly Update['status'][];

export const states = [...updateStates, 'running_over'] as const satisfies readonly (
  Update['status'] | MaintenanceState
)[];

/** Where an incident stands at `now` (epoch ms): what was last said of it; of maintenance, what the clock makes of it. */
export const stateAt = (incident: Incident, now: number): (typeof states)[number] =>
  incident.kind === 'maintenance'
    ? maintenanceState(incident, now)
    : (incident.updates.at(-1)?.status ?? 'investigating');
