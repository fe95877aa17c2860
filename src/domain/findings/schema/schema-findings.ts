import type { z } from 'zod';
import { listOf, suggest } from '../../../text/suggest.ts';
import { meantInstant, withoutZone } from '../../time.ts';
import type { Path } from '../finding.ts';
import type { RuleFinding, Rule } from '../rule.ts';
import {
  described,
  describedAt,
  exampleIn,
  keysAt,
  meantKey,
  put,
  valueAt,
  wordsFor,
  wordsOf,
} from './described.ts';
import { boundOf, excessOf, fileForm, formOf, kindOf, sketchOf } from './form.ts';
import { missingKey, unknownKey, wrongValue } from './rules.ts';

/** A file whose value its schema refuses. */
interface Refused {
  file: string;
  schema: z.ZodType;
  value: unknown;
  /** The site's, if it is known. */
  zone: string | undefined;
}

interface SchemaFinding extends RuleFinding {
  rule: Rule;
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

function unknownKeys(
  { file, schema, value }: Refused,
  issue: z.core.$ZodIssueUnrecognizedKeys,
): SchemaFinding[] {
  const path = issue.path as Path;
  const known = Object.keys(keysAt(described(schema), path, value).properties ?? {});
  return issue.keys.map((key) => {
    const meant = meantKey(described(schema), path, value, key);
    return {
      rule: unknownKey,
      place: { file, path: [...path, key], of: 'key' as const },
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

/** An address may hold a password, and more people read what is found than read the file. */
const withoutSecret = (text: string): string =>
  text.replace(/^(\s*[a-z][a-z\d+.-]*:[\\/]*).*@/is, '$1…@');

const shown = (value: unknown): string => {
  if (typeof value === 'string')
    return value === '' ? 'empty' : `“${withoutSecret(value).slice(0, 60)}”`;
  if (Array.isArray(value)) return value.length ? 'a list' : 'an empty list';
  return typeof value === 'object' ? 'a group of keys' : String(value);
};

/** The whole file is not of its kind. */
function wrongFile({ file, schema, value }: Refused): SchemaFinding {
  const { form, start } = fileForm(described(schema));
  const said = { place: { file, path: [] }, expected: form, write: start };
  return value === null
    ? { ...said, rule: missingKey, what: 'The file says nothing.' }
    : {
        ...said,
        rule: wrongValue,
        what: `The file is ${shown(value)}, which is not keys and values.`,
      };
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

/** Whether the key at `path` may be there under another `name`. */
function mayBeCalled({ schema, value }: Refused, path: Path, name: string): boolean {
  const renamed = [...path.slice(0, -1), name];
  const { error } = schema.safeParse(put(structuredClone(value), renamed, valueAt(value, path)));
  return !error?.issues
    .flatMap(nearest)
    .some(
      (issue) =>
        issue.code === 'invalid_key' && placeName(issue.path as Path) === placeName(renamed),
    );
}

function wrongKey(refused: Refused, issue: z.core.$ZodIssueInvalidKey): SchemaFinding {
  const path = issue.path as Path;
  const key = String(path.at(-1));
  const keys =
    keysAt(described(refused.schema), path.slice(0, -1), refused.value).propertyNames ?? {};
  const encoded = encodeURI(key);
  const name = mayBeCalled(refused, path, encoded) ? encoded : (exampleIn(keys) ?? 'key');
  return {
    rule: wrongValue,
    place: { file: refused.file, path, of: 'key' },
    what: `“${key}” ${issue.issues[0]?.message || 'is not a key here'}.`,
    expected: wordsFor(keys).join('; ') || 'another key',
    write: `${name}: …`,
  };
}

/** What was probably meant, and what to write where nobody can tell which of several was. */
function meantBy(found: unknown, words: readonly string[], zone: string | undefined) {
  if (typeof found !== 'string') return {};
  const meant = suggest(found, words) ?? meantInstant(found, zone);
  const local = withoutZone(found);
  return { meant, sketch: meant ?? (local && `${local}+01:00 or ${local}Z, as its zone is`) };
}

/** Why a value is refused, as the rest of a sentence; empty where that is plain to see. */
function reasonFor(issue: z.core.$ZodIssue, found: unknown): string {
  const kind = issue.code === 'invalid_type' ? kindOf(issue.expected) : undefined;
  if (kind) return `is not ${kind}`;
  if (found === '' || (Array.isArray(found) && found.length === 0)) return '';
  return excessOf(issue, found as string) ?? issue.message;
}

function wrongOrMissing(
  { file, schema, value, zone }: Refused,
  issue: z.core.$ZodIssue,
): SchemaFinding {
  const path = issue.path as Path;
  const found = valueAt(value, path);
  const at = describedAt(described(schema), path, value) ?? {};
  const words = 'options' in issue ? (issue.options as string[]) : wordsOf(at);
  const said = wordsFor(at);
  const saysEnough = exampleIn(at) !== undefined || said.length > 1;
  const form = words.length > 1 ? `one of ${listOf(words)}` : saysEnough ? '' : formOf(at);
  const expected =
    [...new Set([...said, form, boundOf(issue) ?? ''])]
      .filter((part) => part && part !== 'text')
      .join('; ') || 'text';
  const { meant, sketch = sketchOf(at) } = meantBy(found, words, zone);
  const isItem = typeof path.at(-1) === 'number';
  const key = path.findLast((step) => typeof step === 'string') ?? 'key';
  const isMissing = found === undefined || found === null;
  const why = isMissing ? '' : reasonFor(issue, found);
  const what = isMissing
    ? `“${nameOf(path)}” ${isItem ? 'says nothing' : 'is missing'}.`
    : `“${nameOf(path)}” is ${shown(found)}${why && `, which ${why}`}.${meant ? ` Did you mean “${meant}”?` : ''}`;
  return {
    rule: isMissing ? missingKey : wrongValue,
    place: { file, path },
    what,
    expected,
    write: `${key}: ${isItem ? `[${sketch}]` : sketch}`,
  };
}

function findingsOf(refused: Refused, issue: z.core.$ZodIssue): SchemaFinding[] {
  if (issue.code === 'unrecognized_keys') return unknownKeys(refused, issue);
  if (issue.code === 'invalid_key') return [wrongKey(refused, issue)];
  return [issue.path.length === 0 ? wrongFile(refused) : wrongOrMissing(refused, issue)];
}

/** What a schema finds wrong with the value of a file. */
export function schemaFindings(
  refused: Refused,
  issues: readonly z.core.$ZodIssue[],
): SchemaFinding[] {
  const all = issues.flatMap(nearest).flatMap((issue) => findingsOf(refused, issue));
  const misspelt = new Set(
    all.flatMap(({ rule, place, write }) =>
      rule === unknownKey ? placeName([...place.path.slice(0, -1), write.split(':')[0] ?? '']) : [],
    ),
  );
  return all.filter(
    ({ rule, place }) => rule !== missingKey || !misspelt.has(placeName(place.path)),
  );
}
