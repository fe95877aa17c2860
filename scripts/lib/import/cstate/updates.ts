import { Temporal } from 'temporal-polyfill';
import { type WrittenUpdate, ended } from '../written-incident.ts';
import type { Kind } from './kind.ts';
import type { State } from './label.ts';
import type { Lifetime } from './lifetime.ts';
import type { Note } from './losses.ts';
import type { TimedText } from './timed-text.ts';

const { compare } = Temporal.Instant;

/** The first status of each kind claims nothing that nobody spoke of. */
const courses = {
  incident: { begin: 'investigating', end: 'resolved' },
  notice: { begin: 'information', end: 'resolved' },
  maintenance: { begin: 'scheduled', end: 'completed' },
} as const;

const work = 'in_progress';

/** The status that a label names; `undefined`: none that this kind has. */
function statusOf(state: State | undefined, kind: Kind): string | undefined {
  if (state === 'resolved' || state === 'completed') return courses[kind].end;
  if (state === 'scheduled' || state === 'in progress')
    return kind === 'maintenance' ? state.replace(' ', '_') : undefined;
  return state && kind === 'maintenance' ? work : state;
}

function doubt(texts: readonly TimedText[], { from, to }: Lifetime, note: Note): void {
  const [first, last] = [texts[0], texts.at(-1)];
  if (!first || !last) return;
  if (to && last.at.since(to).total('hours') > 1) note('late-update', last.at.toString());
  if (from.since(first.at).total('hours') > 1) note('early-update', first.at.toString());
}

/** The updates of an issue, oldest first, with a last one that says that it is over if the issue says so, and only then. */
export function writeUpdates(
  texts: readonly TimedText[],
  kind: Kind,
  lifetime: Lifetime,
  note: Note,
): WrittenUpdate[] {
  const { from, to, over, isNews } = lifetime;
  const { begin, end } = courses[kind];
  doubt(texts, lifetime, note);
  const updates: WrittenUpdate[] = [];
  for (const [index, { at, state, text }] of texts.entries()) {
    const named = statusOf(state, kind);
    const isLast = index === texts.length - 1;
    const isEnd = over && isLast && (to ? compare(at, to) >= 0 : isNews);
    const isOpen = over === false && isLast && named === end;
    if (isOpen) note('said-resolved');
    const isBegun = kind === 'maintenance' && compare(at, from) >= (index ? 0 : 1);
    // An update after the end does not say once more that it is over.
    const before = updates.findLast((earlier) => earlier.status !== end)?.status ?? begin;
    const status = (isEnd ? end : isOpen ? undefined : named) ?? (isBegun ? work : before);
    if (status !== named) note('update-status', `${at.toString()} ${state ?? ''} ${status}`);
    updates.push({ at: at.toString(), status, text });
  }
  if (!over || updates.at(-1)?.status === end) return updates;
  return ended(updates, end, (to ?? texts.at(-1)?.at ?? from).toString(), 'resolved', note);
}
