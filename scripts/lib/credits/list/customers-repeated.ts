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
  /** By row: the number of its time. Mostly it is that of the row before. */
  const times: Interval[] = [];
  const timeOf = new Numbers();

  return (charge, row, covered) => {
    const last = times.at(-1);
    if (last?.from !== covered.from || last.to !== covered.to) times.push(covered);
    timeOf.set(row, times.length - 1);
    const known = first.get(charge);
    if (known === 0) {
      first.set(charge, row);
      return undefined;
    }
    const others = later.get(known) ?? [];
    for (const earlier of [known, ...others]) {
      const { from, to } = times[timeOf.get(earlier)] ?? covered;
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
