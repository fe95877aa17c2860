import type { Note } from './loss.ts';

/** Control characters but tab and line feed, marks that turn the direction of text without showing, and characters for private use. */
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uE000-\uF8FF\uFEFF\uFFFD]/g;

const code = (character: string): string => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

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
  const found = new Set(text.match(hidden));
  if (found.size) note('hidden-characters', [...found].map(code).join(', '));
  return text.replaceAll(hidden, '');
}
