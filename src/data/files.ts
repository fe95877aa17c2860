import { type Dirent, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Why a file could not be read, for a person. */
export class Unreadable extends Error {}

/** A content folder as the reader sees it: a small interface, so that tests can keep one in memory. */
export interface Files {
  /** All files below the folder, relative to it, with forward slashes, in a fixed order. */
  list: () => string[];
  /** @throws Unreadable */
  read: (file: string) => Uint8Array;
}

export const largestFile = 1024 * 1024;

const ignored = (name: string): boolean => name.startsWith('.') || name.endsWith('~');

/** A folder with the name of a file of the record is listed like one, and then cannot be read; so is one that cannot be opened. */
const isFolder = (entry: Dirent): boolean => entry.isDirectory() && !/\.(yaml|mdx|json)$/.test(entry.name);

function entries(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

const walk = (root: string, folder: string): string[] =>
  entries(join(root, folder))
    ?.filter(({ name }) => !ignored(name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return isFolder(entry) ? walk(root, path) : [path];
    }) ?? (folder ? [folder] : []);

/** The files of a folder on disk. Links that lead out of it and files of more than 1 MB are refused. */
export function filesOnDisk(root: string): Files {
  return {
    list: () => walk(root, '').sort(),
    read(file) {
      const path = join(root, file);
      try {
        if (!realpathSync(path).startsWith(realpathSync(root) + sep))
          throw new Unreadable('is a link that leads out of the content folder');
        const { size } = statSync(path);
        if (!statSync(path).isFile()) throw new Unreadable('is not a file');
        if (size > largestFile && !/\.(png|jpe?g|gif|webp|avif)$/.test(file))
          throw new Unreadable(`has ${size} bytes, more than the ${largestFile} that are read`);
        return readFileSync(path);
      } catch (error) {
        if (error instanceof Unreadable) throw error;
        const { code } = error as NodeJS.ErrnoException;
        throw new Unreadable(code === 'ENOENT' ? 'is not there, or is a link to nothing' : `cannot be read (${code ?? String(error)})`);
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
