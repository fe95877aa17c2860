import { tallyOf } from '../../domain/promises/tally.ts';
import type { PublicPromise } from '../../domain/promises/promise-groups.ts';
import type { Strings } from '../../strings/index.ts';

/** What promises came to, in a few words: “3 were kept on time, 1 is late”. */
export function tallyText(
  promises: readonly Pick<PublicPromise, 'standing' | 'action'>[],
  { promises: words }: Strings,
): string {
  const moved = promises.filter(({ action }) => action.moved.length > 0).length;
  // Feeds have no word for what counts with the clock.
  const counted = tallyOf(promises)
    .map(([outcome, count]) => words.counts[outcome](count))
    .filter(Boolean);
  return [counted.join(', '), moved > 0 ? words.moved(moved) : ''].filter(Boolean).join('; ');
}
