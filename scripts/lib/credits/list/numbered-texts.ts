/** Twice as long, with the same at its beginning. */
function grown<T extends Int32Array | Uint16Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}

export interface NumberedTexts {
  /** The number of a pair, a new one if it has none. */
  numberOf: (of: number, text: string) => number;
  /** The pair that has a number. */
  pairOf: (number: number) => { of: number; text: string };
  count: () => number;
}

/**
 * A number for each different pair of a number and a text, from 0, as a `Map` would give it, but in a third of its memory and without work for the
 * garbage collector, which matters with a million of them (decision 0021). All texts stand one behind the other; hashes only say where to look.
 */
export function numberedTexts(): NumberedTexts {
  let units = new Uint16Array(1024);
  /** By number: where its units begin. */
  let starts = new Int32Array(256);
  let count = 0;
  /** By slot, of which at least half are empty. A hash is never 0, which is an empty slot. */
  let hashes = new Int32Array(512);
  let numbers = new Int32Array(512);

  function hashOf(of: number, text: string): number {
    let hash = Math.imul(of + 1, 0x9e3779b1);
    for (let at = 0; at < text.length; at++)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return hash ^ (hash >>> 13) || 1;
  }

  function isSame(number: number, of: number, text: string): boolean {
    const start = starts[number] ?? 0;
    if ((starts[number + 1] ?? 0) - start !== text.length + 2) return false;
    if (units[start] !== (of & 0xffff) || units[start + 1] !== of >>> 16) return false;
    for (let at = 0; at < text.length; at++)
      if (units[start + 2 + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  function add(of: number, text: string): void {
    let end = starts[count] ?? 0;
    while (end + text.length + 2 > units.length) units = grown(units);
    units[end++] = of & 0xffff;
    units[end++] = of >>> 16;
    for (let at = 0; at < text.length; at++) units[end++] = text.charCodeAt(at);
    if (++count === starts.length) starts = grown(starts);
    starts[count] = end;
  }

  function enter(hash: number, number: number): void {
    const mask = hashes.length - 1;
    let slot = hash & mask;
    while (hashes[slot] !== 0) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    numbers[slot] = number;
  }

  function grow(): void {
    const [oldHashes, oldNumbers] = [hashes, numbers];
    hashes = new Int32Array(oldHashes.length * 2);
    numbers = new Int32Array(oldHashes.length * 2);
    for (let slot = 0; slot < oldHashes.length; slot++) {
      const hash = oldHashes[slot] ?? 0;
      if (hash !== 0) enter(hash, oldNumbers[slot] ?? 0);
    }
  }

  function numberOf(of: number, text: string): number {
    const hash = hashOf(of, text);
    const mask = hashes.length - 1;
    for (let slot = hash & mask; hashes[slot] !== 0; slot = (slot + 1) & mask) {
      const number = numbers[slot] ?? 0;
      if (hashes[slot] === hash && isSame(number, of, text)) return number;
    }
    const number = count;
    enter(hash, number);
    add(of, text);
    if (count * 2 > hashes.length) grow();
    return number;
  }

  return {
    numberOf,
    pairOf(number) {
      const start = starts[number] ?? 0;
      const own = units.subarray(start + 2, starts[number + 1]);
      return {
        of: (units[start] ?? 0) + (units[start + 1] ?? 0) * 0x10000,
        text: Buffer.from(own.buffer, own.byteOffset, own.byteLength).toString('utf16le'),
      };
    },
    count: () => count,
  };
}
