import { createTwoFilesPatch } from 'diff';
import type { Finding } from '../../../src/domain/findings/finding.ts';
import { type Files, filesWith } from '../../../src/record/files/files.ts';
import { readRecord } from '../../../src/record/read-record.ts';
import type { Edit } from './edit.ts';
import { changedFile } from './yaml-change.ts';

/** A file as it would become, and what the check says of it then. */
export interface Trial {
  file: string;
  /** What stands there; `undefined` if nothing does. */
  before: string | undefined;
  after: string;
  findings: readonly Finding[];
}

/** The text of a file to its last byte, a byte order mark too. */
export const textOf = (files: Files, file: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.read(file));

/** What would come of an edit as of `now` (epoch ms). Nothing is written. */
export function trialOf(
  edit: Edit,
  files: Files,
  { now, isPinned }: { now: number; isPinned: boolean },
): Trial {
  const { file } = edit;
  const before = edit.do === 'change' ? textOf(files, file) : undefined;
  const after = edit.do === 'change' ? changedFile(file, before ?? '', edit.changes) : edit.text;
  const { findings } = readRecord(
    filesWith(files, new Map([[file, new TextEncoder().encode(after)]])),
    now,
    isPinned,
  );
  return { file, before, after, findings: findings.filter((found) => found.file === file) };
}

/** The new file, or the difference that an edit makes. */
export function preview({ file, before, after }: Pick<Trial, 'file' | 'before' | 'after'>): string {
  if (before === undefined) return after;
  return createTwoFilesPatch(file, file, before, after, undefined, undefined, { context: 3 });
}
