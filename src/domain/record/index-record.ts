import { type Impact, splitAtAnnouncement, impactsOf } from '../impact.ts';
import type { Incident } from '../incident.ts';
import type { Postmortem } from '../postmortem.ts';
import { beganAt, isOpen, maintenanceState } from '../progress.ts';
import type { StatusRecord } from './record.ts';
import type { Service } from '../service.ts';

/** The record with what pages ask of it worked out once, so that no page walks through the history again. */
export interface RecordIndex extends StatusRecord {
  /** Epoch ms: the moment that all of this is true of. */
  now: number;
  service: ReadonlyMap<string, Service>;
  incident: ReadonlyMap<string, Incident>;
  postmortem: ReadonlyMap<string, Postmortem>;
  /** Impacts as customers feel them; see `splitAtAnnouncement`. */
  impactsOfService: ReadonlyMap<string, readonly Impact[]>;
  impactsOfIncident: ReadonlyMap<string, readonly Impact[]>;
  postmortemsOfIncident: ReadonlyMap<string, readonly Postmortem[]>;
  /** The ids of postmortems that are being corrected. */
  inCorrectionOfIncident: ReadonlyMap<string, readonly string[]>;
  /** Not over yet: incidents, notices, and maintenance in progress; newest first. */
  open: readonly Incident[];
  /** Maintenance to come, the next one first. */
  upcoming: readonly Incident[];
}

function groupBy<K, V>(items: Iterable<V>, keys: (item: V) => readonly K[]): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

const byId = <T extends { id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** `record` as of `now` (epoch ms). */
export function indexRecord(record: StatusRecord, now: number): RecordIndex {
  const impactsOfIncident = new Map(
    record.incidents.map((incident) => [
      incident.id,
      impactsOf(incident, now).flatMap(splitAtAnnouncement),
    ]),
  );
  return {
    ...record,
    now,
    service: byId(record.services),
    incident: byId(record.incidents),
    postmortem: byId(record.postmortems),
    impactsOfIncident,
    impactsOfService: groupBy([...impactsOfIncident.values()].flat(), ({ service }) => [service]),
    postmortemsOfIncident: groupBy(record.postmortems, ({ incidents }) => incidents),
    inCorrectionOfIncident: new Map(
      [...groupBy(record.inCorrection.postmortems, ({ incidents }) => incidents)].map(
        ([incident, found]) => [incident, found.map(({ id }) => id)],
      ),
    ),
    open: record.incidents.filter((incident) => isOpen(incident, now)),
    upcoming: record.incidents
      .filter(
        (incident) =>
          incident.kind === 'maintenance' && maintenanceState(incident, now) === 'scheduled',
      )
      .sort((a, b) => beganAt(a) - beganAt(b)),
  };
}
