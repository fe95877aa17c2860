import { Numbers } from './column.ts';

export interface NumberedTexts {
  /** The number of a pair, a new one if it has none. */
  numberOf: (of: number, text: string) => number;
  /** The pair that has a number. */
  pairOf: (number: number) => { of: number; text: string };
  count: () => number;
}

const pageBits = 18;
const pageLength = 1 << pageBits;

/** What is looked for or added: a pair in bytes. */
interface Written {
  bytes: Buffer;
  length: number;
}

/** Bytes one behind the other on pages, so that nothing is copied when there are more of them. */
class Pages {
  readonly #pages: Buffer[] = [];
  #last = Buffer.alloc(0);
  #used = 0;

  /** Returns where they are. */
  add({ bytes, length }: Written): number {
    if (this.#used + length > this.#last.length) {
      this.#last = Buffer.alloc(Math.max(pageLength, length));
      this.#pages.push(this.#last);
      this.#used = 0;
    }
    const start = this.#used;
    for (let at = 0; at < length; at++) this.#last[start + at] = bytes[at] ?? 0;
    this.#used += length;
    return (this.#pages.length - 1) * pageLength + start;
  }

  /** The page on which bytes are, and where on it. */
  page(place: number): Buffer {
    return this.#pages[place >>> pageBits] ?? this.#last;
  }
}

const startOn = (place: number): number => place & (pageLength - 1);

/** Reads a number that was written with seven bits a byte. */
function numberAt(page: Buffer, from: number): { value: number; end: number } {
  let [value, end, factor] = [0, from, 1];
  for (; (page[end] ?? 0) > 127; end++, factor *= 128) value += ((page[end] ?? 0) - 128) * factor;
  return { value: value + (page[end] ?? 0) * factor, end: end + 1 };
}

/** Writes pairs as bytes that no other pair has, one at a time: the number, the length of the text and how it is written, and the text. */
function pairWriter(): (of: number, text: string) => Written {
  let bytes = Buffer.alloc(256);
  /** Returns where it ends. */
  const putNumber = (from: number, value: number): number => {
    let [end, rest] = [from, value];
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes[end++] = 128 + (rest % 128);
    bytes[end++] = rest;
    return end;
  };
  /** A byte a character, as long as that is enough; otherwise −1. */
  const putNarrow = (from: number, text: string): number => {
    let end = putNumber(from, text.length * 2);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 255) return -1;
      bytes[end++] = unit;
    }
    return end;
  };
  return (of, text) => {
    const longest = text.length * 2 + 20;
    if (bytes.length < longest) bytes = Buffer.alloc(longest * 2);
    const start = putNumber(0, of);
    const end = putNarrow(start, text);
    if (end !== -1) return { bytes, length: end };
    const wide = putNumber(start, text.length * 2 + 1);
    return { bytes, length: wide + bytes.write(text, wide, 'utf16le') };
  };
}

function hashOf({ bytes, length }: Written): number {
  let hash = 0;
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/**
 * A number for each different pair of a number and a text, from 0, as a `Map` would give it, but in a fifth of its memory and without work for the
 * garbage collector, which matters with a million of them (decision 0021). All stand one behind the other; hashes only say where to look.
 */
export function numberedTexts(): NumberedTexts {
  const pages = new Pages();
  const write = pairWriter();
  /** By number: where it is, and its hash. */
  const places = new Numbers();
  const hashes = new Numbers();
  let count = 0;
  /** Numbers plus one, by hash; at least half are 0, which is nothing. */
  let slots = new Int32Array(512);
  /** The number that was given last. A list that comes again mostly comes in the same order: the next one is where it is looked for first. */
  let last = -1;

  function isSame(number: number, { bytes, length }: Written): boolean {
    const place = places.get(number);
    const page = pages.page(place);
    const start = startOn(place);
    for (let at = 0; at < length; at++) if (page[start + at] !== bytes[at]) return false;
    return true;
  }

  /** The next slot from a hash on that is free, or has what was written. */
  function slotOf(hash: number, written: Written | undefined): number {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (written && hashes.get(number) === hash && isSame(number, written)) break;
    }
    return slot;
  }

  function grow(): void {
    slots = new Int32Array(slots.length * 2);
    for (let number = 0; number < count; number++)
      slots[slotOf(hashes.get(number), undefined)] = number + 1;
  }

  return {
    numberOf(of, text) {
      const written = write(of, text);
      if (++last < count && isSame(last, written)) return last;
      const hash = hashOf(written);
      const slot = slotOf(hash, written);
      const found = slots[slot] ?? 0;
      if (found !== 0) return (last = found - 1);
      const number = (last = count++);
      slots[slot] = number + 1;
      places.set(number, pages.add(written));
      hashes.set(number, hash);
      if (count * 2 > slots.length) grow();
      return number;
    },
    pairOf(number) {
      const place = places.get(number);
      const page = pages.page(place);
      const of = numberAt(page, startOn(place));
      const { value: size, end: start } = numberAt(page, of.end);
      const text =
        size % 2 === 0
          ? page.toString('latin1', start, start + size / 2)
          : page.toString('utf16le', start, start + size - 1);
      return { of: of.value, text };
    },
    count: () => count,
  };
}
