/**
 * What form a value has, in words, for the metadata of its schema. A field that uses the schema has a description of its own; the form
 * stays with it, because metadata is inherited.
 */
export const form = (words: string, ...examples: string[]) => ({
  description: words,
  form: words,
  ...(examples.length && { examples }),
});
