import { diffArrays } from 'diff';
import { redactionMarks } from './redaction-marks.ts';

/** A part of two texts: in both, only in the earlier, or only in the later. */
export interface DiffPart {
  kind: 'same' | 'was' | 'is';
  text: string;
}

const marks = new RegExp(`(${redactionMarks.map((mark) => RegExp.escape(mark)).join('|')})`);

const isWithinNumber = (before: string, sign: string, after: string): boolean =>
  /\p{N}$/u.test(before) && /^[.,:’'-]$/.test(sign) && /^\p{N}/u.test(after);

/** Words, what stands between them, and numbers whole: 1,118 is one. */
function tokensOf(text: string, segmenter: Intl.Segmenter): string[] {
  const tokens: string[] = [];
  for (const piece of text.split(marks)) {
    const parts = marks.test(piece)
      ? [piece]
      : [...segmenter.segment(piece)].map(({ segment }) => segment);
    for (let index = 0; index < parts.length; index++) {
      let token = parts[index] ?? '';
      while (isWithinNumber(token, parts[index + 1] ?? '', parts[index + 2] ?? '')) {
        token += `${parts[index + 1]}${parts[index + 2]}`;
        index += 2;
      }
      tokens.push(token);
    }
  }
  return tokens;
}

/** Puts together what only blanks divide: readers see one change of some words, and not one of each. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const all: DiffPart[] = [];
  let [was, is] = ['', ''];
  const settle = (): void => {
    const [blank = ''] = (was && is && /\s+$/.exec(was)) || [];
    const tail = is.endsWith(blank) ? blank.length : 0;
    const parts = [
      { kind: 'was', text: was.slice(0, was.length - tail) },
      { kind: 'is', text: is.slice(0, is.length - tail) },
      { kind: 'same', text: was.slice(was.length - tail) },
    ] as const;
    all.push(...parts.filter(({ text }) => text));
    [was, is] = ['', ''];
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const isBetween = kind === 'same' && /^\s*$/.test(text) && (was || is) && parts[index + 1];
    if (kind === 'was' || isBetween) was += text;
    if (kind === 'is' || isBetween) is += text;
    if (kind !== 'same' || isBetween) continue;
    settle();
    all.push({ kind, text });
  }
  settle();
  return all;
}

/** What became of the words of a text that is in `language`. */
export function wordDiff(was: string, is: string, language: string): DiffPart[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return joined(
    diffArrays(tokensOf(was, segmenter), tokensOf(is, segmenter)).map(
      ({ value, added, removed }) => ({
        kind: removed ? 'was' : added ? 'is' : 'same',
        text: value.join(''),
      }),
    ),
  );
}
