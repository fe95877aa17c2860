import type { Impact } from '../impact.ts';
import type { UptimeWeights } from '../site.ts';
import { type Interval, clip, subtract, totalLength, union } from '../time.ts';
import { type Uptime, isInside, thousandths, uptime } from './uptime.ts';

/** What one impact adds to the downtime of a period. Lengths in ms: those of `span` are announced, overlapped or counted. */
export interface BreakdownLine {
  impact: Impact;
  /** The part of it inside the period. */
  span: Interval;
  /** What customers had been told beforehand, and is not counted. */
  announced: number;
  /** What another impact that weighs at least as much counts already. */
  overlapped: number;
  counted: number;
  /** How much of it is downtime, in thousandths. */
  weight: number;
}

/** The uptime of a period, with the arithmetic that leads to it: `counted × weight` of all lines is its weighted downtime. */
export interface UptimeBreakdown {
  uptime: Uptime;
  /** In the order in which the impacts began. */
  lines: BreakdownLine[];
}

/** Never shorter than nothing. Of an impact whose end is unknown it is where that began. */
function spanIn({ span }: Impact, period: Interval): Interval {
  const { from, to } = clip(span, period);
  return { from, to: Math.max(from, to) };
}

/** Each moment goes to the heaviest impact that it lies in; of several as heavy, to the first. */
export function uptimeBreakdown(
  impacts: readonly Impact[],
  period: Interval,
  weights: UptimeWeights,
): UptimeBreakdown {
  const relevant = impacts.filter((impact) => isInside(impact, period));
  const weighed = relevant.map((impact) => ({
    impact,
    weight: thousandths(impact.status, weights),
  }));
  const heaviestFirst = weighed.sort(
    (a, b) => b.weight - a.weight || a.impact.span.from - b.impact.span.from,
  );
  let covered: Interval[] = [];
  const lines = heaviestFirst.map(({ impact, weight }): BreakdownLine => {
    const span = spanIn(impact, period);
    const unannounced = subtract([span], impact.announced ? [impact.announced] : []);
    const counted = totalLength(subtract(unannounced, covered));
    covered = union([...covered, ...unannounced]);
    const announced = span.to - span.from - totalLength(unannounced);
    return {
      impact,
      span,
      announced,
      overlapped: totalLength(unannounced) - counted,
      counted,
      weight,
    };
  });
  return {
    uptime: uptime(relevant, period, weights),
    lines: lines.sort((a, b) => a.span.from - b.span.from || b.weight - a.weight),
  };
}
