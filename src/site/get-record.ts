import { type RecordIndex, indexRecord } from '../domain/record/index-record.ts';
import { asOf } from '../domain/record/record.ts';
import { environment } from '../environment/environment.ts';
import { filesOnDisk } from '../record/files/files.ts';
import { readRecord } from '../record/read-record.ts';
import { BrokenRecord } from '../record/report.ts';

function read(): RecordIndex {
  const { content, now, isPinned, withDrafts } = environment();
  const { record, findings } = readRecord(filesOnDisk(content), now, isPinned);
  if (!record) throw new BrokenRecord(findings, content);
  const known = asOf(record, now);
  const postmortems = withDrafts
    ? known.postmortems
    : known.postmortems.filter(({ status }) => status === 'published');
  return indexRecord({ ...known, postmortems }, now);
}

let once: RecordIndex | undefined;

/** The record, the same that `check` reads. Read once for a build; in `dev`, where it changes, each time. */
export const getRecord = (): RecordIndex => (environment().withDrafts ? read() : (once ??= read()));
