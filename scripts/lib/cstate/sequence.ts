import { Temporal } from 'temporal-polyfill';
import type { Course } from './course.ts';
import type { Note } from './loss.ts';
import { written } from './moment.ts';
import { nextTime, oldestFirst } from './order.ts';
import { type Said, alone, named } from './said.ts';
import { tellsTheEnd } from './voices.ts';

type Instant = Temporal.Instant;

interface Part extends Said {
  /** Its time is not its own. */
  given: boolean;
}

/** What was said at one time: its own, or one that it was given. */
export interface Timed {
  /** What is to be read as its label. */
  spoken: string;
  at: Instant;
  text: string;
}

const { compare } = Temporal.Instant;

const known = (times: readonly (Instant | undefined)[]): Instant[] =>
  times.filter((at) => at !== undefined).sort(compare);
const isBefore = (a: Instant, b: Instant | undefined): boolean =>
  b !== undefined && compare(a, b) < 0;

/** Gives a time of day its day where only one fits between the times around it. */
function withDays(parts: readonly Said[], { from, to, zone }: Course, note: Note): Said[] {
  let after = from;
  return parts.map((part, index) => {
    const before = parts.slice(index + 1).find(({ at }) => at)?.at ?? to;
    const next = part.clock && nextTime(part.clock, after, zone);
    const fits =
      next && before && !isBefore(before, next) && isBefore(before, next.add({ hours: 24 }));
    if (part.clock && next && fits) {
      note('update-clock', `${part.clock.source.trim()} → ${written(next)}`);
      if (!part.clock.zone) note('time-zone', zone);
    }
    const at = part.at ?? (fits ? next : undefined);
    after = at ?? after;
    return { ...part, at };
  });
}

/** The first text was written when it began, the last when it was over; whatever else has no time keeps none. */
function withEnds(parts: readonly Said[], { from, to, resolved }: Course, note: Note): Part[] {
  const times = parts.map(({ at }) => at);
  const given = (index: number, which: string, at: Instant): void => {
    times[index] = at;
    note('update-time', `${which} → ${written(at)}`);
  };
  const last = parts.length - 1;
  if (parts[0] && last === 0) {
    const atEnd =
      resolved && to && tellsTheEnd(parts[0].text) && (!parts[0].at || parts[0].at.equals(from));
    if (atEnd || !parts[0].at) given(0, 'the only', atEnd ? to : from);
  }
  if (last > 0 && !times[0] && !isBefore(known(times)[0] ?? from, from))
    given(0, 'the first', from);
  const latest = known(times).at(-1) ?? from;
  if (last > 0 && !times[last] && resolved && !isBefore(to ?? latest, latest))
    given(last, 'the last', to ?? latest);
  return parts.map((part, index) => ({
    ...part,
    at: times[index],
    given: times[index] !== part.at,
  }));
}

/** Text without a time goes into the next that has one: by then it had been said. What comes after the last goes into that. */
function together(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [];
  let waiting: Part[] = [];
  for (const part of parts) {
    waiting.push(part);
    if (!part.at) continue;
    groups.push(waiting);
    waiting = [];
  }
  const last = groups.at(-1);
  if (!last) return waiting.length ? [waiting] : [];
  last.push(...waiting);
  return groups;
}

function joined(parts: readonly Part[], from: Instant, note: Note): Timed {
  const timed = parts.find(({ at }) => at) ?? parts[0];
  const at = timed?.at ?? from;
  if (parts.length > 1) note('update-merged', written(at));
  const text = parts
    .map((part) => (parts.length > 1 ? named(part) : alone(part, !part.given)))
    .join('\n\n');
  return { spoken: timed?.spoken ?? '', at, text };
}

/** Puts what was said in the order of time, oldest first, and gives a time to what has none; no times in between are made up. */
export function inSequence(said: readonly Said[], course: Course, note: Note): Timed[] {
  const { parts, certain } = oldestFirst(said, course.from, course.zone);
  if (!certain) note('update-order');
  const timed = withEnds(withDays(parts, course, note), course, note);
  return together(timed)
    .map((group) => joined(group, course.from, note))
    .sort((a, b) => compare(a.at, b.at));
}
