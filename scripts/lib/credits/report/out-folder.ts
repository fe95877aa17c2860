import { type Stats, accessSync, constants, lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** What the system says, for a person. */
const explained: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The quota of the disk is used up',
  EFBIG: 'The file may not become so large',
  EIO: 'The disk reports an error',
  EACCES: 'It may not be written there',
  EPERM: 'It may not be written there',
  EROFS: 'The disk can only be read',
  ENOTDIR: 'Something on the way there is no folder',
  EEXIST: 'A file or a link to nothing stands where the folder is to be',
  EISDIR: 'A folder stands where the report is to be',
  ENOENT: 'The folder is not there',
  ELOOP: 'A link leads to itself',
  ENAMETOOLONG: 'The name is too long',
};

const refused = (what: string, place: string): Error =>
  new Error(
    `${what}: ${place}. Expected: --out with a folder in which files can be made. Nothing was written.`,
  );

/** Says what an error of the system means, if it came while a report was written. Other errors stay as they are. */
export const writingError = (error: unknown, folder: string): unknown =>
  error instanceof Error && 'syscall' in error
    ? refused(explained[codeOf(error)] ?? `It cannot be written there (${codeOf(error)})`, folder)
    : error;

/** What lies at a path, links not followed; `undefined` if nothing does. */
function found(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw writingError(error, path);
  }
}

/** The folder itself, or the nearest above it that is there. */
function nearestFolder(path: string): string {
  if (!found(path)) return nearestFolder(dirname(path));
  try {
    if (statSync(path).isDirectory()) return path;
  } catch (error) {
    throw codeOf(error) === 'ENOENT'
      ? refused('This is a link to nothing', path)
      : writingError(error, path);
  }
  throw refused('This is no folder', path);
}

/**
 * Makes a folder, and those above it that are missing, for their owner only. One by one: the recursion of Node never ends where the system
 * makes no folders, as in /proc.
 */
export function makeFolder(folder: string): void {
  if (found(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another run may have made it in the meantime.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Whether a report can be put there: nothing is there, or a file that it replaces. @throws Error */
export function requireReplaceable(path: string): void {
  if (found(path)?.isDirectory()) throw refused('A folder stands where the report is to be', path);
}

/**
 * Finds out beforehand whether files with these names can be put into a folder, which need not be there yet.
 * @throws Error that says what is in the way
 */
export function requireWritable(folder: string, names: readonly string[]): void {
  const nearest = nearestFolder(folder);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw writingError(error, nearest);
  }
  if (nearest === folder) for (const name of names) requireReplaceable(join(folder, name));
}
