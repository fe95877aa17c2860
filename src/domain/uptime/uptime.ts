import type { Impact } from '../impact.ts';
import type { UptimeWeights } from '../site.ts';
import { type Status, byWorst, extent, worst } from '../status.ts';
import {
  type Interval,
  type PlainDate,
  clip,
  contains,
  dayInterval,
  dayOf,
  isDayBefore,
  isEmpty,
  subtract,
  totalLength,
  union,
} from '../time.ts';

/** Exact: integers only. The period is in milliseconds; downtime in thousandths of a millisecond, because weights have three decimals. */
export interface Uptime {
  period: Interval;
  weightedDowntime: number;
  /** Impacts in the period of which nobody knows the end, and others of which nobody knows if they were announced. */
  uncertain: { ends: number; announcements: number };
}

/** Whether the percentage is only the most that it can be. */
export const isUpperBound = ({ uncertain: { ends, announcements } }: Uptime): boolean =>
  ends + announcements > 0;

/** Thousandths. Maintenance is weighed only where nobody had announced it, and then as what it is to customers: an outage. */
export const thousandths = (status: Status, weights: UptimeWeights): number =>
  status === 'operational'
    ? 0
    : Math.round(1000 * (status === 'under_maintenance' ? weights.major_outage : weights[status]));

/** Of an impact whose end is unknown only its beginning is inside anything; one that is open has no end yet. */
export const isInside = ({ span, end }: Impact, period: Interval): boolean =>
  end === 'unknown' ? contains(period, span.from) : !isEmpty(clip(extent({ span, end }), period));

/** Downtime of one service: its impacts as a union, weighed by status, the heaviest where they overlap, announced maintenance left out. */
export function uptime(
  impacts: readonly Impact[],
  period: Interval,
  weights: UptimeWeights,
): Uptime {
  const byWeight = Map.groupBy(impacts, ({ status }) => thousandths(status, weights));
  let weightedDowntime = 0;
  let covered: Interval[] = [];
  for (const [weight, alike] of [...byWeight].sort(([a], [b]) => b - a)) {
    const spans = alike.flatMap(({ span, announced }) =>
      subtract([clip(span, period)], announced ? [announced] : []),
    );
    weightedDowntime += weight * totalLength(subtract(spans, covered));
    covered = union([...covered, ...spans]);
  }
  const uncertain = impacts.filter((impact) => impact.uncertain && isInside(impact, period));
  const ends = uncertain.filter(({ end }) => end === 'unknown').length;
  return { period, weightedDowntime, uncertain: { ends, announcements: uncertain.length - ends } };
}

/** Percent with `decimals` places, rounded down: 99.996 never becomes 100.00. `undefined` for an empty period. */
export function percent(
  { period, weightedDowntime }: Pick<Uptime, 'period' | 'weightedDowntime'>,
  decimals = 2,
): string | undefined {
  if (isEmpty(period)) return undefined;
  const whole = BigInt(period.to - period.from) * 1000n;
  const scaled = ((whole - BigInt(weightedDowntime)) * 10n ** BigInt(decimals + 2)) / whole;
  const digits = scaled.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export interface Day {
  date: PlainDate;
  state: Status | 'no_data';
  /** The ids of what made it so, the worst first; none on a day without data. */
  incidents: string[];
}

/** The worst status among impacts, and whose they are, the worst first. */
function seen(impacts: readonly Impact[]): Pick<Day, 'state' | 'incidents'> {
  const worstFirst = [...impacts].sort((a, b) => byWorst(a.status, b.status));
  return {
    state: worst(impacts.map(({ status }) => status)),
    incidents: [...new Set(worstFirst.map(({ incident }) => incident))],
  };
}

/** The days from `first` to `last`, each with the worst status it saw up to `now` (epoch ms); no data before `since`. */
export function days(
  impacts: readonly Impact[],
  {
    first,
    last,
    since,
    zone,
    now,
  }: { first: PlainDate; last: PlainDate; since: PlainDate | undefined; zone: string; now: number },
): Day[] {
  const whole = {
    from: dayInterval(first, zone).from,
    to: Math.min(now + 1, dayInterval(last, zone).to),
  };
  const relevant = impacts.filter((impact) => isInside(impact, whole));
  const found: Day[] = [];
  for (let date = first; !isDayBefore(last, date); date = date.add({ days: 1 })) {
    const day = clip(dayInterval(date, zone), whole);
    const before = since !== undefined && isDayBefore(date, since);
    found.push({
      date,
      ...(before
        ? { state: 'no_data', incidents: [] }
        : seen(relevant.filter((impact) => isInside(impact, day)))),
    });
  }
  return found;
}

/** The last `count` days up to and with the day of `now` (epoch ms), in `zone`: its first and last day, and the time from its start, or `since`, to `now`. */
export function recentPeriod(
  count: number,
  now: number,
  zone: string,
  since?: PlainDate,
): { first: PlainDate; last: PlainDate; period: Interval } {
  const last = dayOf(now, zone);
  const first = last.subtract({ days: count - 1 });
  const start = since && isDayBefore(first, since) ? since : first;
  return { first, last, period: { from: Math.min(dayInterval(start, zone).from, now), to: now } };
}
