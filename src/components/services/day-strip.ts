import type { Day } from '../../domain/uptime.ts';

export type DayState = Day['state'];

/** A day takes this much of the width, gap included; `height` is that of the worst day. */
export const strip = { day: 4, bar: 3, height: 36 };

/** Height is trouble, so that quiet days recede and nobody needs to see the colours. */
const heights: Readonly<Record<DayState, number>> = {
  no_data: 9,
  operational: 10,
  under_maintenance: 16,
  degraded_performance: 22,
  partial_outage: 28,
  major_outage: 34,
};

/** One path for all the days of a state: far less HTML than a shape for each day. */
export function stripPaths(days: readonly Day[]): { state: DayState; path: string }[] {
  const paths = new Map<DayState, string>();
  days.forEach(({ state }, index) => {
    const height = heights[state];
    // An outline lies on its edge: half a unit inwards keeps it within its bar.
    const inset = state === 'no_data' ? 0.5 : 0;
    const [x, y, width, tall] = [index * strip.day + inset, strip.height - height - inset, strip.bar - 2 * inset, height];
    paths.set(state, `${paths.get(state) ?? ''}M${x} ${y}h${width}v${tall}h-${width}z`);
  });
  return [...paths].map(([state, path]) => ({ state, path }));
}

/** How many days were in each state. */
export function countStates(days: readonly Day[]): Partial<Record<DayState, number>> {
  const found: Partial<Record<DayState, number>> = {};
  for (const { state } of days) found[state] = (found[state] ?? 0) + 1;
  return found;
}
