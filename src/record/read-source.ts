import type { Finding } from '../domain/findings/finding.ts';
import type { Files } from './files/files.ts';
import { splitFrontmatter } from './yaml/frontmatter.ts';
import { frontmatterMissing, missingFile } from './findings/reading-rules.ts';
import { type Source, findingAt, parseYaml, top } from './yaml/source.ts';
import { readText } from './files/text-file.ts';

const nothing = (file: string, findings: Finding[]): Source => ({
  file,
  value: undefined,
  findings,
  locate: () => top,
});

/** A file of YAML. */
export function readYaml(files: Files, file: string): Source {
  const { text, findings } = readText(files, file);
  if (text === undefined) return nothing(file, findings);
  const source = parseYaml(file, text);
  return { ...source, findings: [...findings, ...source.findings] };
}

/** A postmortem: its frontmatter as YAML, and its story. */
export interface StoryFile {
  source: Source;
  body: string;
  /** Whether it says that it is a draft. Where the rest is no YAML, one line that says so is enough. */
  isDraft: boolean;
}

function saysDraft({ value }: Source, frontmatter: string): boolean {
  if (value !== undefined) return (value as { status?: unknown } | null)?.status === 'draft';
  const said = frontmatter.match(/^status:.*$/gm) ?? [];
  return said.length === 1 && /^status:[ \t]+draft[ \t]*$/.test(said[0]);
}

export function readStory(files: Files, file: string): StoryFile {
  const { text, findings } = readText(files, file);
  if (text === undefined) return { source: nothing(file, findings), body: '', isDraft: false };
  const parts = splitFrontmatter(text);
  if ('at' in parts) {
    const what = parts.unclosed ? 'The frontmatter has no end.' : 'There is no frontmatter.';
    const expected = 'facts in YAML between two lines of three hyphens, at the top of the file';
    return {
      source: nothing(file, [
        ...findings,
        findingAt(frontmatterMissing, file, parts.at, { what, expected, write: '---' }),
      ]),
      body: '',
      isDraft: false,
    };
  }
  const source = parseYaml(file, parts.frontmatter);
  return {
    source: { ...source, findings: [...findings, ...source.findings] },
    body: parts.body,
    isDraft: saysDraft(source, parts.frontmatter),
  };
}

/** A file that a record may do without. */
export const readOptional = (files: Files, file: string): Source =>
  files.list().includes(file) ? readYaml(files, file) : nothing(file, []);

/** A file that a record cannot do without. */
export function readRequired(files: Files, file: string): Source {
  if (files.list().includes(file)) return readYaml(files, file);
  const message = {
    what: `There is no ${file}.`,
    expected: `${file} in the content folder`,
    write: 'Create it; docs/ shows what belongs in it.',
  };
  return nothing(file, [findingAt(missingFile, file, top, message)]);
}
