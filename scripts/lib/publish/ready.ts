import { gitIn } from './git.ts';
import { InTheWay, upstreamOf } from './push.ts';

/** What would keep it from being public is there already; nothing was written. */
export class Unready extends Error {}

/** Finds what keeps anything from being pushed here, before somebody has typed what is to be public. @throws Unready */
export async function readyToPublish(content: string): Promise<void> {
  try {
    await upstreamOf(gitIn(content));
  } catch (error) {
    if (!(error instanceof InTheWay)) throw error;
    throw new Unready(`${error.message}\nNothing was written.`);
  }
}
