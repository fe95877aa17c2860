import type { z } from 'zod';
import { listOf } from '../../../text/suggest.ts';
import { type Described, exampleIn, optionsOf, wordsFor, wordsOf } from './described.ts';

/** By the names that JSON Schema and zod's issues have for them. */
const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
};

/** A kind of value in words; `undefined` for one that has none. */
export const kindOf = (type: string): string | undefined => kinds[type];

function keysForm({ required = [], properties = {} }: Described): string {
  const keys = required.length > 0 ? required : Object.keys(properties);
  return `keys and values: ${listOf(keys).replace(' or ', ' and ')}`;
}

/** What a whole file looks like, and how it begins; of several forms, the first. */
export function fileForm(root: Described): { form: string; start: string } {
  const object = optionsOf(root)[0] ?? root;
  return { form: keysForm(object), start: `${object.required?.[0] ?? 'key'}: …` };
}

/** What form a value has, in a few words. */
export function formOf(at: Described): string {
  const words = wordsOf(at);
  if (words.length > 0) return words.length > 1 ? `one of ${listOf(words)}` : words.join('');
  const options = optionsOf(at);
  if (options.length > 0) return [...new Set(options.map(formOf))].join(', or ');
  return at.properties ? keysForm(at) : (wordsFor(at).at(-1) ?? kinds[at.type ?? ''] ?? 'a value');
}

/** How a value is written, with dots where a person has to think. */
export function sketchOf(at: Described): string {
  const example = exampleIn(at);
  if (example !== undefined) return example;
  if (at.items) return `[${sketchOf(at.items)}]`;
  const keys = (at.required ?? []).map((key) => `${key}: …`);
  return keys.length > 0 ? `{ ${keys.join(', ')} }` : '…';
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
