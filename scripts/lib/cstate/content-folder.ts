import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Why nothing may be written to `folder`; `undefined` if it may. */
export function refusal(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory())
    return `“${folder}” is a file. Name a folder that is empty or not there yet.`;
  return readdirSync(folder).length
    ? `“${folder}” is not empty, and an import overwrites nothing. Name a folder that is empty or not there yet.`
    : undefined;
}

/** Writes all files, or none: they are written beside `folder`, which then takes its name in one step. */
export function writeAll(folder: string, files: ReadonlyMap<string, string>): void {
  const target = resolve(folder);
  mkdirSync(dirname(target), { recursive: true });
  const beside = mkdtempSync(join(dirname(target), `.${basename(target)}-import-`));
  try {
    for (const [name, text] of files) {
      mkdirSync(dirname(join(beside, name)), { recursive: true });
      writeFileSync(join(beside, name), text);
    }
    if (existsSync(target)) rmdirSync(target);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}
