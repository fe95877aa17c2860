import type { Incident } from '../incident.ts';
import type { RecordIndex } from '../record/index-record.ts';
import { resolvedAt } from '../impact.ts';
import type { Severity, Site } from '../site.ts';

/** The severity of an incident; `undefined` for maintenance, and for notices without one. */
export const severityOf = ({ severities }: Site, incident: Incident): Severity | undefined =>
  incident.kind === 'maintenance'
    ? undefined
    : severities.find(({ id }) => id === incident.severity);

/** By when its severity promises a postmortem of a resolved incident that has none yet, epoch ms; `undefined` if nothing is owed. */
export function postmortemDue(
  { site, postmortemsOfIncident, inCorrectionOfIncident }: RecordIndex,
  incident: Incident,
): number | undefined {
  const within = severityOf(site, incident)?.postmortem_within;
  const resolved = resolvedAt(incident);
  const published = (postmortemsOfIncident.get(incident.id) ?? []).some(
    ({ status }) => status === 'published',
  );
  const isThere = published || inCorrectionOfIncident.has(incident.id);
  return within && resolved !== undefined && !isThere
    ? resolved + within.total('milliseconds')
    : undefined;
}
