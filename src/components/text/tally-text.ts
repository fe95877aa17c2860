import { tallyOf } from '../../domain/promises/tally.ts';
import type { PublicPromise } from '../../domain/promises/promise-groups.ts';
import type { Strings } from '../../strings/index.ts';

/** What promises came to, in a few words: “3 were kept on time, 1 is late”. */
export const tallyText = (
  promises: readonly Pick<PublicPromise, 'standing'>[],
  { promises: words }: Strings,
): string =>
  tallyOf(promises)
    .map(([outcome, count]) => words.counts[outcome](count))
    .join(', ');
