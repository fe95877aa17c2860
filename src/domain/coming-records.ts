import { comingMoments } from './coming-states.ts';
import { type RecordIndex, indexRecord } from './index-record.ts';
import { isOver } from './progress.ts';

/**
 * The record at each moment after its `now` at which the clock alone changes something, if nothing more is said until then. What is over
 * already is left out of it: that changes no more.
 */
export function comingRecords(record: RecordIndex): RecordIndex[] {
  const incidents = record.incidents.filter((incident) => !isOver(incident, record.now));
  const moments = new Set(incidents.flatMap((incident) => comingMoments(incident, record.now)));
  return [...moments].sort((a, b) => a - b).map((at) => indexRecord({ ...record, incidents }, at));
}
