import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import type { RecordFiles } from './edit.ts';

/** So late that only an example of the future is in the future. */
export const late = Date.parse('2090-01-01T00:00:00Z');

export const findingsIn = (files: RecordFiles, now = late): Finding[] =>
  readRecord(filesInMemory(files), now).findings;

/** A finding in the few words that tests compare: `code file:line:column`. */
export const brief = ({ code, file, line, column }: Finding): string =>
  `${code} ${file}:${line}:${column}`;

export const briefly = (files: RecordFiles, now?: number): string[] =>
  findingsIn(files, now).map(brief);

export const codesIn = (files: RecordFiles): string[] => findingsIn(files).map(({ code }) => code);
