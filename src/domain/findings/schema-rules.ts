import type { z } from 'zod';
import type { Path, Place } from './finding.ts';
import type { Problem, Rule } from './rule.ts';
import { documented, keysOf, meantKey, nodeOf, schemaAt, valueAt, wordsOf } from './schema-node.ts';
import { listOf, suggest } from './suggest.ts';

export const unknownKey: Rule = {
  code: 'unknown-key',
  level: 'error',
  serves: 'true',
  because: 'A key that Ownup does not know is a key that no page shows. Nearly always it is a typing error, and what was meant is missing.',
  fires: [
    { title: 'a typing error', file: 'incidents/late-webhooks.yaml', replace: 'workaround:', by: 'workarround:' },
    {
      title: 'a key of another kind',
      file: 'incidents/late-webhooks.yaml',
      replace: 'severity: major',
      by: 'severity: major\nannounced: 2026-01-16T09:00:00Z',
    },
    { title: 'a typing error in a list', file: 'postmortems/late-webhooks.mdx', replace: 'done_when:', by: 'done_wen:' },
  ],
  passes: [{ title: 'a comment', file: 'incidents/late-webhooks.yaml', replace: 'severity: major', by: '# not final\nseverity: major' }],
};

export const missingKey: Rule = {
  code: 'missing-key',
  level: 'error',
  serves: 'true',
  because:
    'Some facts are needed before a page can be true. An action without an owner, a due date or a test that it is done is a wish and not a promise.',
  fires: [
    { title: 'an incident without a title', file: 'incidents/late-webhooks.yaml', replace: 'title: Webhooks arrived late\n', by: '' },
    { title: 'an action without an owner', file: 'postmortems/late-webhooks.mdx', replace: '    owner: delivery-team\n', by: '' },
    { title: 'an action without a due date', file: 'postmortems/late-webhooks.mdx', replace: '    due: 2026-02-01\n', by: '' },
    {
      title: 'an action that nobody can tell to be done',
      file: 'postmortems/late-webhooks.mdx',
      replace: '    done_when: A change that sets 20 fails its checks.\n',
      by: '',
    },
    { title: 'an empty value', file: 'incidents/late-webhooks.yaml', replace: 'severity: major', by: 'severity:' },
  ],
  passes: [{ title: 'an optional key left out', file: 'incidents/late-webhooks.yaml', replace: 'workaround: none\n', by: '' }],
};

export const wrongValue: Rule = {
  code: 'wrong-value',
  level: 'error',
  serves: 'true',
  because:
    'A value that has the wrong form would show nothing, or something else than what was meant. A time without its zone is a different time to each reader.',
  fires: [
    {
      title: 'a word that is not one of the choices',
      file: 'incidents/late-webhooks.yaml',
      replace: 'status: partial_outage',
      by: 'status: partial',
    },
    {
      title: 'a time without its zone',
      file: 'incidents/late-webhooks.yaml',
      replace: 'at: 2026-01-17T09:31:00Z',
      by: 'at: 2026-01-17T09:31:00',
    },
    {
      title: 'a day that the calendar does not have',
      file: 'postmortems/late-webhooks.mdx',
      replace: 'due: 2026-02-01',
      by: 'due: 2026-02-30',
    },
    { title: 'a share in percent', file: 'incidents/late-webhooks.yaml', replace: 'share: 0.4', by: 'share: 40' },
    {
      title: 'more that were affected than there are',
      file: 'postmortems/late-webhooks.mdx',
      replace: 'count: 1240, of: 3100',
      by: 'count: 5240, of: 3100',
    },
    { title: 'a language that nobody speaks', file: 'site.yaml', replace: 'name: Ferry', by: 'name: Ferry\nlanguage: xx-YY' },
    {
      title: 'a promise for the same moment',
      file: 'site.yaml',
      replace: 'level: major, means',
      by: 'level: major, update_every: PT0S, means',
    },
    {
      title: 'text where a list belongs',
      file: 'postmortems/late-webhooks.mdx',
      replace: 'incidents: [late-webhooks]',
      by: 'incidents: late-webhooks',
    },
  ],
  passes: [
    { title: 'an unknown end', file: 'incidents/late-webhooks.yaml', replace: 'to: 2026-01-17T10:01:00Z', by: 'to: unknown' },
    {
      title: 'a language that the interface does not speak',
      file: 'site.yaml',
      replace: 'name: Ferry',
      by: 'name: Ferry\nlanguage: pt-BR',
    },
    { title: 'all that there are', file: 'postmortems/late-webhooks.mdx', replace: 'count: 1240, of: 3100', by: 'count: 3100, of: 3100' },
  ],
};

export const schemaRules: readonly Rule[] = [unknownKey, missingKey, wrongValue];

const nameOf = (path: Path): string =>
  path.reduce<string>((name, step) => (typeof step === 'number' ? `${name}[${step + 1}]` : name ? `${name}.${step}` : step), '');

/** In `{ a: one, two }` the comma ends the text, and the rest of it becomes a key without a value. */
const restOfText = (key: string, value: unknown): boolean => value === null && key.includes(' ');
const quoteIt = 'If this is the rest of a text with a comma in it, put the whole text in quotes.';

function unknownKeyProblems(file: string, issue: z.core.$ZodIssueUnrecognizedKeys, root: z.ZodType, value: unknown): Problem[] {
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

const kinds: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'keys and values',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const shown = (value: unknown): string =>
  typeof value === 'string'
    ? `“${value.slice(0, 60)}”`
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'a group of keys'
        : String(value);

function valueProblem(file: string, issue: z.core.$ZodIssue, root: z.ZodType, value: unknown): { rule: Rule; problem: Problem } {
  const path = issue.path as Path;
  const found = valueAt(value, path);
  const node = schemaAt(nodeOf(root), path, value);
  const name = nameOf(path) || 'the file';
  const key = path.findLast((step) => typeof step === 'string') ?? '';
  const { descriptions, example } = node ? documented(node) : { descriptions: [], example: undefined };
  const words = 'options' in issue ? (issue.options as string[]) : node ? wordsOf(node) : [];
  const place: Place = { file, path };
  const expected = [...descriptions, ...(words.length ? [`one of ${listOf(words)}`] : [])].join('; ') || issue.message;
  const meant = typeof found === 'string' ? suggest(found, words) : undefined;
  const write = `${key || 'key'}: ${meant ?? example ?? '…'}`;
  if (found === undefined || found === null)
    return { rule: missingKey, problem: { place, what: `“${name}” is missing.`, expected, write } };
  const kind = issue.code === 'invalid_type' ? kinds[issue.expected] : undefined;
  const trouble = issue.code === 'custom' || issue.code === 'too_small' ? '' : kind ? `, which is not ${kind}` : '';
  const said = issue.code === 'custom' && /^(is|has|names|spans) /.test(issue.message) ? `, which ${issue.message}` : '';
  return {
    rule: wrongValue,
    problem: { place, what: `“${name}” is ${shown(found)}${trouble}${said}.${meant ? ` Did you mean “${meant}”?` : ''}`, expected, write },
  };
}

/** Of a value that fits none of several forms, what is wrong with the form it comes nearest to. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const entered = issue.errors.filter((errors) => errors.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'));
  const [best] = entered.sort((a, b) => a.length - b.length);
  return best ? best.flatMap((inner) => nearest({ ...inner, path: [...issue.path, ...inner.path] })) : [issue];
}

const placeName = (path: Path): string => path.join('/');

/** What `schema` finds wrong with `value`, the content of `file`. */
export function schemaProblems(
  file: string,
  schema: z.ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): { rule: Rule; problem: Problem }[] {
  const all = issues
    .flatMap(nearest)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? unknownKeyProblems(file, issue, schema, value).map((problem) => ({ rule: unknownKey, problem }))
        : [valueProblem(file, issue, schema, value)],
    );
  const misspelt = new Set(
    all.flatMap(({ rule, problem: { place, write } }) =>
      rule === unknownKey ? placeName([...place.path.slice(0, -1), write.split(':')[0] ?? '']) : [],
    ),
  );
  return all.filter(({ rule, problem }) => rule !== missingKey || !misspelt.has(placeName(problem.place.path)));
}
