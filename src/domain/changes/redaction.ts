import { redactionMarks } from './redaction-marks.ts';
import { wordDiff } from './word-diff.ts';

const mark = new RegExp(redactionMarks.map((one) => RegExp.escape(one)).join('|'));
const marks = new RegExp(mark, 'g');

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What marks stand for in `is`, if it is `was` with marks in the place of some of it and nothing else. */
function takenOut(was: string, is: string): string[] | undefined {
  const parts = plain(is).split(mark);
  const before = plain(was);
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined || !before.startsWith(first)) return undefined;
  const taken: string[] = [];
  let at = first.length;
  for (const part of rest) {
    // Something was taken out before it, if only a letter.
    const found = before.indexOf(part, at + 1);
    if (found === -1) return undefined;
    taken.push(before.slice(at, found));
    at = found + part.length;
  }
  const end = before.length - last.length;
  return end > at && before.endsWith(last) ? [...taken, before.slice(at, end)] : undefined;
}

/** Whether `is` is `was` with marks in the place of some of it, and nothing else. */
export const isRedaction = (was: string, is: string): boolean => takenOut(was, is) !== undefined;

/** Names have fewer words, and keys have none: what takes out more says so in a correction. */
const mostWords = 12;

const isWord = (chunk: string): boolean => /^\P{L}?\p{L}+(?:['’-]\p{L}+)*\P{L}?$/u.test(chunk);

/** Whether `is` is a redaction of `was` that takes out no more than a name or a key, so that its mark says enough. */
export function isSmallRedaction(was: string, is: string): boolean {
  const taken = takenOut(was, is);
  return taken !== undefined && taken.join(' ').split(/\s+/).filter(isWord).length <= mostWords;
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
