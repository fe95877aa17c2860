import { Temporal } from 'temporal-polyfill';
import type { Note } from './losses.ts';
import { type Around, type Moment, findMoment, readMoment } from '../moment.ts';
import { type Setting, flagIn, textIn } from '../settings.ts';

/** What the frontmatter of an issue says of when it was. */
export interface Lifetime {
  from: Temporal.Instant;
  /** When it was over; `undefined`: not known, or not over. */
  to?: Temporal.Instant | undefined;
  /** When it is to be over, if it is not yet. */
  planned?: Temporal.Instant | undefined;
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

/**
 * Works out when an issue began and ended, and if it is over; `undefined` if nothing tells when it began. An informational issue is neither
 * open nor over on the old page: it is taken as over, unless it is pinned.
 */
export function readLifetime(facts: Setting, name: string, siteZone: string, note: Note) {
  const begun = beginning(facts, name, siteZone, note);
  if (!begun) return undefined;
  const from = begun.at;
  const zone = begun.zone ?? siteZone;
  const said = flagIn(facts, 'resolved');
  const end = read(textIn(facts, 'resolvedwhen'), zone, note);
  const isEnd = end && !end.dayOnly && Temporal.Instant.compare(end.at, from) > 0;
  const to = isEnd ? end.at : undefined;
  const informational = flagIn(facts, 'informational') === true;
  const isNews = informational && said === undefined;
  const isPinned = isNews && flagIn(facts, 'pin') === true;
  const open: Lifetime = { from, isNews, around: { zone, from }, over: false };
  if (isPinned) return open;
  if (said === false) return { ...open, planned: to };
  if (said === undefined && !informational) note(to ? 'resolved-by-time' : 'still-open');
  if (said && !to && !informational) note('unknown-end', textIn(facts, 'resolvedwhen') ?? 'none');
  return { ...open, to, over: said ?? (isNews || to ? true : undefined) };
}
