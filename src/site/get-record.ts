import { type RecordIndex, indexRecord } from '../domain/record/index-record.ts';
import { asOf } from '../domain/record/record.ts';
import { environment, isForWriter } from '../environment/environment.ts';
import { BrokenRecord } from '../record/report.ts';
import { currentReading } from './reading.ts';

function read(): RecordIndex {
  const { content, now, withDrafts } = environment();
  const { record, findings } = currentReading(content);
  if (!record) throw new BrokenRecord(findings, content);
  const known = asOf(record, now);
  const postmortems = withDrafts
    ? known.postmortems
    : known.postmortems.filter(({ status }) => status === 'published');
  return indexRecord({ ...known, postmortems }, now);
}

let once: RecordIndex | undefined;

/** The record, the same that `check` reads. The same for a whole build; in `dev`, where it changes, each time. */
export const getRecord = (): RecordIndex => (isForWriter() ? read() : (once ??= read()));
