import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Puts `text` into a file that appears only when it is whole: it is written as `beside`, brought to the disk and then put in its place.
 * If that fails, the earlier file stays. @throws as Node does
 */
export function writeWhole(path: string, text: string, beside: string): void {
  try {
    // After a write that the disk took only a part of, this one goes on or throws; `writeSync`, and libraries made of it, do neither.
    writeFileSync(beside, text, { flush: true });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The same for a file that must not be there yet. Returns whether it was put there. @throws as Node does */
export function writeNew(path: string, text: string, beside: string): boolean {
  try {
    writeFileSync(beside, text, { flush: true });
    linkSync(beside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}
