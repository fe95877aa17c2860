import { redactionMarks } from './redaction-marks.ts';
import { wordDiff } from './word-diff.ts';

const mark = new RegExp(redactionMarks.map((one) => RegExp.escape(one)).join('|'));

export const isRedacted = (text: string): boolean => mark.test(text);

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

/** A text as it may be repeated, where another has marks in the place of some of it. */
export function masked(was: string, is: string | undefined, language: string): string {
  if (is === undefined || !isRedacted(is)) return was;
  const parts = wordDiff(was, is, language);
  return parts
    .map(({ kind, text }, index) => {
      const next = parts[index + 1];
      const [found] = (kind === 'was' && next?.kind === 'is' && mark.exec(next.text)) || [];
      return kind === 'is' ? '' : (found ?? text);
    })
    .join('');
}
