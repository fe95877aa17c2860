import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { plainPlaces } from '../../src/record/yaml/plain-places.ts';
import { plainValue } from '../../src/record/yaml/plain-value.ts';
import { splitFrontmatter } from '../../src/record/yaml/frontmatter.ts';
import { parseWithPlaces, parseYaml } from '../../src/record/yaml/source.ts';
import { allRules } from '../../src/record/rules.ts';
import type { Path } from '../../src/domain/findings/finding.ts';
import { edited } from '../support/edit.ts';
import { exampleFiles, mutant } from '../support/mutants.ts';
import { pathsIn } from '../support/values.ts';

const levels = 30;

/** The YAML in a file; nothing, if it has none. */
function yamlOf(file: string, text: string): string[] {
  if (file.endsWith('.yaml')) return [text];
  const parts = file.endsWith('.mdx') ? splitFrontmatter(text) : undefined;
  return parts && 'frontmatter' in parts ? [parts.frontmatter] : [];
}

/** Every way into a value, and those to what is missing there. */
const waysInto = (value: unknown): Path[] =>
  [[], ...pathsIn(value)].flatMap((path) => [path, [...path, 'missing'], [...path, 99]]);

/** What the quick parser understands, the one that knows places understands alike, and finds nothing wrong with; both say alike where it stands. */
function isAlike(text: string): boolean {
  const value = plainValue(text, levels);
  if (value === undefined) return true;
  const { findings, value: meant, locate } = parseWithPlaces('site.yaml', text);
  expect({ findings, value: meant }, text).toEqual({ findings: [], value });
  const quick = parseYaml('site.yaml', text);
  const places = (where: typeof locate) =>
    waysInto(value).flatMap((path) =>
      (['key', 'value'] as const).map((of) => {
        const { line, column } = where(path, of);
        return `${path.join('.')} (${of}): ${line}:${column}`;
      }),
    );
  expect(places(quick.locate), text).toEqual(places(locate));
  return true;
}

const example = exampleFiles();
const texts = [
  ...Object.entries({ ...exampleRecord, ...example }).flatMap(([file, text]) => yamlOf(file, text)),
  readFileSync('content/actions.lock.json', 'utf8'),
];

test('most files of the example are understood quickly', () => {
  const quick = texts.filter((text) => plainValue(text, levels) !== undefined);
  expect(quick.length / texts.length).toBeGreaterThan(0.9);
});

test('where something stands in most files of the example is worked out quickly', () => {
  const asked = texts.flatMap((text) => {
    const value = plainValue(text, levels);
    const places = value && plainPlaces(text);
    return places ? waysInto(value).map((path) => places(path, 'value')) : [];
  });
  expect(asked.filter((offset) => offset === undefined).length / asked.length).toBeLessThan(0.05);
});

test('what breaks a rule is read alike by both parsers', () => {
  const examples = allRules.flatMap(({ fires, passes }) => [...fires, ...passes]);
  const written = examples.flatMap((one) => yamlOf(one.file, edited(one)[one.file] ?? ''));
  expect([...new Set(written)].every(isAlike)).toBe(true);
});

test('records with slips are read alike by both parsers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const { file, files } = mutant(seed, example);
      return yamlOf(file, files[file] ?? '').every(isAlike);
    }),
    { numRuns: 300 },
  );
});

/** What means something in YAML, or did in an earlier one, or looks as if it did. */
const bits = [
  ...[
    ':',
    ': ',
    ' :',
    '#',
    ' #',
    '-',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '|',
    '>',
    '>-',
    '>+',
    ',',
  ],
  ...[
    ', ',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n ',
    '\n  ',
    '\\',
    '\\n',
    '!',
    '&',
    '*',
    '%',
    '@',
    '`',
    '?',
    '? ',
  ],
  ...[
    '~',
    '=',
    '<<',
    '<<: ',
    '\t',
    '\r',
    '\u00a0',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u0007',
    'é',
    '🚢',
  ],
  ...[
    '0',
    '1_0',
    '0b1',
    '0o7',
    '010',
    '0x1f',
    '1e3',
    '.5',
    '+1',
    '1:20',
    '2026-01-01',
    'yes',
    'null',
    'True',
  ],
  ...[
    '---\n',
    '...\n',
    '""',
    "''",
    '{}',
    '[]',
    '\\x41',
    '\\uD800',
    '\\U00110000',
    'a: b',
    '- a',
    '-\n',
    'a:\n',
  ],
  ...[
    '__proto__: 1',
    'constructor: 2',
    '1: 2',
    'null: 3',
    '[a]: b',
    '{a: b}: c',
    '"a": b',
    '"a":b',
    '? a\n: b\n',
  ],
];

const slip = fc.record({
  at: fc.nat(),
  gone: fc.nat({ max: 6 }),
  bit: fc.constantFrom('', ...bits),
});

test('texts with characters that mean something are read alike by both parsers', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(slip, { minLength: 1, maxLength: 3 }),
      (text, slips) =>
        isAlike(
          slips.reduce((rest, { at, gone, bit }) => {
            const from = at % (rest.length + 1);
            return rest.slice(0, from) + bit + rest.slice(from + gone);
          }, text),
        ),
    ),
    { numRuns: 500 },
  );
});
