import { type Finding, type Position } from '../domain/findings/finding.ts';
import { described, markdownIn } from '../domain/findings/schema/described.ts';
import type { Pages } from '../domain/pages.ts';
import { guardField, guardStory } from './guard/guard.ts';
import type { CheckedFile } from './checked-file.ts';
import type { GuardFinding } from './guard/guard-finding.ts';
import { findingAt } from './yaml/source.ts';

const refused = (file: string, finding: GuardFinding, at: Position = finding.at): Finding =>
  findingAt(finding.rule, file, at, finding);

/** What the Markdown fields of a file may not have. */
export const fieldFindings = ({ source, schema }: CheckedFile, pages: Pages): Finding[] =>
  source.value === undefined
    ? []
    : markdownIn(described(schema), source.value).flatMap(({ path, text }) =>
        guardField(text, { pages }).map((finding) =>
          refused(source.file, finding, source.locate(path)),
        ),
      );

/** What a story may not have. Pictures are looked for beside it. */
export function storyFindings(
  file: string,
  body: string,
  isThere: (picture: string) => boolean,
  pages: Pages,
): Finding[] {
  const hasPicture = (path: string): boolean => isThere(`postmortems/${path}`);
  return guardStory(body, { pages, hasPicture }).map((finding) => refused(file, finding));
}

/** The files of the pictures that a story asks for, whether they are there or not. */
export function picturesAskedFor(body: string, pages: Pages): ReadonlySet<string> {
  const asked = new Set<string>();
  const hasPicture = (path: string): boolean => Boolean(asked.add(`postmortems/${path}`));
  guardStory(body, { pages, hasPicture });
  return asked;
}
