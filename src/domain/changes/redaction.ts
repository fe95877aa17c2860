import { redactionMarks } from './redaction-marks.ts';
import { wordDiff } from './word-diff.ts';

const mark = new RegExp(redactionMarks.map((one) => RegExp.escape(one)).join('|'));
const marks = new RegExp(mark, 'g');

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether `is` is `was` with marks in the place of some of it, and nothing else. */
export function isRedaction(was: string, is: string): boolean {
  const parts = plain(is).split(mark);
  const before = plain(was);
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined || !before.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    // Something was taken out before it, if only a letter.
    const found = before.indexOf(part, at + 1);
    if (found === -1) return false;
    at = found + part.length;
  }
  return before.length - last.length > at && before.endsWith(last);
}

const marksIn = (text: string): string[] => text.match(marks) ?? [];

/** A text as it may be repeated, where another stands in its place: if that has more marks, nothing that went from it is. */
export function masked(was: string, is: string | undefined, language: string): string {
  const [found] = marksIn(is ?? '');
  if (is === undefined || found === undefined || marksIn(is).length <= marksIn(was).length)
    return was;
  return wordDiff(was, is, language)
    .map(({ kind, text }) => (kind === 'is' ? '' : kind === 'was' ? found : text))
    .join('');
}
