import type { Interval } from '../../../../src/domain/time.ts';
import { numberedTexts } from './numbered-texts.ts';

/** What an earlier row says of the same customer, service and region. */
interface Repeated {
  row: number;
  /** The same time twice; otherwise the two overlap. */
  wholly: boolean;
}

/** What a row is about beside its customer: a number for each service and region, from 0, and the time it covers. */
export interface Subject {
  place: number;
  covered: Interval;
}

/** Remembers rows by what they are about, to find those that are there twice. */
export function repeatedRows(): (
  customer: string,
  row: number,
  subject: Subject,
) => Repeated | undefined {
  const numberOf = numberedTexts();
  /** By the number of a customer, service and region: the first row about it. */
  const first: number[] = [];
  /** By that row: those for other times. */
  const later = new Map<number, number[]>();
  /** By row. Most rows share one time, so that this is a list of the same thing. */
  const times: Interval[] = [];

  return (customer, row, { place, covered }) => {
    times[row] = covered;
    const number = numberOf(place, customer);
    const known = first[number];
    if (known === undefined) {
      first.push(row);
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
