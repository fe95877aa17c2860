import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import { credits } from '../../src/domain/credits/policy/policy.ts';
import { isWithin, type Path } from '../../src/domain/findings/finding.ts';
import { salvage } from '../../src/domain/findings/schema/salvage.ts';
import { incident } from '../../src/domain/incident.ts';
import { postmortem } from '../../src/domain/postmortem.ts';
import { services } from '../../src/domain/service.ts';
import { site } from '../../src/domain/site.ts';
import { findingsIn } from '../support/reading.ts';
import {
  changed,
  factFiles,
  factsIn,
  frontmatterOf,
  isObject,
  pathsIn,
  withFacts,
} from '../support/values.ts';

const schemas: Readonly<Record<string, z.ZodType>> = {
  'site.yaml': site,
  'services.yaml': services,
  'credits.yaml': credits,
};
const schemaOf = (file: string): z.ZodType =>
  schemas[file] ?? (file.startsWith('incidents/') ? incident : postmortem);

const awkward = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<<',
  '',
  '0',
  'kind',
  'at',
  'id',
].map((key) => JSON.parse(`{ ${JSON.stringify(key)}: "x" }`) as unknown);
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    ...awkward,
    [],
    {},
    null,
    '2026-02-30T00:00:00Z',
    '2026-01-17',
    'unknown',
    'api',
    1e308,
    -0,
  ),
);

type Edit = (holder: Record<string | number, unknown>, step: string | number) => void;
const someEdit: fc.Arbitrary<Edit> = fc.oneof(
  anything.map(
    (value): Edit =>
      (holder, step) =>
        (holder[step] = value),
  ),
  fc.constant<Edit>((holder, step) =>
    Array.isArray(holder) ? void holder.splice(Number(step), 1) : delete holder[step],
  ),
  fc
    .tuple(fc.constantFrom('titel', 'x', 'constructor', '__proto__', 'from'), anything)
    .map(([key, value]): Edit => (holder) => {
      if (!Array.isArray(holder))
        Object.defineProperty(holder, key, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
    }),
  fc.constant<Edit>((holder, step) => (holder[step] = [holder[step]])),
  fc.constant<Edit>((holder, step) => (holder[step] = { [step]: holder[step] })),
);

/** A file of the model and its facts after one to four edits anywhere in them. */
const edits = fc.array(fc.tuple(fc.nat(), someEdit), { minLength: 1, maxLength: 4 });
const someDamage = fc.tuple(fc.constantFrom(...factFiles), edits).map(([file, damage]) => {
  const facts = damage.reduce<unknown>((value, [place, edit]) => {
    const paths = pathsIn(value);
    return paths.length ? changed(value, paths[place % paths.length] ?? [], edit) : value;
  }, factsIn(file));
  return { file, facts };
});

/** A value without objects in it, by its way; times and days as text. */
function leaves(value: unknown, path: Path = []): [Path, string][] {
  if (!isObject(value) || 'epochMilliseconds' in value || 'calendarId' in value)
    return [[path, String(value)]];
  return Object.entries(value).flatMap(([step, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(step) : step]),
  );
}

describe('whatever stands in a file', () => {
  test('something can be made of it, and what is valid is left as it is', () => {
    fc.assert(
      fc.property(someDamage, ({ file, facts }) => {
        const parsed = schemaOf(file).safeParse(facts);
        const salvaged = salvage(schemaOf(file), facts);
        expect(salvaged).toBeDefined();
        if (parsed.success) expect(salvaged).toEqual({ value: parsed.data, guesses: [] });
        else expect(salvaged?.value).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  test('reading it never fails, and whatever the schema refuses is an error at a place in the file', () => {
    fc.assert(
      fc.property(someDamage, ({ file, facts }) => {
        const files = withFacts(file, facts);
        const found = findingsIn(files).filter((finding) => finding.file === file);
        const lines = (files[file] ?? '').split('\n');
        for (const { line, column, what, expected, write } of found) {
          expect(`${what} ${expected} ${write}`).not.toMatch(
            /Invalid|received|Too (big|small)|Unrecognized|undefined/,
          );
          expect(line).toBeGreaterThanOrEqual(1);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        }
        let written: unknown;
        try {
          written = parse(frontmatterOf(files[file] ?? ''));
        } catch {
          written = undefined;
        }
        const refused = !schemaOf(file).safeParse(written).success;
        expect(refused && !found.some(({ level }) => level === 'error')).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

test('what one wrong value leaves of the others is what they were', () => {
  for (const file of factFiles) {
    const schema = schemaOf(file);
    const whole = leaves(schema.parse(factsIn(file)));
    for (const path of pathsIn(factsIn(file))) {
      const salvaged = salvage(
        schema,
        changed(factsIn(file), path, (holder, step) => (holder[step] = { '?': 1 })),
      );
      const left = new Map(leaves(salvaged?.value).map(([way, leaf]) => [way.join('/'), leaf]));
      const lost = whole.filter(
        ([way, leaf]) => !isWithin(way, path) && left.get(way.join('/')) !== leaf,
      );
      expect(
        lost.filter(([way]) => !salvaged?.guesses.some((guess) => isWithin(way, guess))),
      ).toEqual([]);
      expect(
        salvaged?.guesses.filter((guess) => !isWithin(guess, path) && !isWithin(path, guess)),
      ).toEqual([]);
    }
  }
});
