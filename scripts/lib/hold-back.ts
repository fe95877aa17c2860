import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, filesOnDisk } from '../../src/record/files/files.ts';
import { themeFile, translationFile } from '../../src/record/files/layout.ts';
import { canBeLeftOut, canBeReplaced } from '../../src/record/held-back.ts';
import { type Reading, readRecord } from '../../src/record/read-record.ts';
import { readStory } from '../../src/record/read-source.ts';
import type { Environment } from '../../src/environment/environment.ts';
import { type Version, earlierVersions } from './earlier-versions.ts';

/** A file that is not published as it stands: in its place an earlier version, or none. */
export interface HeldBack {
  file: string;
  instead: Version | undefined;
}

/** What is published of a record with mistakes, and what is held back of it. */
export interface Lane {
  reading: Reading;
  held: readonly HeldBack[];
}

const filesWithErrors = ({ findings }: Reading): Set<string> =>
  new Set(findings.filter(({ level }) => level === 'error').map(({ file }) => file));

/** The files with others in the place of some. */
const replaced = (files: Files, others: ReadonlyMap<string, Uint8Array>): Files => ({
  ...files,
  read: (file) => others.get(file) ?? files.read(file),
});

const isDraft = (files: Files, file: string): boolean =>
  file.endsWith('.mdx') && readStory(files, file).isDraft;

/**
 * What can be published all the same, where `reading` has errors: mistakes in postmortems, their pictures, credits.yaml, the lock, the theme and translations hold back only these files.
 * Of each the newest version without errors is taken; a draft is none that was ever public. `undefined` if anything else is wrong.
 */
export function lane(
  { content, now, isPinned }: Pick<Environment, 'content' | 'now' | 'isPinned'>,
  reading: Reading,
): Lane | undefined {
  const wrong = [...filesWithErrors(reading)];
  if (!wrong.every(canBeReplaced)) return undefined;
  const files = filesOnDisk(content);
  const others = new Map<string, Uint8Array>();
  const isGood = (file: string, { bytes }: Version): boolean => {
    const tried = replaced(files, new Map([...others, [file, bytes]]));
    return !isDraft(tried, file) && !filesWithErrors(readRecord(tried, now, isPinned)).has(file);
  };
  const held = wrong.map((file): HeldBack => {
    const instead = earlierVersions(content, file).find((version) => isGood(file, version));
    if (instead) others.set(file, instead.bytes);
    return { file, instead };
  });
  const leftOut = held.filter(({ instead }) => !instead).map(({ file }) => file);
  if (!leftOut.every(canBeLeftOut)) return undefined;
  const all = readRecord(replaced(files, others), now, isPinned, new Set(leftOut));
  return all.record ? { reading: all, held } : undefined;
}

/** Copies the content folder with the earlier versions in it, as it is built. */
export function copyWith(held: readonly HeldBack[], content: string, into: string): void {
  cpSync(content, into, { recursive: true, dereference: false });
  for (const { file, instead } of held) if (instead) writeFileSync(join(into, file), instead.bytes);
}

/** What was held back, for people. */
export const tellHeld = (held: readonly HeldBack[]): string =>
  held
    .map(({ file, instead }) =>
      instead
        ? `Held back: ${file}. In its place stands the version of commit ${instead.commit.slice(0, 12)}.`
        : `Held back: ${file}. There is no earlier version without errors; ${file === themeFile || translationFile.test(file) ? 'pages do without it' : 'its page says that it is being corrected'}.`,
    )
    .map((line) => `${line}\n`)
    .join('');
