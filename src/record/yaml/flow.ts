import { parser } from './parser.ts';

/** Whether a text is one mapping in braces. */
export const isFlow = (text: string): boolean => /^\s*\{/.test(text);

/**
 * What stands behind a key of the mapping in braces that a text is, also where the rest is no YAML: what opens and does not close takes in more than it
 * should, and never gives a key of its own to the mapping around it. Undefined for what is no plain value.
 */
export function valuesBehind(text: string, key: string): unknown[] {
  const { isMap, isScalar, parseDocument } = parser();
  const { contents } = parseDocument(text, {
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  if (!isMap(contents) || !contents.flow) return [];
  // A brace too many ends it early, and what it seems to say may be said within it.
  if (text.slice(contents.range?.[1]).trim() !== '') return [];
  return contents.items
    .filter((pair) => isScalar(pair.key) && pair.key.value === key)
    .map(({ value }) => (isScalar(value) ? value.value : undefined));
}
