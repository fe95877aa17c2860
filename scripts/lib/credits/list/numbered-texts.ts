/** Twice as long, with the same at its beginning. */
function grown<T extends Int32Array | Uint16Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}

/**
 * A number for each different pair of a number and a text, from 0, as a `Map` would give it, but in a third of its memory and without work for the
 * garbage collector, which matters with a million of them (decision 0021). All texts stand one behind the other; hashes only say where to look.
 */
export function numberedTexts(): (of: number, text: string) => number {
  let units = new Uint16Array(1024);
  let starts = new Int32Array(256);
  let hashes = new Int32Array(256);
  /** Powers of two, at least half of it empty: 0, or a number and one more. */
  let slots = new Int32Array(512);
  let count = 0;

  function hashOf(of: number, text: string): number {
    let hash = Math.imul(of + 1, 0x9e3779b1);
    for (let at = 0; at < text.length; at++)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return hash ^ (hash >>> 13);
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
    if (++count === starts.length) [starts, hashes] = [grown(starts), grown(hashes)];
    starts[count] = end;
  }

  function enter(number: number): void {
    let slot = (hashes[number] ?? 0) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }

  return (of, text) => {
    const hash = hashOf(of, text);
    const mask = slots.length - 1;
    for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (hashes[number] === hash && isSame(number, of, text)) return number;
    }
    const number = count;
    hashes[number] = hash;
    add(of, text);
    if (count * 2 > slots.length) {
      slots = new Int32Array(slots.length * 2);
      for (let each = 0; each < count; each++) enter(each);
    } else enter(number);
    return number;
  };
}
