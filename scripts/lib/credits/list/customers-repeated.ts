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
  /** From which row on rows cover a time, in order. Mostly it is that of the row before. */
  const times: { from: number; covered: Interval }[] = [];
  let last: Interval | undefined;

  /** What a row covers. */
  function coveredBy(row: number): Interval | undefined {
    let [low, high] = [0, times.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((times[middle]?.from ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return times[low]?.covered;
  }

  return (charge, row, covered) => {
    if (last?.from !== covered.from || last.to !== covered.to) times.push({ from: row, covered });
    last = covered;
    const known = first.get(charge);
    if (known === 0) {
      first.set(charge, row);
      return undefined;
    }
    const others = later.get(known) ?? [];
    for (const earlier of [known, ...others]) {
      const { from, to } = coveredBy(earlier) ?? covered;
      if (from < covered.to && covered.from < to)
        return {
          row: earlier,
          wholly: from === covered.from && to === covered.to,
        };
    }
    later.set(known, [...others, row]);
    return undefined;
  };
}
