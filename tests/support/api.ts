import type { Source } from '../../src/api/source.ts';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { type StatusRecord, asOf, byBeginning } from '../../src/domain/record/record.ts';
import { filesInMemory, filesOnDisk } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { stringsIn } from '../../src/strings/index.ts';
import { aRecord } from './accounts.ts';

export const home = 'https://status.ferry.example/';

/** What answers are made from, for a record as of `now` (epoch ms). */
export const sourceOf = (record: StatusRecord, now: number): Source => ({
  record: indexRecord(asOf(record, now), now),
  say: stringsIn(record.site.language, record.translations),
  home,
});

/** The same for a record with nothing in it but what a test puts there. */
export const sourceWith = (fields: Partial<StatusRecord>, now: number): Source =>
  sourceOf(aRecord({ ...fields, incidents: [...(fields.incidents ?? [])].sort(byBeginning) }), now);

/** The same for files of a record, or for a content folder. */
export function sourceFrom(
  content: string | Readonly<Record<string, string>>,
  now: number,
): Source {
  const files = typeof content === 'string' ? filesOnDisk(content) : filesInMemory(content);
  const { record, findings } = readRecord(files, now, true);
  if (!record) throw new Error(`The record has errors: ${JSON.stringify(findings[0])}`);
  return sourceOf(record, now);
}
