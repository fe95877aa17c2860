import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome } from '../../../src/domain/tracking/run.ts';
import type { Result } from './result.ts';
import type { Watcher } from './watcher.ts';

/** How long to wait, in ms, where nobody says how long. */
const pause = 60_000;

interface Manner {
  /** For how many ms to go on. */
  keepGoing: number;
  /** The factor on waits that nobody asks for. */
  patience: number;
  watcher: Watcher;
}

/** One outcome of two goes: what both have done, and everything else from the later one. */
const together = (before: Outcome, after: Outcome): Outcome => ({
  ...after,
  created: [...before.created, ...after.created],
  updated: [...before.updated, ...after.updated],
  adopted: [...before.adopted, ...after.adopted],
});

/**
 * Goes again while something is left to do and the next go can begin in time. Each go starts from the lock, as a run of its own would.
 * Between two it waits as long as GitHub asks.
 */
export async function keepingGoing(
  { keepGoing, patience, watcher }: Manner,
  go: () => Promise<Result>,
): Promise<Result> {
  const end = Date.now() + keepGoing;
  let result = await go();
  for (;;) {
    const { halt, outcome: before } = result;
    const wait = halt?.comeBack ?? pause * patience;
    const isOver = halt?.code !== 'partial' && halt?.code !== 'unknown-outcome';
    if (isOver || Date.now() + wait > end) return result;
    watcher.say(`${halt.message} Going on in ${Math.ceil(wait / 60_000)} min.`);
    await sleep(wait);
    const next = await go();
    result = before && next.outcome ? { ...next, outcome: together(before, next.outcome) } : next;
  }
}
