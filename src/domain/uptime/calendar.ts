import { type Interval, type PlainDate, dayInterval, dayOf, isEmpty } from '../time.ts';

/** A month or a year of a calendar, as far as it has come by now and as far as there is data. */
export interface Stretch {
  /** Its first day in the calendar. */
  first: PlainDate;
  /** Epoch ms. */
  period: Interval;
  /** It is not over yet. */
  current: boolean;
}

type Unit = 'month' | 'year';

const firstOf = (day: PlainDate, unit: Unit): PlainDate =>
  day.with(unit === 'year' ? { month: 1, day: 1 } : { day: 1 });
const before = (day: PlainDate, unit: Unit): PlainDate =>
  day.subtract(unit === 'year' ? { years: 1 } : { months: 1 });
const after = (day: PlainDate, unit: Unit): PlainDate =>
  day.add(unit === 'year' ? { years: 1 } : { months: 1 });

/** The months or years in `zone` from that of the day `since` to that of `now` (epoch ms), the latest first, `most` at the most. */
export function stretches(
  unit: Unit,
  since: PlainDate,
  now: number,
  zone: string,
  most = Infinity,
): Stretch[] {
  const start = dayInterval(since, zone).from;
  const found: Stretch[] = [];
  for (
    let first = firstOf(dayOf(now, zone), unit);
    found.length < most;
    first = before(first, unit)
  ) {
    const end = dayInterval(after(first, unit), zone).from;
    const period = { from: Math.max(start, dayInterval(first, zone).from), to: Math.min(end, now) };
    if (isEmpty(period)) break;
    found.push({ first, period, current: end > now });
  }
  return found;
}
