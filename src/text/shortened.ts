/** A text of at most `longest` characters: a longer one is cut between two words, if it has any, with an ellipsis. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Half of a character that takes two is none.
  const cut = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '');
  const end = cut.lastIndexOf(' ');
  const words = cut.slice(0, end === -1 ? undefined : end).replace(/[\s,;:–—-]+$/, '');
  return `${words || cut}…`;
}
