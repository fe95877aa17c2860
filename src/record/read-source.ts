import { type Finding, findingText } from '../domain/findings/finding.ts';
import type { Files } from './files/files.ts';
import { type NoFrontmatter, splitFrontmatter } from './yaml/frontmatter.ts';
import { frontmatterMissing, missingFile } from './findings/reading-rules.ts';
import { isFlow, valuesBehind } from './yaml/flow.ts';
import { type Source, findingAt, parseYaml, top } from './yaml/source.ts';
import { readText } from './files/text-file.ts';

const nothing = (file: string, findings: Finding[]): Source => ({
  file,
  value: undefined,
  findings,
  locate: () => top,
});

/** A file with what is wrong in its text besides; one of which nothing is, is the same each time. */
const besides = (found: readonly Finding[], source: Source): Source =>
  found.length ? { ...source, findings: [...found, ...source.findings] } : source;

/** A file of YAML. */
export function readYaml(files: Files, file: string): Source {
  const { text, findings } = readText(files, file);
  if (text === undefined) return nothing(file, findings);
  return besides(findings, parseYaml(file, text));
}

/** A postmortem: its frontmatter as YAML, and its story. */
export interface StoryFile {
  source: Source;
  body: string;
  /** Whether it says that it is a draft. Where the rest is no YAML, or no text, one line that says so is enough. */
  isDraft: boolean;
}

/** The lines of a mapping that give its status, with or without quotes around the word. */
const statusLines = /^(?:status|'status'|"status")[ \t]*:.*$/gm;

const statusIn = (value: unknown): unknown => (value as { status?: unknown } | null)?.status;

function saysDraft({ file, value }: Source, frontmatter: string): boolean {
  if (value !== undefined) return statusIn(value) === 'draft';
  if (isFlow(frontmatter)) {
    const found = valuesBehind(frontmatter, 'status');
    return found.length > 0 && found.every((status) => status === 'draft');
  }
  const said = frontmatter.match(statusLines) ?? [];
  return said.length > 0 && said.every((line) => statusIn(parseYaml(file, line).value) === 'draft');
}

const withoutFrontmatter = (file: string, { unclosed, at }: NoFrontmatter): Finding =>
  findingAt(frontmatterMissing, file, at, {
    what: unclosed ? 'The frontmatter has no end.' : 'There is no frontmatter.',
    expected: 'facts in YAML between two lines of three hyphens, at the top of the file',
    write: '---',
  });

export function readStory(files: Files, file: string): StoryFile {
  const { text, raw, findings } = readText(files, file);
  const parts = splitFrontmatter(text ?? raw);
  if ('at' in parts) {
    const missing = text === undefined ? [] : [withoutFrontmatter(file, parts)];
    return { source: nothing(file, [...findings, ...missing]), body: '', isDraft: false };
  }
  const source = parseYaml(file, parts.frontmatter);
  const isDraft = saysDraft(source, parts.frontmatter);
  if (text === undefined) return { source: nothing(file, findings), body: '', isDraft };
  return {
    source: besides(findings, source),
    body: parts.body,
    isDraft,
  };
}

/** A file that a record may do without; `listed` are those that are there. */
export const readOptional = (files: Files, listed: ReadonlySet<string>, file: string): Source =>
  listed.has(file) ? readYaml(files, file) : nothing(file, []);

/** A file that a record cannot do without. */
export function readRequired(files: Files, listed: ReadonlySet<string>, file: string): Source {
  if (listed.has(file)) return readYaml(files, file);
  const text = findingText(
    `There is no ${file}.`,
    `${file} in the content folder`,
    'Create it; docs/ shows what belongs in it.',
  );
  return nothing(file, [findingAt(missingFile, file, top, text)]);
}
