import { codeFences } from '../../text/code-fences.ts';
import { paired } from './paired.ts';
import { isTypoSized } from './typo.ts';

/** A piece of a story between empty lines, and the line in the file on which it begins. */
interface Piece {
  text: string;
  line: number;
  isCode: boolean;
}

export interface StoryChange {
  was: string | undefined;
  is: string | undefined;
  /** In the later story; of what is gone, where what follows stands. */
  line: number;
  /** Whether it is no more than a slip of the pen that was mended. */
  isSlip: boolean;
}

const linesIn = (text: string): number => text.split('\n').length - 1;

/** The pieces of a story; code with empty lines in it is one. */
export function piecesOf(story: string): Piece[] {
  const fences = codeFences(story);
  const pieces: Piece[] = [];
  let from = 0;
  const add = (to: number, isCode: boolean): void => {
    for (const found of isCode
      ? [{ 0: story.slice(from, to), index: 0 }]
      : story.slice(from, to).matchAll(/\S(?:.*\n?(?=[^\S\n]*\S))*.*/g))
      pieces.push({
        text: found[0].trimEnd(),
        line: 1 + linesIn(story.slice(0, from + found.index)),
        isCode,
      });
    from = to;
  };
  for (const fence of fences) {
    add(fence.from, false);
    add(fence.to, true);
  }
  add(story.length, false);
  return pieces;
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isSame = (a: Piece, b: Piece): boolean =>
  a.isCode || b.isCode ? a.text === b.text : spaced(a.text) === spaced(b.text);

const isSlip = (a: Piece, b: Piece): boolean =>
  !a.isCode && !b.isCode && isTypoSized(a.text, b.text);

/** The pieces of a story that are not what they were. */
export function storyChanges(before: string, after: string): StoryChange[] {
  const [old, now] = [piecesOf(before), piecesOf(after)];
  return paired(old, now, { nameOf: () => undefined, isSame }).flatMap((pair) => {
    const was = pair.before === undefined ? undefined : old[pair.before];
    const is = pair.after === undefined ? undefined : now[pair.after];
    if (was && is && isSame(was, is)) return [];
    const line = is?.line ?? now[pair.before ?? 0]?.line ?? now.at(-1)?.line ?? 1;
    return [{ was: was?.text, is: is?.text, line, isSlip: !!was && !!is && isSlip(was, is) }];
  });
}
