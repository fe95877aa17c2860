import { Temporal } from 'temporal-polyfill';
import { comingStates } from './coming-states.ts';
import type { Incident } from '../incident.ts';
import { type RecordIndex, indexRecord } from '../record/index-record.ts';
import { isOver } from '../progress.ts';

/** Later than any page is read. */
const never = Temporal.Instant.from('9999-01-01T00:00:00Z');

/** An incident as a page of `now` knows it later: plans begin, and what goes on does so until the record says otherwise. */
function withoutEnds(incident: Incident, now: number): Incident {
  if (incident.kind !== 'maintenance') return incident;
  const { scheduled, impact } = incident;
  return {
    ...incident,
    scheduled: {
      ...scheduled,
      to: scheduled.to.epochMilliseconds > now ? never : scheduled.to,
    },
    impact: impact.map((window) =>
      window.to && window.to !== 'unknown' && window.to.epochMilliseconds > now
        ? { ...window, to: undefined }
        : window,
    ),
  };
}

/**
 * What a page of the record’s `now` may say at each moment after it, without having asked again. What is over already is left out of it: that
 * changes no more.
 */
export function comingRecords(record: RecordIndex): RecordIndex[] {
  const { now } = record;
  const incidents = record.incidents.filter((incident) => !isOver(incident, now));
  const begun = incidents
    .filter(({ kind }) => kind === 'maintenance')
    .flatMap(({ impact }) => impact.map(({ from }) => from.epochMilliseconds));
  const moments = new Set([
    ...begun.filter((at) => at > now),
    ...incidents.flatMap((incident) => comingStates(incident, now).map(({ at }) => at)),
  ]);
  const known = { ...record, incidents: incidents.map((incident) => withoutEnds(incident, now)) };
  return [...moments].sort((a, b) => a - b).map((at) => indexRecord(known, at));
}
