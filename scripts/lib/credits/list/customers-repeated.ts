import type { Interval } from '../../../../src/domain/time.ts';
import { Numbers } from './column.ts';

/** What an earlier row says of the same charge. */
interface Repeated {
  row: number;
  /** The same time twice; otherwise the two overlap. */
  wholly: boolean;
}

/** Remembers rows by the numbers of their charges and the times they cover, to find those that are there twice. */
export function repeatedRows(): (
  charge: number,
  row: number,
  covered: Interval,
) => Repeated | undefined {
  /** By charge: the first row about it. No row has the number 0. */
  const first = new Numbers();
  /** By that row: those for other times. */
  const later = new Map<number, number[]>();
  /** By row. Most rows share one time, so that this is a list of the same thing. */
  const times: Interval[] = [];

  return (charge, row, covered) => {
    times[row] = covered;
    const known = first.get(charge);
    if (known === 0) {
      first.set(charge, row);
      return undefined;
    }
    const others = later.get(known) ?? [];
    for (const earlier of [known, ...others]) {
      const { from, to } = times[earlier] ?? covered;
      if (from < covered.to && covered.from < to)
        return { row: earlier, wholly: from === covered.from && to === covered.to };
    }
    later.set(known, [...others, row]);
    return undefined;
  };
}
