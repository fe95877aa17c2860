import { hidden } from '../../../src/domain/text.ts';
import type { Note } from './loss.ts';

/** What no record may have in it, and characters that mean nothing elsewhere. */
const dropped = new RegExp(`[\\uE000-\\uF8FF\\uFFFD]|${hidden.source}`, 'gu');

const code = (character: string): string =>
  `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

/** The text of a file: plain line feeds, no byte order mark, nothing hidden. */
export function decode(bytes: Uint8Array, note: Note): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    note('encoding');
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  text = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const found = new Set(text.match(dropped));
  if (found.size) note('hidden-characters', [...found].map(code).join(', '));
  return text.replaceAll(dropped, '');
}
