import type { Update } from '../../domain/incident.ts';
import type { MaintenanceState } from '../../domain/progress.ts';

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
  | Update['status']
  | MaintenanceState
)[];
