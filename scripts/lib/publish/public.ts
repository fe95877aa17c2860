import { setTimeout as sleep } from 'node:timers/promises';
import { InTheWay } from './push.ts';

/** What readers are to see: a page, and a moment that stands on it. */
export interface Shown {
  address: string;
  /** Epoch ms. */
  at: number;
}

/** How long one answer may take, and how long is waited between two questions, at first and at most. Ms. */
const answerTime = 10_000;
const firstPause = 2_000;
const longestPause = 15_000;

/** What readers get now: the page with the moment on it, or why not. */
async function look({ address, at }: Shown): Promise<'shown' | string> {
  try {
    const answer = await fetch(address, {
      headers: { 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(answerTime),
    });
    const text = await answer.text();
    if (answer.status === 404) return 'there is no such page yet';
    if (!answer.ok) return `the server answers ${answer.status}`;
    return text.includes(`datetime="${new Date(at).toISOString()}"`)
      ? 'shown'
      : 'the page is still the one from before';
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error };
    return `there is no answer (${cause?.message || message})`;
  }
}

/**
 * Waits until readers see it, for at most so many ms, and returns since when they do, in epoch ms.
 * @throws InTheWay
 */
export async function publicSince(shown: Shown, patience: number): Promise<number> {
  const end = Date.now() + patience;
  for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 1.5)) {
    const seen = await look(shown);
    if (seen === 'shown') return Date.now();
    if (Date.now() + pause > end)
      throw new InTheWay(
        `It is pushed, but ${shown.address} does not show it after ${Math.round(patience / 60_000)} min: ${seen}. Look at the run that publishes, and at docs/hosting.md.`,
      );
    await sleep(pause);
  }
}
