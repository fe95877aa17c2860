import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Moves a folder, also to another file system. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    remove(from);
  }
}

const attempts = 5;

/** Puts `next` where `out` is, at once. Another process that does the same at the same moment may be first. */
function exchange(next: string, out: string): void {
  for (let attempt = 1; ; attempt++) {
    const last = `${next}.last`;
    const replaced = existsSync(out);
    if (replaced) renameSync(out, last);
    try {
      renameSync(next, out);
      remove(last);
      return;
    } catch (error) {
      if (codeOf(error) === 'ENOTEMPTY' && attempt < attempts) remove(last);
      else {
        if (replaced) renameSync(last, out);
        throw error;
      }
    }
  }
}

/** Puts what is in `next` into `out`, one after the other. If that fails, `out` is what it was. */
function exchangeContents(next: string, out: string): void {
  const last = `${next}.last`;
  const moved: [from: string, to: string][] = [];
  const moveAll = (from: string, to: string, names: readonly string[]): void => {
    for (const name of names) {
      renameSync(join(from, name), join(to, name));
      moved.unshift([join(to, name), join(from, name)]);
    }
  };
  const isOurs = (name: string): boolean => join(out, name) === next || join(out, name) === last;
  mkdirSync(last);
  try {
    moveAll(
      out,
      last,
      readdirSync(out).filter((name) => !isOurs(name)),
    );
    moveAll(next, out, readdirSync(next));
  } catch (error) {
    for (const [from, to] of moved) renameSync(from, to);
    throw error;
  } finally {
    remove(next);
    remove(last);
  }
}

/**
 * Puts the folder `built` where `out` is. It is first brought beside it, which may take its time, and then takes its place at once. A folder
 * that cannot be moved itself, because another file system begins there or the folder around it is closed, gets its files one by one.
 */
export function replaceFolder(built: string, out: string): void {
  const beside = `${out}.${process.pid}.next`;
  try {
    mkdirSync(dirname(out), { recursive: true });
    move(built, beside);
    exchange(beside, out);
  } catch (error) {
    if (!existsSync(out) || !/^(EBUSY|EXDEV|EACCES|EPERM|EROFS)$/.test(codeOf(error))) throw error;
    const within = join(out, `.${process.pid}.next`);
    move(existsSync(beside) ? beside : built, within);
    exchangeContents(within, out);
  } finally {
    remove(beside);
  }
}
