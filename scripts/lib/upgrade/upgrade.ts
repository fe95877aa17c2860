import { formatIn } from '../../../src/record/record-format.ts';
import { type Files, filesWith } from '../../../src/record/files/files.ts';
import { layoutOf } from '../../../src/record/files/layout.ts';
import { readRequired, readStory, readYaml } from '../../../src/record/read-source.ts';
import type { Source } from '../../../src/record/yaml/source.ts';
import { textOf } from '../new/trial.ts';
import { type Change, changedFile } from '../new/yaml-change.ts';
import { type Codemod, codemods } from './codemods.ts';

/** What becomes of a record: what is different in the formats between its own and ours, and the files that change. */
export interface Upgrade {
  from: number;
  to: number;
  does: readonly string[];
  /** By their paths in the content folder; the one that names the format is the last. */
  changed: ReadonlyMap<string, Uint8Array>;
}

/** A file that only a person can change; the message says where, and why. */
export class NotByProgram extends Error {}

const ofRecord = /^(site|services|credits)\.yaml$|^(incidents|templates)\/.*\.yaml$|\.mdx$/;

/** What a file says. @throws NotByProgram */
function valueOf({ file, value, findings }: Source): unknown {
  const [wrong] = findings.filter(({ level }) => level === 'error');
  if (wrong)
    throw new NotByProgram(
      `${file}:${wrong.line}:${wrong.column} ${wrong.what}\nExpected: ${wrong.expected}`,
    );
  return value;
}

const sourceOf = (files: Files, file: string): Source =>
  file.endsWith('.mdx') ? readStory(files, file).source : readYaml(files, file);

/** @throws NotByProgram */
function changedBy(files: Files, file: string, changes: readonly Change[]): Uint8Array {
  try {
    return new TextEncoder().encode(changedFile(file, textOf(files, file), changes));
  } catch (error) {
    throw new NotByProgram(
      `${file} is written in a way that no program should change, with an alias perhaps. ${(error as Error).message}`,
    );
  }
}

const siteFile = 'site.yaml';

/** The record in the newest format. `undefined` if its own cannot be told, or is newer. @throws NotByProgram */
export function upgradeOf(files: Files, mods: readonly Codemod[] = codemods): Upgrade | undefined {
  const to = mods.length;
  const from = formatIn(valueOf(readRequired(files, layoutOf(files.list()).all, siteFile)));
  if (from === undefined || from > to) return undefined;
  const changed = new Map<string, Uint8Array>();
  const current = filesWith(files, changed);
  const due = mods.slice(from);
  for (const mod of due)
    for (const file of files.list().filter((name) => ofRecord.test(name) && mod.files.test(name))) {
      const changes = mod.changes(valueOf(sourceOf(current, file)));
      if (changes.length) changed.set(file, changedBy(current, file, changes));
    }
  if (due.length) {
    const named = changedBy(current, siteFile, [
      { do: 'set', at: ['format'], value: to, first: true },
    ]);
    changed.delete(siteFile);
    changed.set(siteFile, named);
  }
  return { from, to, does: due.map(({ does }) => does), changed };
}

/** The files as an upgrade would change them, for what cannot wait for one; as they are, where a person has to look first. */
export function inOurFormat(files: Files): {
  files: Files;
  changed: ReadonlyMap<string, Uint8Array>;
} {
  try {
    const changed = upgradeOf(files)?.changed ?? new Map<string, Uint8Array>();
    return { files: filesWith(files, changed), changed };
  } catch (error) {
    if (!(error instanceof NotByProgram)) throw error;
    return { files, changed: new Map() };
  }
}
