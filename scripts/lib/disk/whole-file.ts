import { copyFileSync, linkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

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

/**
 * Puts files, by their paths, in the place of what is there: all of them, or none if one cannot be written. Whoever is interrupted has the first of
 * them written, each whole. @throws as Node does
 */
export function writeAllWhole(files: ReadonlyMap<string, Uint8Array>): void {
  const steps = [...files].map(([path, bytes]) => {
    const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
    return { path, bytes, beside, last: `${beside}.last` };
  });
  const placed: typeof steps = [];
  try {
    for (const { path, bytes, beside, last } of steps) {
      writeFileSync(beside, bytes, { flush: true, mode: statSync(path).mode });
      copyFileSync(path, last);
    }
    for (const step of steps) {
      renameSync(step.beside, step.path);
      placed.push(step);
    }
  } catch (error) {
    for (const { path, last } of placed.reverse()) renameSync(last, path);
    throw error;
  } finally {
    for (const { beside, last } of steps)
      for (const file of [beside, last]) rmSync(file, { force: true });
  }
}
