import { type Action, dueOf } from '../../domain/action.ts';
import type { UnknownNews } from '../../domain/news/unknown-news.ts';
import { ifKnown } from '../../domain/unknowns.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';

/** Who promised it by when, in a sentence. */
export function promisedText(
  action: Action,
  { feed, postmortem: { promise: words } }: Strings,
  format: Format,
): string {
  const day = dueOf(action);
  return feed.promisedBy(
    ifKnown(action.owner) ?? words.notKnown,
    day ? format.day(day) : words.notKnown,
  );
}

/** Who was to answer by when, in a sentence. */
export const answerText = (
  { owner, by }: UnknownNews['unknown'],
  { feed }: Strings,
  format: Format,
): string => feed.answerBy(owner, format.day(by));
