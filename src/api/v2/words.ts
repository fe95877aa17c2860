import type { Incident, Maintenance, Notice } from '../../domain/incident.ts';
import type { MaintenanceState } from '../../domain/progress.ts';
import type { RecordIndex } from '../../domain/record/index-record.ts';
import type { Status } from '../../domain/status.ts';
import { statusAt, worst } from '../../domain/status.ts';
import { severityOf } from '../../domain/status/severity.ts';

/** Our words in those of Statuspage: docs/decisions/0028-statuspage.md has the reasons. Statuses of services have the same names in both. */

export const indicators = ['none', 'minor', 'major', 'critical'] as const;
export type Indicator = (typeof indicators)[number];

/** What the status of a service is for the page as a whole. */
export const indicatorOf: Readonly<Record<Status, Indicator>> = {
  operational: 'none',
  under_maintenance: 'none',
  degraded_performance: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
};

export const incidentStatuses = [
  'investigating',
  'identified',
  'monitoring',
  'resolved',
  'postmortem',
] as const;

/** News is known to whoever tells it: nothing is being looked for, and nothing is fixed yet. */
export const statusOf: Readonly<
  Record<Notice['updates'][number]['status'], (typeof incidentStatuses)[number]>
> = {
  information: 'identified',
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
};

export const maintenanceStatuses = ['scheduled', 'in_progress', 'verifying', 'completed'] as const;
type MaintenanceStatus = (typeof maintenanceStatuses)[number];

/** Work that runs over is still in progress; that it is an outage by then, its services say. */
export const stateOf: Readonly<
  Record<MaintenanceState | Maintenance['updates'][number]['status'], MaintenanceStatus>
> = {
  scheduled: 'scheduled',
  in_progress: 'in_progress',
  running_over: 'in_progress',
  completed: 'completed',
};

const worstOf = (found: Iterable<Indicator>): Indicator =>
  [...found].reduce((a, b) => (indicators.indexOf(b) > indicators.indexOf(a) ? b : a), 'none');

/**
 * How bad something is. An incident: the level of its severity. A notice without one is bad news of which nobody has said how bad: `minor`.
 * Maintenance: what it did that was not announced.
 */
export function impactOf(record: RecordIndex, incident: Incident): Indicator {
  if (incident.kind !== 'maintenance') return severityOf(record.site, incident)?.level ?? 'minor';
  const begun = (record.impactsOfIncident.get(incident.id) ?? []).filter(
    ({ span }) => span.from <= record.now,
  );
  return indicatorOf[worst(begun.map(({ status }) => status))];
}

/** The worst of what is open and of how the services are. No severity makes an outage less than it is. */
export function indicator(record: RecordIndex): Indicator {
  const { open, services, impactsOfService, now } = record;
  return worstOf([
    ...open
      .filter(({ kind }) => kind !== 'maintenance')
      .map((incident) => impactOf(record, incident)),
    ...services.map(({ id }) => indicatorOf[statusAt(impactsOfService.get(id) ?? [], now)]),
  ]);
}
