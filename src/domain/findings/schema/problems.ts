import type { z } from 'zod';
import { meantInstant, withoutZone } from '../../time.ts';
import type { Path, Place } from '../finding.ts';
import type { Problem, Rule } from '../rule.ts';
import { boundOf, excessOf, fileForm, formOf, kindOf, sketchOf } from './form.ts';
import {
  documented,
  keyedBy,
  keysOf,
  meantKey,
  nodeOf,
  schemaAt,
  valueAt,
  wordsOf,
} from './node.ts';
import { missingKey, unknownKey, wrongValue } from './rules.ts';
import { listOf, suggest } from '../../../text/suggest.ts';

interface Found {
  rule: Rule;
  problem: Problem;
}

const nameOf = (path: Path): string =>
  path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step + 1}]` : name ? `${name}.${step}` : step,
    '',
  );

/** In `{ a: one, two }` the comma ends the text, and the rest of it becomes a key without a value. */
const restOfText = (key: string, value: unknown): boolean => value === null && key.includes(' ');
const quoteIt = 'If this is the rest of a text with a comma in it, put the whole text in quotes.';

function unknownKeyProblems(
  file: string,
  issue: z.core.$ZodIssueUnrecognizedKeys,
  root: z.ZodType,
  value: unknown,
): Problem[] {
  const path = issue.path as Path;
  const known = keysOf(schemaAt(nodeOf(root), path, value), valueAt(value, path));
  return issue.keys.map((key) => {
    const meant = meantKey(nodeOf(root), path, value, key);
    return {
      place: { file, path: [...path, key], of: 'key' },
      what: `“${key}” is not a key here.${meant ? ` Did you mean “${meant}”?` : ''}`,
      expected: known.length ? `one of ${listOf(known)}` : 'no keys here',
      write: meant
        ? `${meant}: …`
        : restOfText(key, valueAt(value, [...path, key]))
          ? quoteIt
          : 'Remove it, or put what it says under one of those keys.',
    };
  });
}

/** An address may hold a password, and what is found is read by more people than the file. */
const withoutSecret = (text: string): string =>
  text.replace(/^(\s*[a-z][a-z\d+.-]*:[\\/]*).*@/is, '$1…@');

const shown = (value: unknown): string => {
  if (typeof value === 'string')
    return value === '' ? 'empty' : `“${withoutSecret(value).slice(0, 60)}”`;
  if (Array.isArray(value)) return value.length ? 'a list' : 'an empty list';
  return typeof value === 'object' ? 'a group of keys' : String(value);
};

/** What is to be said of the whole file where it is no file of this kind. */
function fileProblem(file: string, root: z.ZodType, value: unknown): Found {
  const { form, start } = fileForm(nodeOf(root));
  const said = { place: { file, path: [] }, expected: form, write: start };
  if (value === null)
    return { rule: missingKey, problem: { ...said, what: 'The file says nothing.' } };
  return {
    rule: wrongValue,
    problem: { ...said, what: `The file is ${shown(value)}, which is not keys and values.` },
  };
}

function keyProblem(
  file: string,
  issue: z.core.$ZodIssueInvalidKey,
  root: z.ZodType,
  value: unknown,
): Found {
  const path = issue.path as Path;
  const key = String(path.at(-1));
  const above = path.slice(0, -1);
  const record = schemaAt(nodeOf(root), above, value);
  const schema = record && keyedBy(record, valueAt(value, above))?.def.keyType;
  const { descriptions, example } = schema
    ? documented(schema)
    : { descriptions: [], example: undefined };
  const encoded = encodeURI(key);
  const isFine = (schema as unknown as z.ZodType | undefined)?.safeParse(encoded).success;
  const what = `“${key}” ${issue.issues[0]?.message || 'is not a key here'}.`;
  const write = `${isFine ? encoded : (example ?? 'key')}: …`;
  return {
    rule: wrongValue,
    problem: {
      place: { file, path, of: 'key' },
      what,
      expected: descriptions.join('; ') || 'another key',
      write,
    },
  };
}

/** What was probably meant, and what to write where nobody can tell which of several was. */
function meantBy(found: unknown, words: readonly string[], zone: string | undefined) {
  if (typeof found !== 'string') return {};
  const meant = suggest(found, words) ?? meantInstant(found, zone);
  const local = withoutZone(found);
  return { meant, sketch: meant ?? (local && `${local}+01:00 or ${local}Z, as its zone is`) };
}

function valueProblem(
  file: string,
  issue: z.core.$ZodIssue,
  root: z.ZodType,
  value: unknown,
  zone: string | undefined,
): Found {
  const path = issue.path as Path;
  if (path.length === 0) return fileProblem(file, root, value);
  const found = valueAt(value, path);
  const node = schemaAt(nodeOf(root), path, value);
  const key = path.findLast((step) => typeof step === 'string') ?? 'key';
  const { descriptions, example } = node
    ? documented(node)
    : { descriptions: [], example: undefined };
  const words = 'options' in issue ? (issue.options as string[]) : node ? wordsOf(node) : [];
  const form =
    words.length > 1
      ? `one of ${listOf(words)}`
      : node && example === undefined && descriptions.length < 2
        ? formOf(node)
        : '';
  const place: Place = { file, path };
  const expected =
    [...new Set([...descriptions, form, boundOf(issue) ?? ''])]
      .filter((said) => said && said !== 'text')
      .join('; ') || 'text';
  const { meant, sketch: said } = meantBy(found, words, zone);
  const isItem = typeof path.at(-1) === 'number';
  const sketch = said ?? (node ? sketchOf(node) : '…');
  const write = `${key}: ${isItem ? `[${sketch}]` : sketch}`;
  if (found === undefined || found === null)
    return {
      rule: missingKey,
      problem: {
        place,
        what: `“${nameOf(path)}” ${isItem ? 'says nothing' : 'is missing'}.`,
        expected,
        write,
      },
    };
  const kind = issue.code === 'invalid_type' ? kindOf(issue.expected) : undefined;
  const why = kind
    ? `is not ${kind}`
    : found === '' || (Array.isArray(found) && found.length === 0)
      ? ''
      : (excessOf(issue, found as string) ?? issue.message);
  const what = `“${nameOf(path)}” is ${shown(found)}${why && `, which ${why}`}.${meant ? ` Did you mean “${meant}”?` : ''}`;
  return { rule: wrongValue, problem: { place, what, expected, write } };
}

/** Of a value that fits none of several forms, what is wrong with the form it comes nearest to. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const entered = issue.errors.filter((errors) =>
    errors.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  const [best] = entered.sort((a, b) => a.length - b.length);
  return best
    ? best.flatMap((inner) => nearest({ ...inner, path: [...issue.path, ...inner.path] }))
    : [issue];
}

const placeName = (path: Path): string => path.join('/');

function problemsOf(
  file: string,
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  value: unknown,
  zone: string | undefined,
): Found[] {
  if (issue.code === 'unrecognized_keys')
    return unknownKeyProblems(file, issue, schema, value).map((problem) => ({
      rule: unknownKey,
      problem,
    }));
  return [
    issue.code === 'invalid_key'
      ? keyProblem(file, issue, schema, value)
      : valueProblem(file, issue, schema, value, zone),
  ];
}

/** What `schema` finds wrong with `value`, the content of `file`. `zone`: the site's, if it is known. */
export function schemaProblems(
  file: string,
  schema: z.ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
  zone: string | undefined,
): Found[] {
  const all = issues
    .flatMap(nearest)
    .flatMap((issue) => problemsOf(file, issue, schema, value, zone));
  const misspelt = new Set(
    all.flatMap(({ rule, problem: { place, write } }) =>
      rule === unknownKey ? placeName([...place.path.slice(0, -1), write.split(':')[0] ?? '']) : [],
    ),
  );
  return all.filter(
    ({ rule, problem }) => rule !== missingKey || !misspelt.has(placeName(problem.place.path)),
  );
}
