import { closest, distance } from 'fastest-levenshtein';

/** The known word that was probably meant; `undefined` if none is near. */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const words = [...known];
  if (words.length === 0) return undefined;
  const nearest = closest(word, words);
  return distance(word.toLowerCase(), nearest.toLowerCase()) <=
    Math.max(word.length < 5 ? 1 : 2, Math.floor(word.length / 3))
    ? nearest
    : undefined;
}

/** “a, b or c”, cut after ten. */
export function listOf(words: Iterable<string>): string {
  const all = [...words];
  const shown = all.slice(0, 10);
  const rest = all.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} or ${rest} more`;
  return shown.length > 1
    ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
    : (shown[0] ?? 'none');
}
