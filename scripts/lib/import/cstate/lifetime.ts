import { Temporal } from 'temporal-polyfill';
import type { Note } from './losses.ts';
import { type Around, type Moment, findMoment, readMoment } from './moment.ts';
import { type Setting, flagIn, textIn } from './settings.ts';

/** What the frontmatter of an issue says of when it was. */
export interface Lifetime {
  from: Temporal.Instant;
  /** When it was over; `undefined`: not known, or not over. */
  to: Temporal.Instant | undefined;
  /** When it is to be over, if it is not yet. */
  planned: Temporal.Instant | undefined;
  /** `undefined`: the issue does not say. */
  over: boolean | undefined;
  /** It is over with its last text. */
  isNews: boolean;
  /** Of times in its text that are not whole. */
  around: Around;
}

function read(text: string | undefined, zone: string, note: Note): Moment | undefined {
  const moment = text === undefined ? undefined : readMoment(text, { zone });
  if (moment && !moment.zone) note('time-zone', zone);
  if (text !== undefined && !moment) note('unreadable-time', text);
  return moment;
}

function beginning(facts: Setting, name: string, zone: string, note: Note): Moment | undefined {
  const moment = read(textIn(facts, 'date'), zone, note);
  if (moment?.dayOnly) note('day-only', moment.source);
  const named = moment ?? findMoment(name, { zone });
  if (named && !moment) note('date-from-name', named.at.toString());
  return named;
}

/** Why an end is none; `undefined` for a good one. */
function doubtful(
  end: Moment | undefined,
  text = 'none',
  from: Temporal.Instant,
): string | undefined {
  if (!end) return text;
  if (end.dayOnly) return `${end.source}, a day without a time`;
  const isLater = Temporal.Instant.compare(end.at, from) > 0;
  return isLater ? undefined : `${end.at.toString()} is not after the beginning`;
}

/**
 * Works out when an issue began and ended, and if it is over; `undefined` if nobody can tell when it began. What is informational is neither open
 * nor over on the old page, and is taken as over, but not while it is pinned.
 */
export function readLifetime(
  facts: Setting,
  name: string,
  siteZone: string,
  note: Note,
): Lifetime | undefined {
  const begun = beginning(facts, name, siteZone, note);
  if (!begun) return undefined;
  const from = begun.at;
  const zone = begun.zone ?? siteZone;
  const said = flagIn(facts, 'resolved');
  const text = textIn(facts, 'resolvedwhen');
  const end = read(text, zone, note);
  const doubt = doubtful(end, text, from);
  const to = doubt === undefined ? end?.at : undefined;
  const informational = flagIn(facts, 'informational') === true;
  const isNews = informational && said === undefined;
  const isPinned = isNews && flagIn(facts, 'pin') === true;
  const known = { from, isNews, around: { zone, from } };
  if (isPinned) return { ...known, to: undefined, planned: undefined, over: false };
  if (said === false) return { ...known, to: undefined, planned: to, over: false };
  if (said === undefined && !informational) note(to ? 'resolved-by-time' : 'still-open');
  if (said && doubt !== undefined && !informational) note('unknown-end', doubt);
  return { ...known, to, planned: undefined, over: said ?? (isNews || to ? true : undefined) };
}
