import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A name for a file that is not whole yet. */
const unfinished = (): string => `.actions.${randomUUID()}.new`;

/** Whether a file of this name was never finished, if nobody is at it any more. */
export const isUnfinished = (name: string): boolean => name.startsWith('.actions.') && name.endsWith('.new');

/**
 * Puts `text` into a file that appears only when it is whole: it is written beside its place, brought to the disk and then put there.
 * Where that fails, what was there stays. @throws as Node does
 */
export function writeWhole(path: string, text: string): void {
  const beside = join(dirname(path), unfinished());
  try {
    // After a write that the disk took only a part of, this one goes on or throws; `writeSync`, and libraries made of it, do neither.
    writeFileSync(beside, text, { flush: true });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
