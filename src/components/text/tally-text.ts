import { tallyOf } from '../../domain/promises/tally.ts';
import type { PublicPromise } from '../../domain/promises/promise-groups.ts';
import type { Strings } from '../../strings/index.ts';

/** What promises came to, in a few words: “3 were kept on time, 1 is late”. */
export function tallyText(
  promises: readonly Pick<PublicPromise, 'standing' | 'action'>[],
  { promises: words }: Strings,
): string {
  const moved = promises.filter(({ action }) => action.moved.length > 0).length;
  return [
    tallyOf(promises)
      .map(([outcome, count]) => words.counts[outcome](count))
      .join(', '),
    ...(moved > 0 ? [words.moved(moved)] : []),
  ].join('; ');
}
