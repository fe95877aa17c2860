import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, filesWith } from '../../src/record/files/files.ts';
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
  /** What is built in the place of files of the content folder. */
  others: ReadonlyMap<string, Uint8Array>;
}

const filesWithErrors = ({ findings }: Reading): Set<string> =>
  new Set(findings.filter(({ level }) => level === 'error').map(({ file }) => file));

const isDraft = (files: Files, file: string): boolean =>
  file.endsWith('.mdx') && readStory(files, file).isDraft;

/**
 * What can be published all the same, where `reading` has errors. An older record is read as it would be after an upgrade. Mistakes in postmortems, their
 * pictures, credits.yaml, the lock, the theme and translations hold back only these files.
 * Of each the newest version without errors is taken; a draft is none that was ever public. `undefined` if anything else is wrong.
 */
export function lane(
  { content, now, isPinned }: Pick<Environment, 'content' | 'now' | 'isPinned'>,
  checked: Reading,
  { files, changed }: { files: Files; changed: ReadonlyMap<string, Uint8Array> },
): Lane | undefined {
  const reading = changed.size > 0 ? readRecord(files, now, isPinned) : checked;
  if (reading.record) return { reading, held: [], others: changed };
  const wrong = [...filesWithErrors(reading)];
  if (!wrong.every(canBeReplaced)) return undefined;
  const others = new Map(changed);
  const isGood = (file: string, { bytes }: Version): boolean => {
    const tried = filesWith(files, new Map([...others, [file, bytes]]));
    return !isDraft(tried, file) && !filesWithErrors(readRecord(tried, now, isPinned)).has(file);
  };
  const held = wrong.map((file): HeldBack => {
    const instead = earlierVersions(content, file).find((version) => isGood(file, version));
    if (instead) others.set(file, instead.bytes);
    return { file, instead };
  });
  const leftOut = held.filter(({ instead }) => !instead).map(({ file }) => file);
  if (!leftOut.every(canBeLeftOut)) return undefined;
  const all = readRecord(filesWith(files, others), now, isPinned, { without: new Set(leftOut) });
  return all.record ? { reading: all, held, others } : undefined;
}

/** Copies the content folder with others in the place of some files, as it is built. */
export function copyWith(others: Lane['others'], content: string, into: string): void {
  cpSync(content, into, { recursive: true, dereference: false });
  for (const [file, bytes] of others) writeFileSync(join(into, file), bytes);
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
