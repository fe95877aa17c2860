import type { Interval } from '../../src/domain/time.ts';

/** What an earlier row says of the same customer, service and region. */
export interface Repeated {
  row: number;
  /** The same time twice; otherwise the two overlap. */
  wholly: boolean;
}

/** What a row is about beside its customer: a number for each service and region, and another for the time it covers. */
export interface Subject {
  place: number;
  time: number;
  covered: Interval;
}

const fields = 4;
const prime = 0x01000193;
const mixed = (hash: number): number => hash ^ (hash >>> 15);

/**
 * Remembers rows by what they are about, to find those that are there twice, in 16 bytes a row: two hashes, the row, and the time. `rows` is
 * about how many there will be. Two customers with the same 64 bits would be taken for one, which among a million rows happens once in some
 * thirty million lists; the row then needs review.
 */
export function repeatedRows(rows: number): (customer: string, row: number, subject: Subject) => Repeated | undefined {
  let mask = 2 ** Math.ceil(Math.log2(Math.max(1024, rows * 2))) - 1;
  let slots = new Int32Array((mask + 1) * fields);
  let used = 0;
  const times: Interval[] = [];
  const later = new Map<number, { row: number; covered: Interval }[]>();

  /** The slot with these hashes, or the empty one where they belong. A row is never 0. */
  const slotOf = (a: number, b: number): number => {
    let slot = (a & mask) * fields;
    while (slots[slot + 2] !== 0 && (slots[slot] !== a || slots[slot + 1] !== b)) slot = (slot + fields) % slots.length;
    return slot;
  };
  const grow = (): void => {
    const before = slots;
    mask = mask * 2 + 1;
    slots = new Int32Array((mask + 1) * fields);
    for (let from = 0; from < before.length; from += fields) {
      if (before[from + 2] !== 0) slots.set(before.subarray(from, from + fields), slotOf(before[from] ?? 0, before[from + 1] ?? 0));
    }
  };
  const overlapping = (slot: number, row: number, covered: Interval): Repeated | undefined => {
    const first = slots[slot + 2] ?? 0;
    const others = later.get(first) ?? [];
    const earlier = [{ row: first, covered: times[slots[slot + 3] ?? 0] ?? covered }, ...others];
    const met = earlier.find((other) => other.covered.from < covered.to && covered.from < other.covered.to);
    if (!met) later.set(first, [...others, { row, covered }]);
    return met && { row: met.row, wholly: met.covered.from === covered.from && met.covered.to === covered.to };
  };

  return (customer, row, { place, time, covered }) => {
    if (used * 2 > mask) grow();
    let a = 0x811c9dc5 ^ place;
    let b = 0x9e3779b9 ^ (place * 31);
    for (let at = 0; at < customer.length; at++) {
      const code = customer.charCodeAt(at);
      a = Math.imul(a ^ code, prime);
      b = Math.imul(b + code, 0x5bd1e995) ^ (b >>> 13);
    }
    a = mixed(a);
    b = mixed(b);
    const slot = slotOf(a, b);
    if (slots[slot + 2] !== 0) return overlapping(slot, row, covered);
    times[time] = covered;
    slots[slot] = a;
    slots[slot + 1] = b;
    slots[slot + 2] = row;
    slots[slot + 3] = time;
    used++;
    return undefined;
  };
}
