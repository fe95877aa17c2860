import { hidden, nameOfHidden } from '../../../src/text/hidden.ts';
import type { CommonNote } from './losses.ts';

/** Text without what no record may have in it, because it does not show. */
export function visible(text: string, note: CommonNote, more = ''): string {
  const unseen = new RegExp(`${hidden.source}${more}`, 'gu');
  const found = new Set(text.match(unseen));
  if (found.size) note('hidden-characters', [...found].map(nameOfHidden).join(', '));
  return text.replaceAll(unseen, '');
}

/** The same for each text in a value of JSON. */
export function visibleIn<T>(value: T, note: CommonNote): T {
  if (typeof value === 'string') return visible(value, note) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => visibleIn(one, note)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(([key, one]) => [key, visibleIn(one, note)]);
  return Object.fromEntries(pairs) as T;
}

/** The text of a file with plain line feeds, without hidden characters, and without characters for private use. */
export function decode(bytes: Uint8Array, note: CommonNote): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    note('encoding');
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  return visible(text.replace(/\r\n?/g, '\n'), note, '|[\\uE000-\\uF8FF\\uFFFD]');
}
