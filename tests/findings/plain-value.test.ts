import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { plainValue } from '../../src/record/yaml/plain-value.ts';
import { splitFrontmatter } from '../../src/record/yaml/frontmatter.ts';
import { parseWithPlaces } from '../../src/record/yaml/source.ts';
import { allRules } from '../../src/record/rules.ts';
import { edited } from '../support/edit.ts';
import { exampleFiles, mutant } from '../support/mutants.ts';

const levels = 30;

/** The YAML in a file; nothing, if it has none. */
function yamlOf(file: string, text: string): string[] {
  if (file.endsWith('.yaml')) return [text];
  const parts = file.endsWith('.mdx') ? splitFrontmatter(text) : undefined;
  return parts && 'frontmatter' in parts ? [parts.frontmatter] : [];
}

/** What the quick parser understands, the one that knows places understands alike, and finds nothing wrong with. */
function isAlike(text: string): boolean {
  const value = plainValue(text, levels);
  if (value === undefined) return true;
  const { findings, value: meant } = parseWithPlaces('site.yaml', text);
  expect({ findings, value: meant }, text).toEqual({ findings: [], value });
  return true;
}

const example = exampleFiles();
const texts = Object.entries({ ...exampleRecord, ...example }).flatMap(([file, text]) =>
  yamlOf(file, text),
);

test('most files of the example are understood quickly', () => {
  const quick = texts.filter((text) => plainValue(text, levels) !== undefined);
  expect(quick.length / texts.length).toBeGreaterThan(0.9);
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
