import { existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { replaceFolder } from './replace-folder.ts';

/** Why nothing may be written to `folder`; `undefined` if it may. */
export function refusal(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const write = 'Name a folder that is empty or not there yet.';
  if (!statSync(folder).isDirectory()) return `“${folder}” is a file. ${write}`;
  if (readdirSync(folder).length === 0) return undefined;
  return `“${folder}” is not empty, and an import overwrites nothing. ${write}`;
}

/** Writes all files, or none. */
export function writeAll(folder: string, files: ReadonlyMap<string, string>): void {
  const written = mkdtempSync(join(tmpdir(), 'ownup-import-'));
  for (const [name, text] of files) {
    mkdirSync(dirname(join(written, name)), { recursive: true });
    writeFileSync(join(written, name), text);
  }
  replaceFolder(written, resolve(folder));
}
