/** What one word of a phrase may be: one of some words, or one that begins with a few letters. */
interface Place {
  words: ReadonlySet<string>;
  beginnings: readonly string[];
}

/** What stands for a word that apostrophes have shortened. */
const shortened = new Map([
  ['re', ['are']],
  ['ve', ['have']],
  ['ll', ['will']],
  ['d', ['would', 'had']],
  ['m', ['am']],
  ['s', ['is', 'has']],
  ['t', ['not']],
]);

/** The words of a text as a phrase may have them: as they are, in their parts, and with what was left out of them. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []) {
    if (!/['’-]/.test(word)) {
      words.add(word);
      continue;
    }
    words.add(word.replace(/['’]/g, ''));
    for (const part of word.split(/['’-]/)) {
      words.add(part).add(part.replace(/n$/, ''));
      shortened.get(part)?.forEach((whole) => words.add(whole));
    }
  }
  return words;
}

/** The words of a phrase that cannot be missing, each with all that it may be. Of several words in the place of one the first counts. */
function placesOf(phrase: string): Place[] {
  const parts = phrase.match(/\([^)]*\)[?*+]?|\S+/g) ?? [];
  return parts
    .filter((part) => !/[?*]$|^\.\+?$/.test(part))
    .map((part) => {
      const choices = part.replace(/^\(|\)\+?$/g, '').split('|');
      const words = choices.map((choice) => choice.split(' ')[0] ?? '');
      const isPattern = (word: string): boolean => word.startsWith('/');
      return {
        words: new Set(words.filter((word) => !isPattern(word))),
        beginnings: words.filter(isPattern).map((word) => word.replace(/^\/\^?|\$?\/$/g, '')),
      };
    });
}

/** The words of a text, and all of them as one text, each behind a blank. */
interface Words {
  words: ReadonlySet<string>;
  joined: string;
}

const isIn = ({ words: choices, beginnings }: Place, { words, joined }: Words): boolean =>
  !choices.isDisjointFrom(words) ||
  beginnings.some((beginning) => joined.includes(` ${beginning}`));

// Short words are everywhere.
const commonness = ({ words, beginnings }: Place): number =>
  words.size +
  beginnings.length +
  ([...words, ...beginnings].every((word) => word.length > 4) ? 0 : 8);

/** Tells of a text whether it may have one of the phrases: whether all words of one, that cannot be missing, are somewhere in it. */
export function likely(phrases: readonly string[]): (text: string) => boolean {
  const all = phrases.map((phrase) =>
    placesOf(phrase).toSorted((a, b) => commonness(a) - commonness(b)),
  );
  const byRarest = new Map<string, Place[][]>();
  for (const [rarest, ...others] of all)
    for (const word of rarest?.words ?? [])
      byRarest.set(word, [...(byRarest.get(word) ?? []), others]);
  const byBeginning = all.filter(([rarest]) => rarest && rarest.beginnings.length > 0);
  return (text) => {
    const words = wordsOf(text);
    const all = { words, joined: ` ${[...words].join(' ')}` };
    const areIn = (places: readonly Place[]): boolean => places.every((place) => isIn(place, all));
    return (
      words.values().some((word) => byRarest.get(word)?.some(areIn) ?? false) ||
      byBeginning.some(areIn)
    );
  };
}
