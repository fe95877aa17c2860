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

/** What readers get now: the text at an address, or why not. */
export async function asReaders(address: string): Promise<{ text: string } | string> {
  try {
    const answer = await fetch(address, {
      headers: { 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(answerTime),
    });
    const text = await answer.text();
    if (answer.status === 404) return 'there is no such page yet';
    return answer.ok ? { text } : `the server answers ${answer.status}`;
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error };
    return `there is no answer (${cause?.message || message})`;
  }
}

/** Looks again and again until it is `shown`, for at most so many ms. Returns `shown`, or why it is not shown at the end. */
export async function waitUntil(
  look: () => Promise<'shown' | string>,
  patience: number,
): Promise<'shown' | string> {
  const end = Date.now() + patience;
  for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 1.5)) {
    const seen = await look();
    if (seen === 'shown' || Date.now() + pause > end) return seen;
    await sleep(pause);
  }
}

/**
 * Waits until readers see it, for at most so many ms, and returns since when they do, in epoch ms.
 * @throws InTheWay
 */
export async function publicSince({ address, at }: Shown, patience: number): Promise<number> {
  const seen = await waitUntil(async () => {
    const page = await asReaders(address);
    if (typeof page === 'string') return page;
    return page.text.includes(`datetime="${new Date(at).toISOString()}"`)
      ? 'shown'
      : 'the page is still the one from before';
  }, patience);
  if (seen === 'shown') return Date.now();
  throw new InTheWay(
    `It is pushed, but ${address} does not show it after ${Math.round(patience / 60_000)} min: ${seen}. Look at the run that publishes, and at docs/hosting.md.`,
  );
}
