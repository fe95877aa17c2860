import type { Interval } from '../../../../src/domain/time.ts';

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

/** A table of rows by two hashes. Columns lie apart, because finding an empty slot, which is what mostly happens, needs only the first. */
interface Table {
  mask: number;
  first: Int32Array;
  second: Int32Array;
  row: Int32Array;
  time: Int32Array;
}

function emptyTable(mask: number): Table {
  const column = (): Int32Array => new Int32Array(mask + 1);
  return { mask, first: column(), second: column(), row: column(), time: column() };
}

/** The slot with these hashes, or the empty one where they belong. A first hash is never 0. */
function slotOf({ mask, first, second }: Table, a: number, b: number): number {
  let slot = a & mask;
  while (first[slot] !== 0 && (first[slot] !== a || second[slot] !== b)) slot = (slot + 1) & mask;
  return slot;
}

function twiceAsLarge(table: Table): Table {
  const larger = emptyTable(table.mask * 2 + 1);
  for (let from = 0; from <= table.mask; from++) {
    const a = table.first[from] ?? 0;
    if (a === 0) continue;
    const to = slotOf(larger, a, table.second[from] ?? 0);
    for (const column of ['first', 'second', 'row', 'time'] as const)
      larger[column][to] = table[column][from] ?? 0;
  }
  return larger;
}

/**
 * Remembers rows by what they are about, to find those that are there twice, in 32 bytes a row. `rows` is about how many there will be. Two
 * customers with the same 64 bits would be taken for one, which among a million rows happens once in some thirty million lists; the row
 * then needs review.
 */
export function repeatedRows(
  rows: number,
): (customer: string, row: number, subject: Subject) => Repeated | undefined {
  let table = emptyTable(2 ** Math.ceil(Math.log2(Math.max(1024, rows * 1.5))) - 1);
  let used = 0;
  const times: Interval[] = [];
  const later = new Map<number, { row: number; covered: Interval }[]>();

  function overlapping(slot: number, row: number, covered: Interval): Repeated | undefined {
    const first = table.row[slot] ?? 0;
    const others = later.get(first) ?? [];
    const earlier = [{ row: first, covered: times[table.time[slot] ?? 0] ?? covered }, ...others];
    const met = earlier.find(
      (other) => other.covered.from < covered.to && covered.from < other.covered.to,
    );
    if (!met) later.set(first, [...others, { row, covered }]);
    return (
      met && {
        row: met.row,
        wholly: met.covered.from === covered.from && met.covered.to === covered.to,
      }
    );
  }

  return (customer, row, { place, time, covered }) => {
    // The mixing of cyrb53, whose two halves are spread well even where ids differ in one digit.
    let a = 0xdeadbeef ^ Math.imul(place + 1, 0x9e3779b1);
    let b = 0x41c6ce57 ^ Math.imul(place + 1, 0x7feb352d);
    for (let at = 0; at < customer.length; at++) {
      const code = customer.charCodeAt(at);
      a = Math.imul(a ^ code, 0x9e3779b1);
      b = Math.imul(b ^ code, 0x5f356495);
    }
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    a = a || 1;
    const slot = slotOf(table, a, b);
    if (table.first[slot] !== 0) return overlapping(slot, row, covered);
    table.first[slot] = a;
    table.second[slot] = b;
    table.row[slot] = row;
    if (time !== 0) table.time[slot] = time;
    times[time] = covered;
    used++;
    if (used * 1.4 > table.mask) table = twiceAsLarge(table);
    return undefined;
  };
}
