import type { z } from 'zod';
import { type SchemaNode, documented, unwrap, wordsOf } from './node.ts';
import { listOf } from '../../../text/suggest.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
};

/** A kind of value in words; `undefined` for one that has none. */
export const kindOf = (type: string): string | undefined => kinds[type];

/** The keys that an object cannot do without. */
const requiredKeys = ({ def }: SchemaNode): string[] =>
  Object.entries(def.shape ?? {}).flatMap(([key, { def: inner }]) =>
    /^(optional|default|prefault)$/.test(inner.type) ? [] : [key],
  );

function keysForm(node: SchemaNode): string {
  const required = requiredKeys(node);
  return `keys and values: ${listOf(required.length ? required : Object.keys(node.def.shape ?? {})).replace(' or ', ' and ')}`;
}

/** What a whole file looks like, and how it begins; of several forms, the first. */
export function fileForm(root: SchemaNode): { form: string; start: string } {
  const bare = unwrap(root);
  const object = unwrap(bare.def.options?.[0] ?? bare);
  return { form: keysForm(object), start: `${requiredKeys(object)[0] ?? 'key'}: …` };
}

/** What form a value has at this schema, in a few words. */
export function formOf(node: SchemaNode): string {
  const words = wordsOf(node);
  if (words.length) return words.length > 1 ? `one of ${listOf(words)}` : words.join('');
  const bare = unwrap(node);
  const { options, shape, type } = bare.def;
  if (options) return [...new Set(options.map(formOf))].join(', or ');
  return shape
    ? keysForm(bare)
    : (documented(node).descriptions.at(-1) ?? kinds[type] ?? 'a value');
}

/** How a value at this schema is written, with dots where a person has to think. */
export function sketchOf(node: SchemaNode): string {
  const { example } = documented(node);
  if (example !== undefined) return example;
  const bare = unwrap(node);
  if (bare.def.element) return `[${sketchOf(bare.def.element)}]`;
  const keys = requiredKeys(bare).map((key) => `${key}: …`);
  return keys.length ? `{ ${keys.join(', ')} }` : '…';
}

const counted: Readonly<Record<string, string>> = { string: 'characters', array: 'items' };

/** How long a value is, if it is too long. */
export const excessOf = (
  issue: z.core.$ZodIssue,
  { length }: { length: number },
): string | undefined =>
  issue.code === 'too_big' && counted[issue.origin]
    ? `has ${length} ${counted[issue.origin]}`
    : undefined;

/** Between which numbers a value, or its length, may be, if that is what is wrong with it. */
export function boundOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'too_big' && counted[issue.origin])
    return `at most ${issue.maximum} ${counted[issue.origin]}`;
  if (issue.code === 'not_multiple_of') return `a multiple of ${issue.divisor}`;
  if (issue.code === 'too_big' && /number|int/.test(issue.origin))
    return `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
  if (issue.code === 'too_small' && /number|int/.test(issue.origin))
    return `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
  return undefined;
}
