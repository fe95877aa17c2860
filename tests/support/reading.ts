import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { splitFrontmatter } from '../../src/record/yaml/frontmatter.ts';
import { parseYaml } from '../../src/record/yaml/source.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import { earlierRecord } from '../../src/record/earlier-record.ts';
import type { Example } from '../../src/domain/findings/rule.ts';
import { type RecordFiles, edited } from './edit.ts';

/** So late that only an example of the future is in the future. */
export const late = Date.parse('2090-01-01T00:00:00Z');

export const findingsIn = (files: RecordFiles, now = late): readonly Finding[] =>
  readRecord(filesInMemory(files), now).findings;

/** What is found in a record, and in what became of an earlier one, which was there at the moment `at`. */
export const findingsSince = (
  before: RecordFiles,
  after: RecordFiles,
  now = late,
  at = 0,
): readonly Finding[] => {
  const [then, files] = [filesInMemory(before), filesInMemory(after)];
  const { since } = earlierRecord(then, files, { commit: 'earlier', at });
  return readRecord(files, now, false, { since }).findings;
};

/** The day after the example record was resolved. */
export const dayAfter = Date.parse('2026-01-18T12:00:00Z');

/** What is found in the example of a rule. */
export const findingsOf = ({ before, ...example }: Example): readonly Finding[] =>
  before
    ? findingsSince(edited(before), edited(example), late, dayAfter)
    : findingsIn(edited(example));

/** A finding in the few words that tests compare: `code file:line:column`. */
export const brief = ({ code, file, line, column }: Finding): string =>
  `${code} ${file}:${line}:${column}`;

export const briefly = (files: RecordFiles, now?: number): string[] =>
  findingsIn(files, now).map(brief);

export const codesIn = (files: RecordFiles): string[] => findingsIn(files).map(({ code }) => code);

/** Whether a file is no YAML, whatever else the record says: a tenth of what a reading takes. */
export function isNoYaml(file: string, text: string): boolean {
  const parts = file.endsWith('.mdx') ? splitFrontmatter(text) : { frontmatter: text };
  return 'frontmatter' in parts && parseYaml(file, parts.frontmatter).findings.length > 0;
}
