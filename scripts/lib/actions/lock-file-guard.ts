import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** Lies beside the lock while a run may change it. */
const guardFile = '.actions.running';

/** A run on another machine, which we cannot ask, is taken to be over after so many ms. */
const longestRun = 6 * 60 * 60_000;

const holder = z.object({ pid: z.int().min(1), host: z.string(), since: z.number() });

/** Another run is at work. */
export class AlreadyRunning extends Error {}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Why the guard in `text` still holds; `undefined` if whoever put it there is gone. */
function heldBy(text: string, now: number): string | undefined {
  let found: z.output<typeof holder> | undefined;
  try {
    found = holder.safeParse(JSON.parse(text)).data;
  } catch {
    // Cut off in the middle: whoever wrote it did not come far.
  }
  if (!found) return undefined;
  if (found.host === hostname() && found.pid === process.pid) return undefined;
  if (found.host === hostname()) return isAlive(found.pid) ? `process ${found.pid}` : undefined;
  return now - found.since < longestRun ? `process ${found.pid} on ${found.host}` : undefined;
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** What stands in a file; nothing if it has just been removed. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

function refuseIfHeld(text: string, path: string): void {
  const by = heldBy(text, Date.now());
  if (by) throw new AlreadyRunning(`Another run is at work on this content folder (${by}). If that is not so, remove ${path}.`);
}

/** Takes a guard away that nobody holds any more. It is moved first: of two runs that find it, only one gets it, and none gets a new one. */
function takeAway(path: string): void {
  refuseIfHeld(textOf(path), path);
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (heldBy(textOf(aside), Date.now())) renameSync(aside, path);
  rmSync(aside, { force: true });
}

/**
 * Makes sure that this is the only run on a content folder, until the function that it returns is called.
 * @throws AlreadyRunning
 */
export function guard(content: string): () => void {
  const path = join(content, guardFile);
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), since: Date.now() });
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      writeFileSync(path, mine, { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      takeAway(path);
    }
  }
  throw new AlreadyRunning(`Other runs are at work on this content folder: ${path}.`);
}
