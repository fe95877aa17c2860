import type { Finding, Position } from '../domain/findings/finding.ts';
import { type Files, Unreadable } from './files.ts';
import { unreadableFile } from './reading-rules.ts';
import { found } from './source.ts';

const positionOf = (text: string, index: number): Position => ({
  line: text.slice(0, index).split('\n').length,
  column: index - text.lastIndexOf('\n', index - 1),
});

/** Control characters but tab and line feed, and the marks that turn the direction of text without showing. */
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/;

const refusal = (file: string, what: string, expected: string, write: string, at: Position = { line: 1, column: 1 }): Finding =>
  found(unreadableFile, file, at, { what, expected, write });

/** The bytes of a file, or why it cannot be read. */
export function readBytes(files: Files, file: string): { bytes: Uint8Array | undefined; findings: Finding[] } {
  try {
    return { bytes: files.read(file), findings: [] };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return {
      bytes: undefined,
      findings: [refusal(file, `This ${error.message}.`, 'a file in the content folder', 'Put the file itself here, or remove it.')],
    };
  }
}

/** The text of a file, with plain line feeds and without a byte order mark, and what is wrong with it as text. */
export function readText(files: Files, file: string): { text: string | undefined; findings: Finding[] } {
  const { bytes, findings } = readBytes(files, file);
  if (!bytes) return { text: undefined, findings };
  const refuse = (...why: [what: string, expected: string, write: string]) => ({ text: undefined, findings: [refusal(file, ...why)] });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  } catch {
    return refuse('This is not UTF-8 text.', 'a text file in UTF-8', 'Save it again with the encoding UTF-8.');
  }
  if (text.trim() === '') return refuse('The file is empty.', 'the facts', 'Fill it in, or remove it.');
  const bad = hidden.exec(text);
  if (!bad) return { text, findings: [] };
  const code = `U+${bad[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
  const hiding = refusal(
    file,
    `There is a hidden character here (${code}).`,
    'text that shows all that it contains',
    'Delete it.',
    positionOf(text, bad.index),
  );
  return { text: text.replaceAll(new RegExp(hidden, 'g'), '\uFFFD'), findings: [hiding] };
}
