/** So many letters are kept in mind for one purpose: the texts of some thousand incidents, and a few megabytes of what was made of them. */
const most = 1_000_000;

/**
 * What was made of texts that were seen before: a record is often read again with one file changed, while somebody writes it, and where two versions are
 * compared. What is given is shared, and nobody may change it.
 */
export function remembered<T>(): (text: string, make: () => T) => T {
  const known = new Map<string, T>();
  let letters = 0;
  return (text, make) => {
    if (known.has(text)) return known.get(text) as T;
    const made = make();
    letters += text.length;
    if (letters > most) {
      known.clear();
      letters = text.length;
    }
    known.set(text, made);
    return made;
  };
}
