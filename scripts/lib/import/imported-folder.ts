import { hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { replaceFolder } from '../disk/replace-folder.ts';
import type { Decisions } from './decisions.ts';

/** What an import remembers beside what it wrote, for the next one. */
const memoryFile = '.import.json';

const memory = z.object({
  version: z.literal(1),
  from: z.string(),
  decisions: z.object({
    service: z.record(z.string(), z.string()).optional(),
    informational: z.enum(['incident', 'notice']).optional(),
    planned: z.array(z.string()).optional(),
    zone: z.string().optional(),
    announced: z.literal('scheduled').optional(),
  }),
  /** What was written, by the SHA-256 of its text: what differs from it is a person's. */
  files: z.record(z.string(), z.string()),
});

/** A folder as an earlier import left it, or an empty one. */
interface ImportedFolder {
  folder: string;
  decisions: Decisions;
  files: Readonly<Record<string, string>>;
}

const sum = (text: string): string => hash('sha256', text);

/** Opens the folder that an import is to write into; a string says why nothing may be written there. */
export function openImported(folder: string, from: string): ImportedFolder | string {
  const empty = { folder, decisions: {}, files: {} };
  if (!existsSync(folder)) return empty;
  const write = 'Name a folder that is empty or not there yet.';
  if (!statSync(folder).isDirectory()) return `“${folder}” is a file. ${write}`;
  if (readdirSync(folder).length === 0) return empty;
  const file = join(folder, memoryFile);
  if (!existsSync(file))
    return `“${folder}” is not empty, and is not of an import, which overwrites nothing. ${write}`;
  try {
    const known = memory.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (known.from !== from)
      return `“${folder}” has what was imported from ${known.from}. ${write}`;
    return { folder, decisions: known.decisions as Decisions, files: known.files };
  } catch {
    return `“${file}” cannot be understood. Put back the one of the last import, or ${write.replace('Name', 'name')}`;
  }
}

/**
 * Writes what was imported, or nothing. What a person has changed or removed since the last import stays as it is; its names are given
 * back. So does what is in the folder and was never imported.
 */
export function writeImported(
  { folder, files: before }: ImportedFolder,
  from: string,
  decisions: Decisions,
  files: ReadonlyMap<string, string>,
): string[] {
  const next = mkdtempSync(join(tmpdir(), 'ownup-import-'));
  if (existsSync(folder)) cpSync(folder, next, { recursive: true });
  const left: string[] = [];
  const sums: Record<string, string> = { ...before };
  for (const [name, text] of files) {
    const path = join(next, name);
    const known = before[name];
    const current = existsSync(path) ? sum(readFileSync(path, 'utf8')) : undefined;
    if (current !== known && current !== sum(text)) {
      left.push(name);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    sums[name] = sum(text);
  }
  const memorised = { version: 1, from, decisions, files: sums };
  writeFileSync(join(next, memoryFile), `${JSON.stringify(memorised, null, 2)}\n`);
  replaceFolder(next, resolve(folder));
  return left;
}
