import type { Incident, Update } from '../incident.ts';
import { resolvedAt } from '../impact.ts';
import { beganAt, firstSaidAt } from '../progress.ts';
import type { RecordIndex } from '../record/index-record.ts';
import type { Severity } from '../site.ts';
import { severityOf } from '../status/severity.ts';

/** `update_every`: what the severity promises, where an update did not say when the next one comes. */
export type SpeedPromiseKind = 'acknowledge' | 'next_update' | 'update_every' | 'postmortem';

/** Something that was to be said by a time. */
export interface SpeedPromise {
  incident: Incident;
  kind: SpeedPromiseKind;
  /** By when, epoch ms. */
  by: number;
  /** When it came, epoch ms. */
  came: number | undefined;
  state: 'kept' | 'missed' | 'open';
  /** Of updates: the place of the one that it is about, from 1, whether it has come or not. */
  number?: number;
}

const lengthOf = (length: { total: (unit: 'milliseconds') => number }): number =>
  length.total('milliseconds');

const isLastWord = ({ status }: Update): boolean => status === 'resolved' || status === 'completed';

type Due = Omit<SpeedPromise, 'incident' | 'state'>;

/** The first word, after somebody noticed; where nobody wrote down when that was, after it began. Nothing is owed before it begins. */
function* acknowledgement(incident: Incident, severity: Severity | undefined): Generator<Due> {
  if (incident.kind !== 'incident' || !severity?.acknowledge_within) return;
  const noticed = incident.detected?.at.epochMilliseconds ?? -Infinity;
  yield {
    kind: 'acknowledge',
    by: Math.max(noticed, beganAt(incident)) + lengthOf(severity.acknowledge_within),
    came: firstSaidAt(incident),
    number: 1,
  };
}

/** Each update that was promised by the one before; by its severity, where that promised none. */
function* nextUpdates({ updates }: Incident, severity: Severity | undefined): Generator<Due> {
  for (const [index, update] of updates.entries()) {
    if (isLastWord(update)) continue;
    const came = updates[index + 1]?.at.epochMilliseconds;
    const number = index + 2;
    if (update.next_update_by)
      yield { kind: 'next_update', by: update.next_update_by.epochMilliseconds, came, number };
    else if (severity?.update_every)
      yield {
        kind: 'update_every',
        by: update.at.epochMilliseconds + lengthOf(severity.update_every),
        came,
        number,
      };
  }
}

/** The account, after it was resolved. Of one that is being corrected nobody here knows when it was published. */
function* account(
  incident: Incident,
  severity: Severity | undefined,
  { postmortemsOfIncident, inCorrectionOfIncident }: RecordIndex,
): Generator<Due> {
  const resolved = resolvedAt(incident);
  if (!severity?.postmortem_within || resolved === undefined) return;
  if (inCorrectionOfIncident.has(incident.id)) return;
  const published = (postmortemsOfIncident.get(incident.id) ?? []).flatMap((one) =>
    one.status === 'published' && one.published ? [one.published.epochMilliseconds] : [],
  );
  yield {
    kind: 'postmortem',
    by: resolved + lengthOf(severity.postmortem_within),
    came: published.length > 0 ? Math.min(...published) : undefined,
  };
}

const stateOf = ({ by, came }: Due, now: number): SpeedPromise['state'] =>
  (came ?? now) > by ? 'missed' : came === undefined ? 'open' : 'kept';

/** What was to be said of an incident by when, and whether it was by the record’s `now`, in the order in which it was due. */
export function speedPromises(record: RecordIndex, incident: Incident): SpeedPromise[] {
  const severity = severityOf(record.site, incident);
  return [
    ...acknowledgement(incident, severity),
    ...nextUpdates(incident, severity),
    ...account(incident, severity, record),
  ].map((due) => ({ ...due, incident, state: stateOf(due, record.now) }));
}
