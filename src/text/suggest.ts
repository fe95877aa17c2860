import { distance } from 'fastest-levenshtein';

/** Nobody slips in a longer word. */
const longest = 200;

/** The known word that was probably meant; `undefined` if none is near. */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  let nearest: string | undefined;
  let least = Math.max(word.length < 5 ? 1 : 2, Math.floor(word.length / 3)) + 1;
  for (const other of known) {
    if (Math.abs(other.length - word.length) >= least) continue;
    const slips = distance(word.toLowerCase(), other.toLowerCase());
    if (slips >= least) continue;
    nearest = other;
    least = slips;
  }
  return nearest;
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
