import { worst } from '../../domain/status.ts';
import type { Status } from '../../domain/status.ts';
import type { PlainDate } from '../../domain/time.ts';
import type { Day } from '../../domain/uptime/uptime.ts';

type DayState = Day['state'];

/** A day takes this much of the width, gap included, as the dashes of strip.css do; `height` is a little more than that of the worst. */
export const strip = { day: 4, bar: 3, height: 36 };

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

/** What is not known has an outline, within its bar. */
const hollow = ({ index }: Placed): string => rectangle(index * strip.day + 0.5, -9.5, 2, 9);

/** Days in a row that have something in common. */
function rows(
  days: readonly Placed[],
  isAlike: (day: Placed, other: Placed) => boolean = () => true,
): [Placed, ...Placed[]][] {
  const found: [Placed, ...Placed[]][] = [];
  for (const day of days) {
    const before = found.at(-1);
    const last = before?.at(-1);
    if (before && last?.index === day.index - 1 && isAlike(last, day)) before.push(day);
    else found.push([day]);
  }
  return found;
}

/** A line, which strip.css takes apart into a bar for each day: far less HTML than a shape for each. */
const line = ([{ index }, ...more]: [Placed, ...Placed[]]): string =>
  `M${index * strip.day} 0h${(more.length + 1) * strip.day - (strip.day - strip.bar)}`;

/** One path for all the days of a state. */
function barsOf(days: readonly Placed[]): Bars[] {
  const byState = Map.groupBy(days, ({ state }) => state);
  return [...byState].map(([state, alike]) => ({
    state,
    path: state === 'no_data' ? alike.map(hollow).join('') : rows(alike).map(line).join(''),
  }));
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
    reach: rectangle((first.index - 1) * strip.day, -strip.height, width, strip.height),
  };
}

/** A strip as what happened in it, if that is told, the earliest first, and all else. */
export function drawn(days: readonly Day[], isTold: boolean): { plain: Bars[]; bad: BadDays[] } {
  const isBad = ({ incidents }: Day): boolean => isTold && incidents.length > 0;
  const placed = days.map((day, index) => ({ ...day, index }));
  const runs = rows(
    placed.filter(isBad),
    ({ incidents: [first] }, { incidents: [other] }) => first === other,
  );
  return {
    plain: barsOf(placed.filter((day) => !isBad(day))),
    bad: runs.map(badDaysOf),
  };
}

/** How many days were in each state. */
export function countStates(days: readonly Day[]): Partial<Record<DayState, number>> {
  const found: Partial<Record<DayState, number>> = {};
  for (const { state } of days) found[state] = (found[state] ?? 0) + 1;
  return found;
}
