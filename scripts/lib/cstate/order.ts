import { Temporal } from 'temporal-polyfill';
import { statusOf } from './labels.ts';
import type { Clock } from './moment.ts';
import type { Said } from './said.ts';
import { tellsTheBeginning, tellsTheEnd } from './voices.ts';

const { compare } = Temporal.Instant;

const ranks = ['investigating', 'identified', 'monitoring', 'resolved'];

/** How late in an incident such words come; an update comes after the first and before the last. */
function rankOf({ spoken, label, text }: Said): number | undefined {
  const status = statusOf(spoken);
  if (status) return ranks.indexOf(status);
  if (/^(update|edit)/i.test(spoken)) return 0.5;
  return label ? undefined : tellsTheEnd(text) ? 3 : tellsTheBeginning(text) ? 0 : undefined;
}

/** The first moment from `from` on at which a clock shows this time. */
export function nextTime(
  { hour, minute, zone }: Clock,
  from: Temporal.Instant,
  siteZone: string,
): Temporal.Instant {
  const start = from.toZonedDateTimeISO(zone ?? siteZone);
  const sameDay = start.with({ hour, minute, second: 0, millisecond: 0 });
  // Minutes are as exact as a label is: 14:40 is not before 14:40:30.
  return (
    compare(sameDay.add({ minutes: 1 }).toInstant(), from) <= 0 ? sameDay.add({ days: 1 }) : sameDay
  ).toInstant();
}

const difference = <T>(values: readonly T[], order: (a: T, b: T) => number): number => {
  const [first, last] = [values[0], values.at(-1)];
  return first === undefined || last === undefined ? 0 : order(first, last);
};

/** Above zero: the newest stands first; below zero: the oldest; zero: nothing tells. */
function direction(said: readonly Said[], from: Temporal.Instant, zone: string): number {
  const byTime = difference(
    said.flatMap(({ at }) => at ?? []),
    compare,
  );
  if (byTime) return byTime;
  const byRank = difference(
    said.flatMap((part) => rankOf(part) ?? []),
    (a, b) => a - b,
  );
  if (byRank) return byRank;
  const byClock = difference(
    said.flatMap(({ at, clock }) => at ?? (clock ? nextTime(clock, from, zone) : [])),
    compare,
  );
  if (byClock) return byClock;
  // “[Edit]” below a text without a label was added to it; “[Update]” above one was put before it.
  const labelled = said.map(({ spoken }) => spoken !== '');
  return labelled.every(Boolean) || !labelled.some(Boolean) ? 0 : labelled[0] ? 1 : -1;
}

/** The oldest first. Where nothing is certain about the order, the newest is taken to be on top, as is the custom. */
export function oldestFirst(
  said: readonly Said[],
  from: Temporal.Instant,
  zone: string,
): { parts: Said[]; certain: boolean } {
  const found = direction(said, from, zone);
  return {
    parts: found >= 0 ? [...said].reverse() : [...said],
    certain: found !== 0 || said.length < 2,
  };
}
