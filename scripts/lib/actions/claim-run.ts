import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../disk/whole-file.ts';
import { onSignal } from '../signals.ts';

/** How the names of claims begin: files beside the lock, one for each run that may change it. */
const claimPrefix = '.actions.running.';

/** Whether a file is a claim or a lock that is not whole yet. */
const isUnfinished = (name: string): boolean =>
  /^(\.actions\.running\..+\.new|actions\.lock\.json\.\d+)$/.test(name);

/** No run takes so many ms. A claim that is older, or as far ahead of the clock, is left over from a run that is gone. */
const longestRun = 6 * 60 * 60_000;

const isRecent = (since: number): boolean => Math.abs(Date.now() - since) < longestRun;

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

/** What stands in a file, and since when; `undefined` if it has just been removed. */
function read(path: string): { text: string; since: number } | undefined {
  try {
    return { text: readFileSync(path, 'utf8'), since: statSync(path).mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function holderIn(text: string): z.output<typeof holder> | undefined {
  try {
    return holder.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Who holds a claim; `undefined` if whoever put it there is gone. */
function heldBy(path: string): string | undefined {
  const found = read(path);
  if (!found) return undefined;
  const { pid, host, since } = holderIn(found.text) ?? { pid: 0, host: '', since: found.since };
  if (!isRecent(since)) return undefined;
  // The system uses numbers again, so whoever had ours is gone. A process of another machine cannot be asked.
  if (host === hostname())
    return pid !== process.pid && isAlive(pid) ? `process ${pid}` : undefined;
  return host ? `process ${pid} on ${host}` : 'a process that does not say which';
}

/** Refuses while somebody else is at work, and clears away what is left of those who are gone. @throws AlreadyRunning */
function refuseBeside(content: string, own: string): void {
  for (const name of readdirSync(content).filter(
    (found) => found.startsWith(claimPrefix) && !isUnfinished(found) && found !== own,
  )) {
    const path = join(content, name);
    const by = heldBy(path);
    if (by)
      throw new AlreadyRunning(
        `Another run is at work on this content folder (${by}). If that is not so, remove ${path}.`,
      );
    rmSync(path, { force: true });
  }
}

/** Clears away unfinished files of runs that are gone. */
function clearUnfinished(content: string): void {
  for (const name of readdirSync(content).filter(isUnfinished)) {
    const path = join(content, name);
    const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && !isRecent(since)) rmSync(path, { force: true });
  }
}

/**
 * Makes sure that this is the only run on a content folder, until the function that it returns is called. Each run first shows that it is
 * there, and then looks around: of two that begin at once, at least one sees the other, and gives way.
 * @throws AlreadyRunning
 */
export function claimRun(content: string): () => void {
  const own = `${claimPrefix}${process.pid}-${randomUUID()}`;
  const path = join(content, own);
  writeWhole(
    path,
    JSON.stringify({ pid: process.pid, host: hostname(), since: Date.now() }),
    `${path}.new`,
  );
  const release = (): void => rmSync(path, { force: true });
  try {
    refuseBeside(content, own);
    clearUnfinished(content);
  } catch (error) {
    release();
    throw error;
  }
  return release;
}

/** Does `work`, and then lets others run, also where a signal ends it. */
export async function whileClaimed<T>(release: () => void, work: () => Promise<T>): Promise<T> {
  const forget = onSignal(release);
  try {
    return await work();
  } finally {
    forget();
    release();
  }
}
