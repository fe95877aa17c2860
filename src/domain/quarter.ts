import type { PlainDate } from './time.ts';

/** Three months, by which what was kept is counted. */
export interface Quarter {
  year: number;
  /** From 1 to 4. */
  quarter: number;
}

export const quarterOf = ({ year, month }: PlainDate): Quarter => ({
  year,
  quarter: Math.ceil(month / 3),
});

/** Items by the quarter of their day, the latest quarter first; within one in the order in which they come. */
export function byQuarter<T>(
  items: readonly T[],
  dayOfItem: (item: T) => PlainDate,
): (Quarter & { items: T[] })[] {
  const nameOf = ({ year, quarter }: Quarter): number => year * 4 + quarter;
  const groups = Map.groupBy(items, (item) => nameOf(quarterOf(dayOfItem(item))));
  return [...groups]
    .sort(([a], [b]) => b - a)
    .flatMap(([, found]) =>
      found.slice(0, 1).map((first) => ({ ...quarterOf(dayOfItem(first)), items: found })),
    );
}
