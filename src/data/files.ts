import { type Dirent, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { tableFile } from './guard/allowed.ts';

/** Why a file could not be read, for a person, and what to do about it. */
export class Unreadable extends Error {
  readonly expected: string;
  readonly write: string;

  constructor(
    what: string,
    expected = 'a file in the content folder',
    write = 'Put the file itself here, or remove it.',
  ) {
    super(what);
    this.expected = expected;
    this.write = write;
  }
}

/** A content folder as the reader sees it: a small interface, so that tests can keep one in memory. */
export interface Files {
  /**
   * All files below the folder but those that are hidden and no tables, relative to it, with forward slashes, in a fixed order. A folder that
   * cannot be opened ends with a slash.
   */
  list: () => string[];
  /** @throws Unreadable */
  read: (file: string) => Uint8Array;
}

export const largestFile = 1024 * 1024;

/** How many bytes a file may have. The lock has some 400 for each promise that was ever made, and nobody can divide it. */
const bounds: readonly (readonly [files: RegExp, bytes: number])[] = [
  [/\.(png|jpe?g|gif|webp|avif)$/, Infinity],
  [/^actions\.lock\.json$/, 16 * largestFile],
  [/^/, largestFile],
];

const boundOf = (file: string): number => bounds.find(([files]) => files.test(file))?.[1] ?? 0;

/** What systems and editors leave behind. */
const isHidden = (name: string): boolean => name.startsWith('.') || name.endsWith('~');

/** A folder with the name of a file of the record is listed like one, and then cannot be read; so is one that cannot be opened. */
const isFolder = (entry: Dirent): boolean =>
  entry.isDirectory() && !/\.(yaml|mdx|json)$/.test(entry.name);

function entries(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** Of what is hidden only tables are listed: Git keeps them like any other. Its own folder is not looked into. */
const walk = (root: string, folder: string, hidden = false): string[] =>
  entries(join(root, folder))
    ?.filter(({ name }) => name !== '.git')
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      const out = hidden || isHidden(entry.name);
      if (isFolder(entry)) return walk(root, path, out);
      return out && !tableFile.test(entry.name) ? [] : [path];
    }) ?? (folder && !hidden ? [`${folder}/`] : []);

/** Why the system does not give us a file. */
function refused({ code, message }: NodeJS.ErrnoException): Unreadable {
  if (code === 'ENOENT') return new Unreadable('is not there, or is a link to nothing');
  if (code === 'ELOOP') return new Unreadable('is a link that leads back to itself');
  return new Unreadable(
    `cannot be opened (${code ?? message})`,
    'a file that may be read',
    'Give whoever runs this the right to read it.',
  );
}

/** @throws Unreadable */
function readWithin(root: string, file: string): Uint8Array {
  const path = join(root, file);
  if (!realpathSync(path).startsWith(realpathSync(root) + sep))
    throw new Unreadable('is a link that leads out of the content folder');
  const stats = statSync(path);
  if (stats.isDirectory())
    throw new Unreadable('is a folder', 'a file of this name', 'Rename the folder, or move it.');
  if (!stats.isFile()) throw new Unreadable('is not a file', 'a file of this name', 'Remove it.');
  if (stats.size > boundOf(file))
    throw new Unreadable(
      `has ${stats.size} bytes`,
      `at most ${boundOf(file)} bytes`,
      'Make it smaller, or divide it.',
    );
  return readFileSync(path);
}

/** The files of a folder on disk. Links that lead out of it and files that are too large are refused. */
export function filesOnDisk(root: string): Files {
  return {
    list: () => walk(root, '').sort(),
    read(file) {
      try {
        return readWithin(root, file);
      } catch (error) {
        throw error instanceof Unreadable ? error : refused(error as NodeJS.ErrnoException);
      }
    },
  };
}

/** Files kept in memory, for tests and examples. */
export function filesInMemory(files: Readonly<Record<string, string | Uint8Array>>): Files {
  return {
    list: () => Object.keys(files).sort(),
    read(file) {
      const content = files[file];
      if (content === undefined) throw new Unreadable('is not there');
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}
