import { Temporal } from 'temporal-polyfill';
import type { State } from './label.ts';
import type { Lifetime } from './lifetime.ts';
import type { Note } from './losses.ts';
import type { TimedText } from './timed-text.ts';

/** Stands where an issue is marked as resolved and has no words for it. */
export const resolvingText = 'Marked as resolved; the original record gives no further words.';

const { compare } = Temporal.Instant;

interface Course {
  /** Claims nothing that nobody spoke of. */
  begin: string;
  end: string;
  states: Readonly<Partial<Record<State, string>>>;
}

const same = { investigating: 'investigating', identified: 'identified', monitoring: 'monitoring' };
const work = 'in_progress';
const underway = { investigating: work, identified: work, monitoring: work, 'in progress': work };
const completed = { resolved: 'completed', completed: 'completed' };
const resolved = { resolved: 'resolved', completed: 'resolved' };
const courses = {
  incident: { begin: 'investigating', end: 'resolved', states: { ...same, ...resolved } },
  notice: { begin: 'information', end: 'resolved', states: { ...same, ...resolved } },
  maintenance: {
    begin: 'scheduled',
    end: 'completed',
    states: { scheduled: 'scheduled', ...underway, ...completed },
  },
} as const satisfies Record<string, Course>;

function doubt(texts: readonly TimedText[], { from, to }: Lifetime, note: Note): void {
  const [first, last] = [texts[0], texts.at(-1)];
  if (!first || !last) return;
  if (to && last.at.since(to).total('hours') > 1) note('late-update', last.at.toString());
  if (from.since(first.at).total('hours') > 1) note('early-update', first.at.toString());
}

/** The updates of an issue, oldest first, with a last one that says that it is over if the issue says so, and only then. */
export function writeUpdates(
  texts: readonly TimedText[],
  kind: keyof typeof courses,
  lifetime: Lifetime,
  note: Note,
) {
  const { from, to, over, isNews } = lifetime;
  const { begin, end, states }: Course = courses[kind];
  doubt(texts, lifetime, note);
  const updates: { at: string; status: string; text: string }[] = [];
  for (const [index, { at, state, text }] of texts.entries()) {
    const named = state && states[state];
    const isLast = index === texts.length - 1;
    const isEnd = over && isLast && (to ? compare(at, to) >= 0 : isNews);
    const isOpen = over === false && isLast && named === end;
    if (isOpen) note('said-resolved');
    const isBegun = kind === 'maintenance' && compare(at, from) >= (index ? 0 : 1);
    // What is said after an end is not over with it.
    const before = updates.findLast((earlier) => earlier.status !== end)?.status ?? begin;
    const status = (isEnd ? end : isOpen ? undefined : named) ?? (isBegun ? work : before);
    if (status !== named) note('update-status', `${at.toString()} ${state ?? ''} ${status}`);
    updates.push({ at: at.toString(), status, text });
  }
  if (!over || updates.at(-1)?.status === end) return updates;
  const known = texts.at(-1)?.at ?? from;
  const at = (to && compare(to, known) > 0 ? to : known).toString();
  note('resolving-update', at);
  return [...updates, { at, status: end, text: resolvingText }];
}
