import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { requireReplaceable } from './out-folder.ts';

/** A file that appears only when it is whole: it is written beside its place and then put there. */
export interface ReportFile {
  path: string;
  write: (text: string | Uint8Array) => void;
  /** Writes what is still waiting. Nothing can be written afterwards. */
  close: () => void;
  /** SHA-256 of all that was written so far, in hex. */
  sha256: () => string;
  /** Puts it in its place, and keeps what was there. */
  publish: () => void;
  /** Puts back what was there. */
  takeBack: () => void;
  /** Forgets what was there. */
  settle: () => void;
  discard: () => void;
}

/** Bytes that are written at once. */
const enough = 256 * 1024;

/** Characters that are made bytes at once. */
const longestTexts = 4096;

/** Whoever may read the list of customers need not be everybody on the machine. */
const ownerOnly = 0o600;

const unfinished = (path: string): string => `${path}.${process.pid}.part`;
const replaced = (path: string): string => `${path}.${process.pid}.earlier`;

/** The names that a file has on its way into its place, its own among them. */
export const namesBeside = (name: string): string[] => [name, unfinished(name), replaced(name)];

/** `after`: a file whose bytes come first. */
export function reportFile(path: string, after?: string): ReportFile {
  const [beside, earlier] = [unfinished(path), replaced(path)];
  const handle = openSync(beside, 'w', ownerOnly);
  const hash = createHash('sha256');
  const waiting = Buffer.allocUnsafe(enough);
  let used = 0;
  /** What comes behind that: texts that are not bytes yet, since many short ones are made bytes faster together. */
  let texts = '';
  let open = true;

  const put = (all: Uint8Array): void => {
    hash.update(all);
    for (let written = 0; written < all.length;)
      written += writeSync(handle, all, written, all.length - written);
  };
  const copy = (from: string): void => {
    const source = openSync(from, 'r');
    try {
      for (let read = readSync(source, waiting); read > 0; read = readSync(source, waiting))
        put(waiting.subarray(0, read));
    } finally {
      closeSync(source);
    }
  };
  const flush = (): void => {
    put(waiting.subarray(0, used));
    used = 0;
  };
  /** Flushes what there is if that many more bytes would not fit. */
  const makeRoom = (bytes: number): void => {
    if (used + bytes > enough) flush();
  };
  const takeTexts = (): void => {
    // A character of JavaScript takes three bytes of UTF-8 at most.
    makeRoom(texts.length * 3);
    if (texts.length * 3 > enough) put(Buffer.from(texts));
    else used += waiting.write(texts, used);
    texts = '';
  };
  const flushAll = (): void => {
    takeTexts();
    flush();
  };
  if (after !== undefined) copy(after);
  return {
    path,
    write(text) {
      if (typeof text === 'string') {
        texts += text;
        if (texts.length > longestTexts) takeTexts();
        return;
      }
      takeTexts();
      makeRoom(text.length);
      if (text.length > enough) put(text);
      else {
        waiting.set(text, used);
        used += text.length;
      }
    },
    close() {
      flushAll();
      closeSync(handle);
      open = false;
    },
    sha256() {
      if (open) flushAll();
      return hash.copy().digest('hex');
    },
    publish() {
      requireReplaceable(path);
      if (existsSync(path)) renameSync(path, earlier);
      renameSync(beside, path);
    },
    takeBack() {
      if (existsSync(earlier)) renameSync(earlier, path);
      else if (!existsSync(beside)) rmSync(path, { force: true });
    },
    settle: () => rmSync(earlier, { force: true }),
    discard() {
      if (open) closeSync(handle);
      open = false;
      rmSync(beside, { force: true });
    },
  };
}

/** Puts all files in their places, or leaves what was there in all of them. */
export function publishAll(files: readonly ReportFile[]): void {
  const begun: ReportFile[] = [];
  try {
    for (const file of files) {
      begun.push(file);
      file.publish();
    }
  } catch (error) {
    for (const file of begun) file.takeBack();
    throw error;
  }
  for (const file of files) file.settle();
}
