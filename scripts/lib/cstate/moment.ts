import { Temporal } from 'temporal-polyfill';

/** A time found in a text, and how much of it was there. */
export interface Moment {
  at: Temporal.Instant;
  /** It names its zone; otherwise the site's was taken. */
  zoned: boolean;
  /** It is a day without a time. */
  dayOnly: boolean;
  /** What of the text it was read from. */
  source: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(?<month>${months.join('|')})[a-z]*\\.?`;
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';

// The clock may be written 9:05, 09:05:30.123, 15h50 or 03:05 PM; the zone as Z, UTC, +02:00, +0200 GMT+1 or “+0200 CEST”.
const clock =
  '(?<hour>\\d{1,2})[:h](?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d+))?)?(?:\\s*(?<half>[ap]m)\\b)?';
const named = 'CES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|BST|IST|JST|AE[SD]T|MSK|WES?T|EES?T';
const offset = '(?<sign>[+-])(?<oh>\\d{1,2})(?::?(?<om>\\d{2}))?';
const zone = `\\s*(?:(?:UTC|GMT)?${offset}(?:Z|\\s*\\(?[A-Z]{1,5}\\b\\)?)?|(?<utc>Z|UTC|GMT)\\b|\\(?(?<odd>(?:${named})\\b))`;
const gap = '(?:T|,?\\s+(?:at\\s+|-\\s+)?)';
const dates = [
  '(?<year>\\d{4})[-/](?<numeric>\\d{1,2})[-/](?<day>\\d{1,2})',
  `(?:[a-z]{3,9},?\\s+)?${day}(?:\\s+of)?\\s+${month},?\\s+(?<year>\\d{4})`,
  `(?:[a-z]{3,9},?\\s+)?${month}\\s+${day},?\\s+(?<year>\\d{4})`,
].map(
  (date) => new RegExp(`(?<![\\d-])${date}(?![\\d/]|-\\d)(?:${gap}${clock}(?:${zone})?)?`, 'i'),
);

type Parts = Record<string, string | undefined>;

const hourOf = ({ hour, half }: Parts): number =>
  half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour ?? 0);

function plainOf(parts: Parts): Temporal.PlainDateTime {
  const fields = {
    year: Number(parts['year']),
    month: parts['numeric']
      ? Number(parts['numeric'])
      : months.indexOf((parts['month'] ?? '').toLowerCase()) + 1,
    day: Number(parts['day']),
    hour: hourOf(parts),
    minute: Number(parts['minute'] ?? 0),
    second: Number(parts['second'] ?? 0),
    millisecond: Number((parts['fraction'] ?? '').padEnd(3, '0').slice(0, 3)),
  };
  return Temporal.PlainDateTime.from(fields, { overflow: 'reject' });
}

const offsetOf = ({ sign, oh, om }: Parts): string | undefined =>
  sign ? `${sign}${oh?.padStart(2, '0')}:${om ?? '00'}` : undefined;

/** The first time in `text`; a time without a zone is one of `siteZone`. `undefined` if there is none, or none that everyone reads alike. */
export function findMoment(text: string, siteZone: string): Moment | undefined {
  for (const pattern of dates) {
    const match = pattern.exec(text);
    const parts: Parts | undefined = match?.groups;
    if (!match || !parts || parts['odd']) continue;
    try {
      const own = parts['utc'] ? 'UTC' : offsetOf(parts);
      const at = plainOf(parts)
        .toZonedDateTime(own ?? siteZone)
        .toInstant();
      return {
        at,
        zoned: own !== undefined,
        dayOnly: parts['hour'] === undefined,
        source: match[0],
      };
    } catch {
      // A day that the calendar does not have, or an hour that the day does not have.
    }
  }
  return undefined;
}

/** The time that `text` is, with nothing else around it. */
export function readMoment(text: string, siteZone: string): Moment | undefined {
  const moment = findMoment(text, siteZone);
  return moment?.source === text.trim() ? moment : undefined;
}

export interface Clock {
  hour: number;
  minute: number;
  /** `undefined`: it names none. */
  zone: string | undefined;
  source: string;
}

/** The first time of day in `text` that has no day. */
export function findClock(text: string): Clock | undefined {
  const match = new RegExp(`(?<![\\d:.-])${clock}(?:${zone})?`, 'i').exec(text);
  const parts: Parts | undefined = match?.groups;
  if (!match || !parts || parts['odd'] || hourOf(parts) > 23 || Number(parts['minute']) > 59)
    return undefined;
  return {
    hour: hourOf(parts),
    minute: Number(parts['minute']),
    zone: parts['utc'] ? 'UTC' : offsetOf(parts),
    source: match[0],
  };
}

/** As the record writes it. */
export const written = (at: Temporal.Instant): string => at.toString();
