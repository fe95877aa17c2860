import type { Action } from '../../domain/action.ts';
import { ifKnown } from '../../domain/unknowns.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';

/** Who promised it by when, in a sentence. */
export function promisedText(
  { owner, due }: Action,
  { feed, postmortem: { promise: words } }: Strings,
  format: Format,
): string {
  const day = ifKnown(due);
  return feed.promisedBy(ifKnown(owner) ?? words.notKnown, day ? format.day(day) : words.notKnown);
}
