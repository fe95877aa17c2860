import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeNew, writeWhole } from '../disk/whole-file.ts';
import type { Trial } from './trial.ts';

/** Somebody else was faster; nothing was written. */
export class Overtaken extends Error {}

/** Puts a file into the content folder, whole. @throws Overtaken where it is not what it was when the edit was made */
export function put(content: string, { file, before, after }: Trial): void {
  const path = join(content, file);
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
  mkdirSync(dirname(path), { recursive: true });
  if (before === undefined) {
    if (!writeNew(path, after, beside))
      throw new Overtaken(
        `${file} has just been written by somebody else. Nothing was changed; run it again.`,
      );
    return;
  }
  if (!existsSync(path) || readFileSync(path, 'utf8') !== before)
    throw new Overtaken(
      `${file} has just been changed by somebody else, or waits for \`npx ownup upgrade\`. Nothing was written; run it again.`,
    );
  writeWhole(path, after, beside);
}
