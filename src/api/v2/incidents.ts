import { resolvedAt } from '../../domain/impact.ts';
import type { Incident, Maintenance } from '../../domain/incident.ts';
import { beganAt, endedQuietlyAt, maintenanceState } from '../../domain/progress.ts';
import type { RecordIndex } from '../../domain/record/index-record.ts';
import { plainText } from '../../site/markdown.ts';
import { moment, momentOf } from '../moments.ts';
import { type Source, pageOf } from '../source.ts';
import { pageId } from './components.ts';
import { incidentId } from './incident-id.ts';
import type { IncidentAnswer, MaintenanceAnswer, ServiceComponent } from './shapes.ts';
import { incidentUpdates, maintenanceUpdates } from './updates.ts';
import { impactOf, stateOf } from './words.ts';

type Components = ReadonlyMap<string, ServiceComponent>;

/** The services that an incident is about, as they are now. */
const componentsOf = (incident: Incident, components: Components): ServiceComponent[] =>
  [...new Set(incident.impact.map(({ service }) => service))].flatMap(
    (service) => components.get(service) ?? [],
  );

/** What was last said, or that there is an account of it. */
const stateIn = (updates: IncidentAnswer['incident_updates']): IncidentAnswer['status'] =>
  updates.some(({ status }) => status === 'postmortem')
    ? 'postmortem'
    : (updates[0]?.status ?? 'investigating');

/** Since when a fix is watched; `null` as long as, or again when, there is none. */
function monitoringAt(updates: readonly { status: string; display_at: string }[]): string | null {
  const since = updates.findIndex(({ status }) => /^(investigating|identified)$/.test(status));
  const watched = (since === -1 ? updates : updates.slice(0, since)).filter(
    ({ status }) => status === 'monitoring',
  );
  return watched.at(-1)?.display_at ?? null;
}

/** When a maintenance was over: as was said, or as the clock has it. Epoch ms. */
const overAt = (maintenance: Maintenance & { id: string }, now: number): number | undefined =>
  maintenanceState(maintenance, now) === 'completed'
    ? (resolvedAt(maintenance) ?? endedQuietlyAt(maintenance))
    : undefined;

const momentOrNull = (at: number | undefined): string | null =>
  at === undefined ? null : moment(at);

function incidentAnswer(
  source: Source,
  incident: Exclude<Incident, { kind: 'maintenance' }>,
  components: Components,
): IncidentAnswer {
  const { record } = source;
  const updates = incidentUpdates(source, incident);
  const began = moment(beganAt(incident));
  return {
    id: incidentId(record, incident),
    name: plainText(incident.title),
    status: stateIn(updates),
    created_at: updates.at(-1)?.created_at ?? began,
    updated_at: updates[0]?.updated_at ?? began,
    monitoring_at: monitoringAt(updates),
    resolved_at: momentOrNull(resolvedAt(incident)),
    impact: impactOf(record, incident),
    shortlink: pageOf(source, 'incidents', incident.id),
    started_at: began,
    page_id: pageId(record),
    incident_updates: updates,
    components: componentsOf(incident, components),
    reminder_intervals: null,
  };
}

function maintenanceAnswer(
  source: Source,
  maintenance: Maintenance & { id: string },
  components: Components,
): MaintenanceAnswer {
  const { record } = source;
  const updates = maintenanceUpdates(record, maintenance, stateOf);
  const began = moment(beganAt(maintenance));
  return {
    id: incidentId(record, maintenance),
    name: plainText(maintenance.title),
    status: stateOf[maintenanceState(maintenance, record.now)],
    created_at: updates.at(-1)?.created_at ?? began,
    updated_at: updates[0]?.updated_at ?? began,
    monitoring_at: null,
    resolved_at: momentOrNull(overAt(maintenance, record.now)),
    impact: impactOf(record, maintenance),
    shortlink: pageOf(source, 'incidents', maintenance.id),
    started_at: began,
    page_id: pageId(record),
    incident_updates: updates,
    components: componentsOf(maintenance, components),
    reminder_intervals: null,
    scheduled_for: momentOf(maintenance.scheduled.from) ?? began,
    scheduled_until: momentOf(maintenance.scheduled.to) ?? began,
  };
}

type Kind<K extends Incident['kind']> = Extract<Incident, { kind: K }>;

const isMaintenance = (incident: Incident): incident is Kind<'maintenance'> =>
  incident.kind === 'maintenance';

const isNone = (incident: Incident): incident is Kind<'incident' | 'notice'> =>
  incident.kind !== 'maintenance';

/** Incidents and notices among `incidents`. */
export const incidentAnswers = (
  source: Source,
  incidents: readonly Incident[],
  components: Components,
): IncidentAnswer[] =>
  incidents.filter(isNone).map((incident) => incidentAnswer(source, incident, components));

/** Maintenance among `incidents`. */
export const maintenanceAnswers = (
  source: Source,
  incidents: readonly Incident[],
  components: Components,
): MaintenanceAnswer[] =>
  incidents
    .filter(isMaintenance)
    .map((maintenance) => maintenanceAnswer(source, maintenance, components));

/** The newest of a kind, as many as Statuspage gives. */
export const newest = ({ incidents }: RecordIndex, kind: 'incidents' | 'maintenance'): Incident[] =>
  incidents.filter(kind === 'maintenance' ? isMaintenance : isNone).slice(0, 50);
