import { type Action, dueOf } from '../../domain/action.ts';
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
