import {
  type Dirent,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readdirSync,
} from 'node:fs';
import { join } from 'node:path';
import { pictureEnding, tableFile } from '../guard/allowed.ts';

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
  /** Those of them that are symbolic links, to a file or to a folder. None of them can be read. */
  links: () => string[];
  /** @throws Unreadable */
  read: (file: string) => Uint8Array;
}

export const largestFile = 1024 * 1024;
export const largestPicture = 8 * largestFile;

/** How many bytes a file may have. The lock has some 400 for each promise that was ever made, and nobody can divide it. Drawings are text. */
const bounds: readonly (readonly [files: RegExp, bytes: number])[] = [
  [/\.svg$/i, largestFile],
  [pictureEnding, largestPicture],
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

interface Listed {
  path: string;
  isLink: boolean;
}

/** Of what is hidden only tables are listed: Git keeps them like any other. Its own folder is not looked into, nor what a link leads to. */
const walk = (root: string, folder: string, hidden = false): Listed[] =>
  entries(join(root, folder))
    ?.filter(({ name }) => name !== '.git')
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      const out = hidden || isHidden(entry.name);
      if (isFolder(entry)) return walk(root, path, out);
      if (out && !tableFile.test(entry.name)) return [];
      return [{ path, isLink: entry.isSymbolicLink() }];
    }) ?? (folder && !hidden ? [{ path: `${folder}/`, isLink: false }] : []);

const namesOf = (listed: readonly Listed[]): string[] => listed.map(({ path }) => path).sort();

/** Why the system does not give us a file. */
function refused({ code, message }: NodeJS.ErrnoException): Unreadable {
  if (code === 'ENOENT') return new Unreadable('is not there');
  if (code === 'ELOOP') return isLink();
  return new Unreadable(
    `cannot be opened (${code ?? message})`,
    'a file that may be read',
    'Give whoever runs this the right to read it.',
  );
}

const isLink = (): Unreadable =>
  new Unreadable(
    'is a symbolic link',
    'the file itself, in the content folder',
    'Put a copy of the file here, or remove the link.',
  );

/** Whether a folder that a file lies in is a link. `root` itself may be one. */
const isInLink = (root: string, file: string): boolean =>
  file
    .split('/')
    .slice(0, -1)
    .some((_, index, steps) =>
      lstatSync(join(root, ...steps.slice(0, index + 1))).isSymbolicLink(),
    );

/** Opens a file without following a link, and without waiting for somebody who writes into it. */
const opening = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** What is looked at and what is read is the same open file, whatever happens to its name meanwhile. @throws Unreadable */
function readWithin(root: string, file: string): Uint8Array {
  if (isInLink(root, file)) throw isLink();
  const opened = openSync(join(root, file), opening);
  try {
    const stats = fstatSync(opened);
    if (stats.isDirectory())
      throw new Unreadable('is a folder', 'a file of this name', 'Rename the folder, or move it.');
    if (!stats.isFile()) throw new Unreadable('is not a file', 'a file of this name', 'Remove it.');
    if (stats.size > boundOf(file))
      throw new Unreadable(
        `has ${stats.size} bytes`,
        `at most ${boundOf(file)} bytes`,
        'Make it smaller, or divide it.',
      );
    return readFileSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** The files of a folder on disk. Links and files that are too large are refused. */
export function filesOnDisk(root: string): Files {
  return {
    list: () => namesOf(walk(root, '')),
    links: () => namesOf(walk(root, '').filter(({ isLink }) => isLink)),
    read(file) {
      try {
        return readWithin(root, file);
      } catch (error) {
        throw error instanceof Unreadable ? error : refused(error as NodeJS.ErrnoException);
      }
    },
  };
}

/** The files with others in the place of some, and beside them. */
export const filesWith = (files: Files, others: ReadonlyMap<string, Uint8Array>): Files => ({
  ...files,
  list: () => [...new Set([...files.list(), ...others.keys()])].sort(),
  read: (file) => others.get(file) ?? files.read(file),
});

/** Files kept in memory, for tests and examples. */
export function filesInMemory(files: Readonly<Record<string, string | Uint8Array>>): Files {
  return {
    list: () => Object.keys(files).sort(),
    links: () => [],
    read(file) {
      const content = files[file];
      if (content === undefined) throw new Unreadable('is not there');
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}
