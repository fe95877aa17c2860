import { distance } from 'fastest-levenshtein';

/** Words of a few letters become others by one letter, and of longer ones no more than that may be mistyped. */
const shortest = 5;
const long = 8;

/** What turns a sentence around. It is no slip, and neither is a comma beside it. */
const turning =
  /^(no|not|never|none|nor|neither|nothing|nobody|only|all|nicht|nie|niemals|kein\p{L}*|nur|alle\p{L}*|ohne|without|cannot|\p{L}+n['’]t)$/u;

/** What a letter, a sign or a capital makes another: numbers, addresses, and what is written as code. */
const exact = /[\p{N}\p{S}/\\:@#_*`%&]/u;

const withoutStops = (chunk: string): string =>
  chunk.replace(/^[\p{P}]+|[\p{P}]+$/gu, '').normalize('NFC');

/** A piece between blanks, as it has to be the same: without its stops, and in small letters where neither matters. */
function wordOf(chunk: string): string {
  const bare = withoutStops(chunk);
  if (exact.test(bare) || exact.test(chunk)) return chunk.replace(/[.,;!?]+$/, '');
  const small = bare.toLowerCase();
  return turning.test(small) ? chunk.toLowerCase() : small;
}

const wordsOf = (text: string): string[] => text.split(/\s+/).map(wordOf).filter(Boolean);

const isName = (chunk: string): boolean => /\p{Lu}/u.test(chunk);

/** Whether one word is another mistyped: no name, number or turning word, with the same first letter. */
function isSlip(was: string, is: string): boolean {
  const length = Math.min(was.length, is.length);
  return (
    length >= shortest &&
    was[0] === is[0] &&
    !exact.test(was + is) &&
    !turning.test(was) &&
    !turning.test(is) &&
    distance(was, is) <= (length >= long ? 2 : 1)
  );
}

/**
 * Whether a text differs from another by no more than a slip of the pen: blanks, stops and capitals, and at most one word that was mistyped. Numbers,
 * times, addresses, code, names, and words that turn a sentence around are never slips.
 */
export function isTypoSized(was: string, is: string): boolean {
  const [before, after] = [wordsOf(was), wordsOf(is)];
  if (before.length !== after.length) return false;
  const different = before.flatMap((word, index) => (word === after[index] ? [] : [index]));
  const [at, ...more] = different;
  if (at === undefined) return true;
  const inText = (text: string): string =>
    text.split(/\s+/).filter((chunk) => wordOf(chunk))[at] ?? '';
  const begins = at === 0;
  return (
    more.length === 0 &&
    isSlip(before[at] ?? '', after[at] ?? '') &&
    (begins || (!isName(inText(was)) && !isName(inText(is))))
  );
}
