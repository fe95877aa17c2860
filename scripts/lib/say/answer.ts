import { z } from 'zod';
import { clockTime } from '../../../src/domain/spoken-time.ts';
import { publicSince } from '../publish/public.ts';
import { InTheWay } from '../publish/push.ts';
import type { Talk } from '../github/talk.ts';
import { commands } from './comment.ts';
import type { Outcome } from './obey.ts';

/** What to wait for, and whom to tell. One job of a workflow hands it to the next; it has none of the words that were said. */
const awaited = z.object({
  issue: z.int().min(1).optional(),
  address: z.url(),
  at: z.number(),
  written: z.number(),
});
type Awaited = z.output<typeof awaited>;

/** What the job before has handed on. */
export const awaitedIn = ({ OWNUP_SAID: text }: NodeJS.ProcessEnv): Awaited[] =>
  z.array(awaited).parse(JSON.parse(text || '[]'));

/** What readers are to see of what was said on a site. */
export const awaitedOf = (outcomes: readonly Outcome[], url: string): Awaited[] =>
  outcomes.flatMap((outcome) => {
    if (outcome.did !== 'said' || !outcome.saying.shown) return [];
    const { page, at } = outcome.saying.shown;
    const { issue, written = at } = outcome.delivery;
    return [
      {
        ...(issue !== undefined && { issue }),
        address: url.replace(/\/*$/, `/${page}`),
        at,
        written,
      },
    ];
  });

/** Lines as they stand, whatever is in them: no mention, no link, no picture. */
const asIs = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');

/** Tells whoever wrote it why it was not said, and what to write. A stranger is not answered. @throws Halt */
export async function tellRefusals(outcomes: readonly Outcome[], talk: Talk): Promise<void> {
  for (const outcome of outcomes) {
    const { issue, about } = outcome.delivery;
    if (outcome.did !== 'refused' || issue === undefined) continue;
    const how =
      about === undefined
        ? 'Edit the issue, and it is read again.'
        : `Edit the comment, and it is read again. It begins with one of ${commands}.`;
    await talk.answer(issue, `**Nothing was published.**\n\n${asIs(outcome.why)}\n\n${how}`);
  }
}

interface Waiting {
  /** Ms. */
  patience: number;
  zone: string;
}

/** What to say of one page: since when readers see it, or why the waiting ended. */
async function seen(
  { address, at, written }: Awaited,
  { patience, zone }: Waiting,
): Promise<{ text: string; isPublic: boolean }> {
  try {
    const since = await publicSince({ address, at }, patience);
    const seconds = Math.round((since - written) / 1000);
    const when = clockTime(since, [zone, 'UTC']);
    return {
      text: `Public since ${when}, ${seconds} s after you wrote it: ${address}`,
      isPublic: true,
    };
  } catch (error) {
    if (error instanceof InTheWay) return { text: error.message, isPublic: false };
    throw error;
  }
}

/** Waits until readers see it, and says so where it was asked for. @throws Halt */
export async function tellPublic(
  all: readonly Awaited[],
  talk: Talk,
  waiting: Waiting,
): Promise<{ text: string; isPublic: boolean }> {
  const told = { text: '', isPublic: true };
  for (const one of all) {
    const { text, isPublic } = await seen(one, waiting);
    told.text += `${text}\n`;
    told.isPublic &&= isPublic;
    if (one.issue !== undefined) await talk.answer(one.issue, text);
  }
  return told;
}
