import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { form } from './form.ts';

export type Instant = Temporal.Instant;
export type PlainDate = Temporal.PlainDate;

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

const loosely =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2})(:\d{2}(?:\.\d{1,3})?)? ?(Z|UTC|[+-]\d{2}:\d{2})?$/i;

function isInCalendar(text: string): boolean {
  try {
    return instantPattern.test(text) && Boolean(Temporal.Instant.from(text));
  } catch {
    return false;
  }
}

interface Loose {
  /** As a local time has to be written. */
  local: string;
  /** As an offset has to be written; `undefined` where it says none. */
  offset: string | undefined;
}

/** Reads a moment that is nearly written as one, such as `2026-01-17 9:14`. */
function readLoosely(text: string): Loose | undefined {
  const [, date, time = '', seconds = ':00', zone] = loosely.exec(text) ?? [];
  const local = `${date}T${time.padStart(5, '0')}${seconds}`;
  if (date === undefined || !isInCalendar(`${local}Z`)) return undefined;
  return { local, offset: zone?.toUpperCase().replace('UTC', 'Z') };
}

/** A local time with the offset that `zone` has then. */
function inItsZone(local: string, zone: string): string {
  const { offset } = Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
  return `${local}${zone === 'UTC' ? 'Z' : offset}`;
}

/** The local time in a text that is nearly a moment, but for its zone; `undefined` for anything else. */
export function withoutZone(text: string): string | undefined {
  const { local, offset } = readLoosely(text) ?? {};
  return offset === undefined ? local : undefined;
}

/** A moment that is nearly written as one, as it has to be; without a zone of its own, in `zone`. `undefined` for anything else. */
export function meantInstant(text: string, zone: string | undefined): string | undefined {
  const { local, offset } = readLoosely(text) ?? {};
  if (local === undefined) return undefined;
  const meant = offset === undefined ? zone && inItsZone(local, zone) : `${local}${offset}`;
  return meant !== text && instant.safeParse(meant).success ? meant : undefined;
}

const parseWith =
  <T>(pattern: RegExp, parse: (text: string) => T) =>
  (text: string, ctx: z.RefinementCtx): T => {
    if (pattern.test(text)) {
      try {
        return parse(text);
      } catch {
        // A date that the calendar does not have, such as 2026-02-30; reported below.
      }
    }
    const message = withoutZone(text)
      ? 'has no time zone'
      : 'is not in the calendar, or not written like this';
    ctx.addIssue({ code: 'custom', message });
    return z.NEVER;
  };

/** The years of a record. Nobody had a status page before them, and each has a page of its own. */
export const firstYear = 1990;
export const lastYear = 2999;
const inItsYears = ({ year }: { year: number }): boolean => firstYear <= year && year <= lastYear;
/** Whether a moment, in epoch ms, lies in those years in UTC. */
export const isInItsYears = (at: number): boolean =>
  inItsYears({ year: new Date(at).getUTCFullYear() });
const otherYear = `is not from ${firstYear} to ${lastYear}`;

/** A moment in UTC to the second, as nearly all are written, is read in a tenth of the time; what Date would put right is left to Temporal. @throws RangeError */
function instantIn(text: string): Instant {
  const ms = text.length === 20 ? Date.parse(text) : NaN;
  const isWhole = !Number.isNaN(ms) && new Date(ms).toISOString() === text.replace('Z', '.000Z');
  return isWhole ? Temporal.Instant.fromEpochMilliseconds(ms) : Temporal.Instant.from(text);
}

const toInstant = parseWith(instantPattern, instantIn);
const toDay = parseWith(datePattern, (text) => Temporal.PlainDate.from(text));

/** A moment with its offset from UTC, to the millisecond at most. A time without a zone is refused: nobody else can read it. */
export const instant = z
  .string()
  .transform(toInstant)
  .refine((at) => isInItsYears(at.epochMilliseconds), otherYear)
  .meta(form('a date and time with its zone', '2026-01-17T09:14:00Z'));

/** A moment, or the day alone, in the site's time zone, where nobody knows the time. */
export const instantOrDay = z
  .string()
  .transform((text, ctx): Instant | PlainDate =>
    datePattern.test(text) ? toDay(text, ctx) : toInstant(text, ctx),
  )
  .refine((at) => ('year' in at ? inItsYears(at) : isInItsYears(at.epochMilliseconds)), otherYear)
  .meta(
    form(
      'a date and time with its zone, or the day alone where nobody knows the time',
      '2026-01-17T09:14:00Z',
    ),
  );

/** A calendar day in the site's time zone. */
export const plainDate = z
  .string()
  .transform(toDay)
  .refine(inItsYears, otherYear)
  .meta(form('a calendar day', '2026-02-01'));

/** A length of time as ISO 8601 writes it, in days, hours, minutes and seconds, of at most a year; months have no fixed length. */
export const duration = z
  .string()
  .transform(
    parseWith(/^P(?!$)(\d{1,9}D)?(T(?=\d)(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}S)?)?$/, (text) =>
      Temporal.Duration.from(text),
    ),
  )
  .refine((length) => length.total('days') <= 366, 'is longer than a year')
  .meta(form('a length of time', 'PT30M'));

/** Half-open: from is inside, to is not. Both in epoch milliseconds, which keeps the arithmetic in integers. */
export interface Interval {
  from: number;
  to: number;
}

export const isEmpty = ({ from, to }: Interval): boolean => to <= from;
export const contains = ({ from, to }: Interval, at: number): boolean => from <= at && at < to;

/** The part of `interval` inside `bounds`; empty (to ≤ from) when they do not meet. */
export const clip = (interval: Interval, bounds: Interval): Interval => ({
  from: Math.max(interval.from, bounds.from),
  to: Math.min(interval.to, bounds.to),
});

/** The same moments as disjoint intervals in order; overlapping and touching ones are joined, empty ones dropped. */
export function union(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const { from, to } of intervals.filter((i) => !isEmpty(i)).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** What is left of `intervals` outside `holes`, as disjoint intervals in order. */
export function subtract(intervals: readonly Interval[], holes: readonly Interval[]): Interval[] {
  return union(holes).reduce(
    (rest, hole) =>
      rest
        .flatMap((i) => [
          { from: i.from, to: Math.min(i.to, hole.from) },
          { from: Math.max(i.from, hole.to), to: i.to },
        ])
        .filter((i) => !isEmpty(i)),
    union(intervals),
  );
}

/** Milliseconds covered by intervals that do not overlap. */
export const totalLength = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { from, to }) => sum + to - from, 0);

/** In UTC a day needs no zone, and is found in a tenth of the time. */
function dayInUtc(at: number): PlainDate {
  const date = new Date(at);
  return new Temporal.PlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The day of a moment, in `zone`. */
export const dayOf = (at: number, zone: string): PlainDate =>
  zone === 'UTC'
    ? dayInUtc(at)
    : Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

/** A day from its first moment to the first of the next in `zone`: 23 or 25 hours long when the clocks change. */
export const dayInterval = (day: PlainDate, zone: string): Interval => ({
  from: day.toZonedDateTime(zone).epochMilliseconds,
  to: day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
});

/** How zones are called in the data base of time zones, such as Europe/Berlin; an offset is no zone, and neither is a date that has one. */
const zoneName = /^[A-Za-z][\w+-]*(\/[A-Za-z][\w+-]*){0,2}$/;

/** Whether `zone` is the name of one that can be counted in. */
export function isTimeZone(zone: string): boolean {
  try {
    return zoneName.test(zone) && Boolean(Temporal.Now.zonedDateTimeISO(zone));
  } catch {
    return false;
  }
}

/** A moment as the record writes it, in UTC: `2026-01-17T09:14:00Z`. */
export const instantText = (at: number): string =>
  // As Temporal writes it, and many times as fast: reports write a million of them.
  new Date(at).toISOString().replace(/\.?0+Z$/, 'Z');

/** The first moment of a day in `zone`. */
export const startOfDay = (day: PlainDate, zone: string): Instant =>
  day.toZonedDateTime(zone).toInstant();

/** For sorting, the earlier day first. */
export const compareDays = Temporal.PlainDate.compare;

export const isDayBefore = (day: PlainDate, other: PlainDate): boolean =>
  compareDays(day, other) < 0;

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  from.until(to, { largestUnit: 'days' }).days;

/** Whether two moments lie on the same day in `zone`. */
export const isSameDay = (a: number, b: number, zone: string): boolean =>
  dayOf(a, zone).equals(dayOf(b, zone));
