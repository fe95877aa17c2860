/** A table of words, or a part of one. */
type Words =
  | string
  | undefined
  | ((...values: never[]) => unknown)
  | readonly string[]
  | { readonly [key: string]: Words };

/** Every entry of a table with its path: `home.now`. */
export function entriesOf(
  words: Words,
  path = '',
): [path: string, entry: string | ((...values: never[]) => unknown)][] {
  if (words === undefined) return [];
  if (typeof words !== 'object') return [[path, words]];
  return Object.entries(words).flatMap(([key, value]) =>
    entriesOf(value, path ? `${path}.${key}` : key),
  );
}

/** The texts that stand in an entry: itself, or what is written in its function. */
export const textsIn = (entry: string | ((...values: never[]) => unknown)): string[] =>
  typeof entry === 'string'
    ? [entry]
    : [...String(entry).matchAll(/(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g)].map(
        ([, , text = '']) => text,
      );

/** The {names} that a page fills in. */
export const placeholdersIn = (entry: Parameters<typeof textsIn>[0]): string[] => [
  ...new Set(
    textsIn(entry).flatMap((text) =>
      [...text.matchAll(/(?<!\$)\{(\w+)\}/g)].map(([, name = '']) => name),
    ),
  ),
];
