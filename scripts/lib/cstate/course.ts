import { Temporal } from 'temporal-polyfill';
import type { Facts } from './keys.ts';
import type { Note } from './loss.ts';
import { type Moment, findMoment, readMoment, written } from './moment.ts';

type Instant = Temporal.Instant;

/** What the keys of an issue say of its course. */
export interface Course {
  from: Instant;
  /** When it was over; `undefined`: not known, or not over. */
  to: Instant | undefined;
  /** When it is to be over, if it is not yet. */
  planned: Instant | undefined;
  /** `undefined`: the issue does not say. */
  resolved: boolean | undefined;
  /** The zone of times that name none. */
  zone: string;
  /** It is an announcement, a page without updates. */
  isPage: boolean;
}

function read(text: string | undefined, zone: string, note: Note): Moment | undefined {
  const moment = text === undefined ? undefined : readMoment(text, zone);
  if (moment && !moment.zoned) note('time-zone', zone);
  if (text !== undefined && !moment) note('unreadable-time', text);
  return moment;
}

function beginning(facts: Facts, fileName: string, zone: string, note: Note): Instant | undefined {
  const moment = read(facts.text('date'), zone, note);
  if (moment?.dayOnly) note('day-only', moment.source);
  if (moment) return moment.at;
  const named = findMoment(fileName, zone);
  if (named) note('date-from-name', written(named.at));
  return named?.at;
}

/** Why an end is none; `undefined` for a good one. */
function doubtful(
  end: Moment | undefined,
  text: string | undefined,
  from: Instant,
): string | undefined {
  if (!text) return 'the issue gives none';
  if (!end) return `“${text}” cannot be read`;
  if (end.dayOnly) return `only the day is, ${end.source}`;
  return Temporal.Instant.compare(end.at, from) <= 0
    ? `${written(end.at)} is not after the beginning`
    : undefined;
}

/** Works out when an issue began and ended, and if it is over; `undefined` if nobody can tell when it began. */
export function readCourse(
  facts: Facts,
  fileName: string,
  zone: string,
  note: Note,
): Course | undefined {
  const from = beginning(facts, fileName, zone, note);
  if (!from) return undefined;
  const said = facts.flag('resolved');
  const isPage = facts.flag('informational') === true;
  const text = facts.text('resolvedwhen');
  const end = read(text, zone, note);
  const doubt = doubtful(end, text, from);
  // Such a page is neither open nor over. It stays in sight while it is pinned.
  if (isPage && said !== false) {
    const pinned = facts.flag('pin') === true && !said;
    return {
      from,
      to: pinned ? undefined : doubt ? from : end?.at,
      planned: undefined,
      resolved: !pinned,
      zone,
      isPage,
    };
  }
  if (said === false)
    return {
      from,
      to: undefined,
      planned: doubt ? undefined : end?.at,
      resolved: false,
      zone,
      isPage,
    };
  if (said === undefined && doubt) note('still-open');
  if (said === undefined && !doubt) note('resolved-by-time');
  if (said && doubt) note('unknown-end', doubt);
  return {
    from,
    to: doubt ? undefined : end?.at,
    planned: undefined,
    resolved: said ?? (doubt ? undefined : true),
    zone,
    isPage,
  };
}
