import { mostEntries } from '../../../src/feeds/model/entry.ts';
import { asReaders, waitUntil } from '../publish/public.ts';
import type { Message } from './message.ts';

const idsIn = (feed: string): string[] =>
  [...feed.matchAll(/<guid[^>]*>([^<]*)<\/guid>/g)].flatMap(([, id]) => id ?? []);

/**
 * Waits at most so many ms until the feed that readers get has all that is `due`. Returns which news is public, and why not all of it is. News that is
 * too old for the feed was in an earlier one. `messages`: all, the oldest first.
 */
export async function whatIsPublic(
  feed: string,
  { messages, due }: { messages: readonly Pick<Message, 'id'>[]; due: ReadonlySet<string> },
  patience: number,
): Promise<{ ids: ReadonlySet<string>; why: string | undefined }> {
  const older = messages.slice(0, -mostEntries).map(({ id }) => id);
  let ids = new Set(older);
  if (due.size === 0) return { ids, why: undefined };
  const seen = await waitUntil(async () => {
    const got = await asReaders(feed);
    if (typeof got === 'string') return got;
    ids = new Set([...older, ...idsIn(got.text)]);
    return [...due].every((id) => ids.has(id)) ? 'shown' : 'the page is still the one from before';
  }, patience);
  return { ids, why: seen === 'shown' ? undefined : seen };
}
