import { filesInMemory } from '../../../src/record/files/files.ts';
import { readRecord } from '../../../src/record/read-record.ts';

/** Why files of a record would stop its build, by their names. */
export function stoppers(files: ReadonlyMap<string, string>, now: number): Map<string, string> {
  const { findings } = readRecord(filesInMemory(Object.fromEntries(files)), now);
  const errors = findings.filter(({ level }) => level === 'error');
  return new Map(errors.map(({ file, line, what }) => [file, `line ${line}: ${what}`]));
}
