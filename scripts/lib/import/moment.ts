import { Temporal } from 'temporal-polyfill';

/** A time found in a text, and how much of it was there. */
export interface Moment {
  at: Temporal.Instant;
  /** The zone that it names; otherwise that of the issue was taken. */
  zone: string | undefined;
  dayOnly: boolean;
  yearless: boolean;
  /** The part of the text that it was read from. */
  source: string;
}

/** Completes times: the zone of those that name none, and the moment that those without a year come after. */
export interface Around {
  zone: string;
  from?: Temporal.Instant;
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const month = `(?<month>${months})[a-z]*\\.?`;
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?:,?\\s+(?<year>\\d{4})(?![\\d:h]))?';
const clock =
  '(?<hour>\\d{1,2})(?:[:h](?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?|(?=\\s*[ap]m))(?:\\s*(?<half>[ap]m)\\b)?';
// What these letters mean, as in CST, depends on who reads them.
const odd = 'CES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|BST|IST|JST|AE[SD]T|MSK|WES?T|EES?T';
const zone = `\\s*(?:(?:UTC|GMT)?(?<sign>[+-])(?<oh>\\d{1,2})(?::?(?<om>\\d{2}))?|(?<utc>Z|UTC|GMT)\\b|\\(?(?<odd>(?:${odd})\\b))`;
const patterns = [
  '(?<year>\\d{4})[-/](?<numeric>\\d{1,2})[-/](?<day>\\d{1,2})',
  `${day}(?:\\s+of)?\\s+${month}${year}`,
  `${month}\\s+${day}${year}`,
].map(
  (date) =>
    new RegExp(
      `(?<![\\w-])${date}(?![\\d/]|-\\d)(?:(?:T|,?\\s+(?:at\\s+|-\\s+)?)${clock}(?:${zone})?)?`,
      'i',
    ),
);

type Parts = Record<string, string | undefined>;

/** @throws RangeError for a day that the calendar does not have, or an hour that the day does not have. */
function dateTime({ month, numeric, day, hour, minute, second, half }: Parts, year: number) {
  const past = half ? Number(hour) % 12 : Number(hour ?? 0);
  const fields = {
    year,
    month: Number(numeric ?? months.split('|').indexOf(month?.toLowerCase() ?? '') + 1),
    day: Number(day),
    hour: past + (half?.toLowerCase() === 'pm' ? 12 : 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
  return Temporal.PlainDateTime.from(fields, { overflow: 'reject' });
}

/** The first time in `text`. `undefined` if there is none, or none that everyone reads alike. */
export function findMoment(text: string, around: Around): Moment | undefined {
  const match = patterns.map((pattern) => pattern.exec(text)).find(Boolean);
  const parts: Parts = match?.groups ?? {};
  const begun = around.from?.toZonedDateTimeISO(around.zone);
  const year = parts['year'] ?? begun?.year;
  if (!match || parts['odd'] || year === undefined) return undefined;
  const { sign, oh = '', om = '00' } = parts;
  const own = parts['utc'] ? 'UTC' : sign && `${sign}${oh.padStart(2, '0')}:${om}`;
  const inYear = (number: number) => dateTime(parts, number).toZonedDateTime(own ?? around.zone);
  const yearless = parts['year'] === undefined;
  try {
    const near = inYear(Number(year));
    // January of an issue that began in December.
    const isNext = yearless && begun && near.until(begun).total('days') > 180;
    const at = (isNext ? inYear(Number(year) + 1) : near).toInstant();
    return { at, zone: own, dayOnly: parts['hour'] === undefined, yearless, source: match[0] };
  } catch {
    return undefined;
  }
}

/** The time that `text` is, with nothing else around it. */
export function readMoment(text: string, around: Around): Moment | undefined {
  const moment = findMoment(text, around);
  return moment?.source === text.trim() ? moment : undefined;
}
