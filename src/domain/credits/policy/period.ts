import { Temporal } from 'temporal-polyfill';
import type { CreditPolicy, Period } from './policy.ts';
import { type Fraction, one, ratio } from '../exact/fraction.ts';
import { type Interval, type PlainDate, dayOf, daysBetween } from '../../time.ts';

/** A stretch of the calendar that somebody asks about: a month, a quarter of a year, or a day. */
export type AskedPeriod =
  | { kind: 'month' | 'quarter'; year: number; number: number }
  | { kind: 'day'; day: PlainDate };

/** A period of a policy on the calendar of its zone. */
export interface CreditPeriod {
  first: PlainDate;
  last: PlainDate;
  /** Epoch ms; its days may have 23 or 25 hours. */
  span: Interval;
  /** Calendar days. */
  days: number;
}

const writtenDay = (text: string): PlainDate | undefined => {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
};

/** `2026-01`, `2026-Q1` or `2026-01-31`; `undefined` for anything else. */
export function askedPeriod(text: string): AskedPeriod | undefined {
  const [, year, quarter, month, day] =
    /^(\d{4})-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?)$/.exec(text) ?? [];
  if (quarter) return { kind: 'quarter', year: Number(year), number: Number(quarter) };
  const date = writtenDay(`${year}-${month}-${day ?? '01'}`);
  if (!date) return undefined;
  return day ? { kind: 'day', day: date } : { kind: 'month', year: date.year, number: date.month };
}

export const askedName = (asked: AskedPeriod): string =>
  asked.kind === 'day'
    ? asked.day.toString()
    : `${asked.year}-${asked.kind === 'quarter' ? `Q${asked.number}` : String(asked.number).padStart(2, '0')}`;

const months = (
  year: number,
  month: number,
  count: number,
): { first: PlainDate; last: PlainDate } => {
  const first = new Temporal.PlainDate(year, month, 1);
  return { first, last: first.add({ months: count }).subtract({ days: 1 }) };
};

/** The days that were asked about. A quarter that begins in February is the first of its year too. */
function askedDays(asked: AskedPeriod, firstMonth: number): { first: PlainDate; last: PlainDate } {
  if (asked.kind === 'day') return { first: asked.day, last: asked.day };
  return asked.kind === 'month'
    ? months(asked.year, asked.number, 1)
    : months(asked.year, firstMonth + 3 * (asked.number - 1), 3);
}

function between(first: PlainDate, last: PlainDate, zone: string): CreditPeriod {
  const from = first.toZonedDateTime(zone).epochMilliseconds;
  const to = last.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  return {
    first,
    last,
    span: { from, to },
    days: daysBetween(first, last) + 1,
  };
}

/** The period of a policy that was asked about: one of its own kind, or the rolling days that end with it. `undefined` if the policy has no such period. */
export function periodAsked(period: Period, asked: AskedPeriod): CreditPeriod | undefined {
  if (period.every === 'days') {
    const { last } = askedDays(asked, 1);
    return between(last.subtract({ days: period.days - 1 }), last, period.zone);
  }
  if (period.every !== asked.kind) return undefined;
  const { first, last } = askedDays(asked, period.every === 'quarter' ? period.first_month : 1);
  return between(first, last, period.zone);
}

function periodAround(period: Period, day: PlainDate): CreditPeriod {
  if (period.every === 'days')
    return between(day.subtract({ days: period.days - 1 }), day, period.zone);
  if (period.every === 'month')
    return between(
      day.with({ day: 1 }),
      day.with({ day: 1 }).add({ months: 1 }).subtract({ days: 1 }),
      period.zone,
    );
  const into = (day.month - period.first_month + 12) % 3;
  const first = day.with({ day: 1 }).subtract({ months: into });
  return between(first, first.add({ months: 3 }).subtract({ days: 1 }), period.zone);
}

const around = new WeakMap<Period, Map<number, CreditPeriod>>();

/** The period of a policy in which a day lies; of rolling days, those that end with it. Worked out once: every rule asks for the same. */
export function periodWith(period: Period, day: PlainDate): CreditPeriod {
  const known = around.get(period) ?? new Map<number, CreditPeriod>();
  around.set(period, known);
  const month = day.year * 12 + day.month;
  const key = period.every === 'days' ? month * 31 + day.day : month;
  const found = known.get(key) ?? periodAround(period, day);
  known.set(key, found);
  return found;
}

/** The earliest period that begins on a day or after it. */
export function periodFrom(period: Period, day: PlainDate): CreditPeriod {
  if (period.every === 'days') return periodWith(period, day.add({ days: period.days - 1 }));
  const running = periodWith(period, day);
  return running.first.equals(day) ? running : periodWith(period, running.last.add({ days: 1 }));
}

function lengthsBetween(
  period: Period,
  from: PlainDate,
  until: PlainDate | undefined,
): CreditPeriod[] {
  const earliest = periodFrom(period, from);
  const { first } = earliest;
  const fourYearsOn = from.add({ years: 4 });
  const last = until && Temporal.PlainDate.compare(until, fourYearsOn) < 0 ? until : fourYearsOn;
  if (Temporal.PlainDate.compare(first, last) > 0) return [];
  if (period.every === 'days') return [earliest];
  const months = period.every === 'month' ? 1 : 3;
  // In numbers: each check asks for it, and dates take fifty times as long.
  const monthAt = (into: number): number => Date.UTC(first.year, first.month - 1 + into);
  const end = Date.UTC(last.year, last.month - 1, last.day);
  const begins = new Map<number, number>();
  for (let into = 0; monthAt(into) <= end; into += months)
    begins.set(monthAt(into + months) - monthAt(into), into);
  return [...begins.values()].map((into) => periodWith(period, first.add({ months: into })));
}

type Effective = CreditPolicy['effective'];

const known = new WeakMap<Period, { effective: Effective; found: readonly CreditPeriod[] }>();

/** One period of each length among those of a policy, looked for once. Four years are looked at, after which lengths repeat. */
export function periodLengths({
  period,
  effective,
}: Pick<CreditPolicy, 'period' | 'effective'>): readonly CreditPeriod[] {
  const last = known.get(period);
  if (last?.effective === effective) return last.found;
  const found = lengthsBetween(period, effective.from, effective.until);
  known.set(period, { effective, found });
  return found;
}

/** The periods that a span of time touches, none left out, in order; of rolling days those that end with its last day, and what comes before. */
export function periodsOver(period: Period, { from, to }: Interval): CreditPeriod[] {
  const found = [periodWith(period, dayOf(Math.max(from, to - 1), period.zone))];
  for (let [earliest] = found; earliest && earliest.span.from > from; [earliest] = found)
    found.unshift(periodWith(period, earliest.first.subtract({ days: 1 })));
  return found;
}

/** What people call a period: 2026-01, 2026-Q1, or its first and last day. */
export function periodName({ every, ...rules }: Period, { first, last }: CreditPeriod): string {
  if (every === 'month') return first.toString().slice(0, 7);
  if (every === 'days') return `${first.toString()} to ${last.toString()}`;
  const firstMonth = 'first_month' in rules ? rules.first_month : 1;
  const started = first.subtract({ months: firstMonth - 1 });
  return `${started.year}-Q${(started.month - 1) / 3 + 1}`;
}

/** Months in a period; 30 rolling days are one. */
export const monthsIn = ({ every }: Period, { days }: CreditPeriod): Fraction =>
  every === 'month' ? one : every === 'quarter' ? ratio(3, 1) : ratio(days, 30);

/** Years in a period; 365 rolling days are one. */
export const yearsIn = ({ every }: Period, { days }: CreditPeriod): Fraction =>
  every === 'month' ? ratio(1, 12) : every === 'quarter' ? ratio(1, 4) : ratio(days, 365);
