import type { Word } from './sentences.ts';
import type { Language } from './words.ts';

const number = String.raw`\d{1,3}(?:[,.’' ]?\d{3})*(?:[.,]\d+)?%?`;
const numeral = new RegExp(
  String.raw`^[(~≈<>≤≥€$£+]*${number}(?:[–-]${number})?(?:k|m|x|st|nd|rd|th)?[)€$£]*[,;:.!?)]*$`,
  'i',
);
const unit = /^(?:seconds?|minutes?|hours?|days?|weeks?|in|of)$/i;
const clock = /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr)\b|\b\d{4}-\d{2}-\d{2}\b/i;
const year = /^(?:19|20)\d\d\W*$/;
const plain = /[^\p{L}\p{N}’'.-]/gu;

/** What a server answers with: “500 errors” are no five hundred. */
const answer = /^[1-5](?:\d\d|\dx|xx)$/i;
const answered = /^(?:errors?|responses?|status|codes?|fehlern?|antworten)$/i;

const bare = (word: Word | undefined): string =>
  word?.written.replace(plain, '').replace(/\.$/, '') ?? '';

function isQuantity(
  { numbers, codes, dates }: Language,
  words: readonly Word[],
  index: number,
): boolean {
  const [before, word, after] = [bare(words[index - 1]), words[index], bare(words[index + 1])];
  if (!word) return false;
  if (numbers.test(bare(word)) || (/^one$/i.test(bare(word)) && unit.test(after))) return true;
  if (!numeral.test(word.written) || clock.test(word.written)) return false;
  if (word.written.includes('%')) return true;
  if (year.test(word.written) && !/,/.test(word.written.slice(0, 4))) return false;
  if (answer.test(bare(word)) && answered.test(after)) return false;
  return !codes.test(before) && !dates.test(before) && !dates.test(after);
}

/** Whether a sentence says how many or how much. A time of day, a version, a code or a year says neither. */
export const hasQuantity = (language: Language, words: readonly Word[]): boolean =>
  words.some((_, index) => isQuantity(language, words, index));

/** Whether it says when: at which time, on which day, or within how long. */
export const hasTime = (language: Language, words: readonly Word[]): boolean =>
  words.some(({ written }, index) => {
    const next = bare(words[index + 1]);
    return (
      clock.test(written) ||
      (/\d/.test(written) && language.dates.test(next)) ||
      isQuantity(language, words, index)
    );
  });
