import { type Forms, Message, isSaid } from '../../src/strings/says.ts';

/** The texts of an entry: one, or one for each form that a number takes. */
const textsIn = (entry: string | readonly string[] | Forms | Message): string[] => {
  if (entry instanceof Message) return textsIn(entry.text);
  return typeof entry === 'string' ? [entry] : Object.values(entry);
};

/** Every entry of a table with its path, `home.now`, and its texts. */
export function entriesOf(words: unknown, path = ''): [path: string, texts: string[]][] {
  if (isSaid(words)) return [[path, textsIn(words)]];
  return Object.entries(words as object).flatMap(([key, value]) =>
    entriesOf(value, path ? `${path}.${key}` : key),
  );
}
