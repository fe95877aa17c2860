import { Temporal } from 'temporal-polyfill';
import type { Lifetime } from './lifetime.ts';
import type { Note } from './losses.ts';
import { type WrittenKind, statusesOf } from './status-words.ts';
import type { TimedText } from './timed-text.ts';

/** Stands where an issue is marked as resolved and has no words for it. */
export const resolvingText = 'Marked as resolved; the original record gives no further words.';

const { compare } = Temporal.Instant;

/** The status of each text. The last text after the end says that it is over; a label names its status; otherwise the position decides. */
function statuses(
  texts: readonly TimedText[],
  kind: WrittenKind,
  { from, to, over, isNews }: Lifetime,
  note: Note,
): string[] {
  const names: Readonly<Record<string, string>> = statusesOf[kind];
  return texts.reduce<string[]>((found, { at, meaning }, index) => {
    const isLast = over && index === texts.length - 1;
    const isEnd = isLast && (to ? compare(at, to) >= 0 : isNews);
    const named = names[meaning ?? ''];
    const underway = kind === 'maintenance' && compare(at, from) > 0 ? 'in_progress' : undefined;
    const status =
      (isEnd ? names['over'] : named) ?? underway ?? found.at(-1) ?? names['unsaid'] ?? '';
    if (status !== named) note('update-status', `${at.toString()} ${status}`);
    return [...found, status];
  }, []);
}

function doubt(texts: readonly TimedText[], { from, to }: Lifetime, note: Note): void {
  const [first, last] = [texts[0], texts.at(-1)];
  if (!first || !last) return;
  if (to && last.at.since(to).total('hours') > 1) note('late-update', last.at.toString());
  if (to && last.meaning === 'over' && compare(last.at, to) < 0)
    note('early-end', last.at.toString());
  if (from.since(first.at).total('hours') > 1) note('early-update', first.at.toString());
}

/** The updates of an issue, oldest first, with a last one that says that it is over if the issue says so, and only then. */
export function writeUpdates(
  texts: readonly TimedText[],
  kind: WrittenKind,
  lifetime: Lifetime,
  note: Note,
) {
  doubt(texts, lifetime, note);
  const { from, to, over } = lifetime;
  const end = statusesOf[kind].over ?? '';
  const found = statuses(texts, kind, lifetime, note);
  const updates = texts.map(({ at, text }, index) => {
    return { at: at.toString(), status: found[index] ?? end, text };
  });
  const last = updates.at(-1);
  if (over && last?.status !== end) {
    const known = texts.at(-1)?.at ?? from;
    const at = (to && compare(to, known) > 0 ? to : known).toString();
    note('resolving-update', at);
    return [...updates, { at, status: end, text: resolvingText }];
  }
  if (over === false && last && last.status === end) {
    note('said-resolved');
    const before = updates.findLast(({ status }) => status !== end)?.status;
    last.status = before ?? statusesOf[kind].unsaid;
  }
  return updates;
}
