import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Lock,
  type LockEntry,
  lockEntry,
  lockFile,
} from '../../../src/domain/tracking/lock.ts';
import { Halt } from '../../../src/domain/tracking/stop-and-retry.ts';
import { writeWhole } from '../disk/whole-file.ts';

const keys = Object.keys(lockEntry.shape) as (keyof LockEntry)[];

/** Always in one order, so that the same lock is the same text. */
const inOrder = (entry: LockEntry): object =>
  Object.fromEntries(keys.map((key) => [key, entry[key]]));

/** The lock as it stands in its file. */
export const lockText = ({ version, actions }: Lock): string =>
  `${JSON.stringify({ version, actions: actions.map(inOrder) }, null, 2)}\n`;

/** Why a run ends that cannot keep what it does. */
export const notKept = (path: string, { code = 'no reason given' }: NodeJS.ErrnoException): Halt =>
  new Halt(
    'partial',
    `${path} cannot be written (${code}). Make room for it, and run again: issues that are there are found.`,
  );

/** Writes the lock into a content folder, whole or not at all; not at all if there is nothing new to write. @throws Halt */
export function saveLock(content: string, lock: Lock): void {
  const path = join(content, lockFile);
  const text = lockText(lock);
  try {
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    if (before === text || (before === undefined && lock.actions.length === 0)) return;
    writeWhole(path, text, `${path}.${process.pid}`);
  } catch (error) {
    throw notKept(path, error as NodeJS.ErrnoException);
  }
}
