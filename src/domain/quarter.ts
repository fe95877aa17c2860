import type { PlainDate } from './time.ts';

/** Three months, by which what was kept is counted. */
export interface Quarter {
  year: number;
  /** From 1 to 4. */
  quarter: number;
}

const quarterOf = ({ year, month }: PlainDate): Quarter => ({
  year,
  quarter: Math.ceil(month / 3),
});

/** Items by the quarter of their day, the latest first; within one in the order in which they come. What has no day is in none. */
export function byQuarter<T>(
  items: readonly T[],
  dayOf: (item: T) => PlainDate | undefined,
): (Quarter & { items: T[] })[] {
  const quarters = new Map<string, Quarter & { items: T[] }>();
  for (const item of items) {
    const day = dayOf(item);
    if (!day) continue;
    const { year, quarter } = quarterOf(day);
    const found = quarters.get(`${year}/${quarter}`) ?? { year, quarter, items: [] };
    found.items.push(item);
    quarters.set(`${year}/${quarter}`, found);
  }
  return [...quarters.values()].sort((a, b) => b.year - a.year || b.quarter - a.quarter);
}
