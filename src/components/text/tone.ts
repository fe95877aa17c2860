import type { ComingState } from '../../domain/status/coming-states.ts';
import type { Incident } from '../../domain/incident.ts';
import type { MaintenanceState } from '../../domain/progress.ts';
import type { PromiseState } from '../../domain/promises/promises.ts';
import type { Status } from '../../domain/status.ts';

type UpdateStatus = Incident['updates'][number]['status'];

/** Everything that is shown as mark, word and colour. */
export type Tone =
  | Status
  | UpdateStatus
  | MaintenanceState
  | ComingState
  | 'no_data'
  | PromiseState['state']
  | 'confirmed'
  | 'suspected'
  | 'unanswered'
  | 'answered'
  | 'over';

/** The class that gives each its mark and colour; forms differ as well as colours. */
export const markClass: Readonly<Record<Tone, string>> = {
  operational: 'ok',
  under_maintenance: 'planned',
  degraded_performance: 'degraded',
  partial_outage: 'partial',
  major_outage: 'down',
  no_data: 'nodata',
  information: 'planned',
  // How far the work is says nothing of how bad it is.
  investigating: 'phase',
  identified: 'phase',
  monitoring: 'phase',
  resolved: 'ok',
  scheduled: 'planned',
  in_progress: 'planned',
  running_over: 'down',
  completed: 'ok',
  past_end: 'nodata',
  due: 'planned',
  kept: 'ok',
  late: 'down',
  dropped: 'nodata',
  unverified: 'degraded',
  undated: 'degraded',
  confirmed: 'ok',
  suspected: 'nodata',
  unanswered: 'degraded',
  answered: 'ok',
  over: 'nodata',
};
