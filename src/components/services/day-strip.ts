import { worst } from '../../domain/status.ts';
import type { Status } from '../../domain/status.ts';
import type { PlainDate } from '../../domain/time.ts';
import type { Day } from '../../domain/uptime/uptime.ts';

type DayState = Day['state'];

/** A day takes this much of the width, gap included; `height` is that of the worst day. */
export const strip = { day: 4, bar: 3, height: 36 };

/** The worse a day, the higher its bar, so that quiet days recede and nobody needs to see the colours. */
const heights: Readonly<Record<DayState, number>> = {
  no_data: 9,
  operational: 10,
  under_maintenance: 16,
  degraded_performance: 22,
  partial_outage: 28,
  major_outage: 34,
};

/** A day of a strip and its place in it. */
type Placed = Day & { index: number };

interface Bars {
  state: DayState;
  /** The path of an SVG. */
  path: string;
}

/** Days in a row that have the same incident as their worst, and what happened on them. */
export interface BadDays {
  first: PlainDate;
  last: PlainDate;
  worst: Status;
  /** Ids, the worst first. */
  incidents: string[];
  bars: Bars[];
  /** The path of an area around them that a finger can hit. */
  reach: string;
}

const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h-${width}z`;

/** One path for all the days of a state: far less HTML than a shape for each day. */
function barsOf(days: readonly Placed[]): Bars[] {
  const paths = new Map<DayState, string>();
  for (const { state, index } of days) {
    const height = heights[state];
    // An outline lies on its edge: half a unit inwards keeps it within its bar.
    const inset = state === 'no_data' ? 0.5 : 0;
    const bar = rectangle(
      index * strip.day + inset,
      strip.height - height - inset,
      strip.bar - 2 * inset,
      height,
    );
    paths.set(state, `${paths.get(state) ?? ''}${bar}`);
  }
  return [...paths].map(([state, path]) => ({ state, path }));
}

function badDaysOf(run: readonly [Placed, ...Placed[]]): BadDays {
  const [first] = run;
  const last = run.at(-1) ?? first;
  const width = (last.index - first.index + 3) * strip.day;
  return {
    first: first.date,
    last: last.date,
    worst: worst(run.flatMap(({ state }) => (state === 'no_data' ? [] : [state]))),
    incidents: [...new Set(run.flatMap(({ incidents }) => incidents))],
    bars: barsOf(run),
    reach: rectangle((first.index - 1) * strip.day, 0, width, strip.height),
  };
}

/** A strip as what is quiet, and what happened, the earliest first. */
export function drawn(days: readonly Day[]): { quiet: Bars[]; bad: BadDays[] } {
  const placed = days.map((day, index) => ({ ...day, index }));
  const runs: [Placed, ...Placed[]][] = [];
  for (const day of placed.filter(({ incidents }) => incidents.length > 0)) {
    const before = runs.at(-1);
    const last = before?.at(-1);
    if (before && last?.index === day.index - 1 && last.incidents[0] === day.incidents[0])
      before.push(day);
    else runs.push([day]);
  }
  return {
    quiet: barsOf(placed.filter(({ incidents }) => incidents.length === 0)),
    bad: runs.map(badDaysOf),
  };
}

/** How many days were in each state. */
export function countStates(days: readonly Day[]): Partial<Record<DayState, number>> {
  const found: Partial<Record<DayState, number>> = {};
  for (const { state } of days) found[state] = (found[state] ?? 0) + 1;
  return found;
}
