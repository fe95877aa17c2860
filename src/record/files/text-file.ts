import type { Finding, Position } from '../../domain/findings/finding.ts';
import { hidden, nameOfHidden, unhidden } from '../../text/hidden.ts';
import { type Files, Unreadable } from './files.ts';
import { type Conflict, conflictsIn } from './merge-conflict.ts';
import { mergeConflict, unreadableFile } from '../findings/reading-rules.ts';
import { findingAt } from '../yaml/source.ts';
import { decodeUtf8 } from '../../text/utf8.ts';

const positionOf = (text: string, index: number): Position => ({
  line: text.slice(0, index).split('\n').length,
  column: index - text.lastIndexOf('\n', index - 1),
});

const unreadable = (
  file: string,
  what: string,
  expected: string,
  write: string,
  at: Position = { line: 1, column: 1 },
): Finding => findingAt(unreadableFile, file, at, { what, expected, write });

/** The bytes of a file, or why it cannot be read. */
export function readBytes(
  files: Files,
  file: string,
): { bytes: Uint8Array | undefined; findings: Finding[] } {
  try {
    return { bytes: files.read(file), findings: [] };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return {
      bytes: undefined,
      findings: [unreadable(file, `This ${error.message}.`, error.expected, error.write)],
    };
  }
}

const withLineFeeds = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');

/** More of them are no slips but another kind of file. */
const mostHidden = 10;

/** What does not show in a text, each run of it once. */
function hiddenFindings(file: string, text: string): Finding[] {
  const runs = [...text.matchAll(new RegExp(`(?:${hidden.source})+`, 'gu'))];
  return runs.slice(0, mostHidden).map(({ 0: run, index }, at) => {
    const rest = runs.length - mostHidden;
    const more = rest > 0 && at === mostHidden - 1 ? ` There are ${rest} more behind it.` : '';
    return unreadable(
      file,
      `There is a hidden character here (${nameOfHidden(run)}).${more}`,
      'text that shows all that it contains',
      'Delete it.',
      positionOf(text, index),
    );
  });
}

/** Merges that were not finished. */
function conflictFindings(file: string, conflicts: readonly Conflict[]): Finding[] {
  return conflicts.map(({ first, last }) =>
    findingAt(
      mergeConflict,
      file,
      { line: first + 1, column: 1 },
      {
        what:
          first === last
            ? 'This line is left over from a merge.'
            : `Two versions of this part stand here one below the other, down to line ${last + 1}: a merge was not finished.`,
        expected: 'one version, and none of the lines that Git puts between them',
        write:
          first === last
            ? 'Remove the line.'
            : 'Keep what is right, and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”.',
      },
    ),
  );
}

/** The text of a file, and what is wrong with it as text. */
export interface FileText {
  /** With plain line feeds and without a byte order mark; `undefined` if nobody can tell what it says. */
  text: string | undefined;
  /** The same, for what one line of it says even where nobody can tell what the whole does. */
  raw: string;
  findings: Finding[];
}

export function readText(files: Files, file: string): FileText {
  const { bytes, findings } = readBytes(files, file);
  return bytes ? textOf(file, bytes) : { text: undefined, raw: '', findings };
}

/** The bytes of `file` as text. */
export function textOf(file: string, bytes: Uint8Array): FileText {
  const decoded = decodeUtf8(bytes);
  const text = withLineFeeds(decoded.text);
  if (decoded.bad !== undefined) {
    const valid = withLineFeeds(decoded.text.slice(0, decoded.bad));
    const refused = unreadable(
      file,
      'From here on, this is not UTF-8 text.',
      'a text file in UTF-8',
      'Save it again with the encoding UTF-8.',
      positionOf(valid, valid.length),
    );
    // Text in another encoding is read on as well as it can be; what is no text is left alone.
    return { text: hidden.test(text) ? undefined : text, raw: text, findings: [refused] };
  }
  if (text.trim() === '')
    return {
      text: undefined,
      raw: text,
      findings: [unreadable(file, 'The file is empty.', 'the facts', 'Fill it in, or remove it.')],
    };
  const conflicts = conflictFindings(file, conflictsIn(text, !/\.(yaml|json)$/.test(file)));
  return {
    // Which of two versions is meant, only a person can say.
    text: conflicts.length ? undefined : unhidden(text),
    raw: text,
    findings: [...hiddenFindings(file, text), ...conflicts],
  };
}
