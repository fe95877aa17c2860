import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeatedRows } from '../../scripts/lib/credits/list/customers-repeated.ts';
import { numberedTexts } from '../../scripts/lib/credits/list/numbered-texts.ts';

const whole = { from: -Infinity, to: Infinity };
const about = (place: number, covered = whole) => ({ place, covered });

test('a row is repeated where customer, service and region are the same, and only there', () => {
  const repeated = repeatedRows();
  let row = 1;
  for (let place = 0; place < 40; place++) {
    for (let id = 0; id < 100; id++)
      expect(repeated(String(id), ++row, about(place))).toBeUndefined();
  }
  expect(repeated('34', ++row, about(7))).toEqual({ row: 2 + 7 * 100 + 34, wholly: true });
});

test('rows that follow each other in time are no repetition, rows that overlap are', () => {
  const repeated = repeatedRows();
  const span = (from: number, to: number) => ({ from, to });
  expect(repeated('a', 2, about(0, span(0, 10)))).toBeUndefined();
  expect(repeated('a', 3, about(0, span(10, 20)))).toBeUndefined();
  expect(repeated('a', 4, about(1, span(0, 10)))).toBeUndefined();
  expect(repeated('a', 5, about(0, span(19, 30)))).toEqual({ row: 3, wholly: false });
  expect(repeated('a', 6, about(0, span(0, 10)))).toEqual({ row: 2, wholly: true });
});

test('texts are numbered as a Map would number them', () => {
  const text = fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: 'binary', maxLength: 2 }));
  const pair = fc.tuple(fc.oneof(fc.nat(3), fc.nat(2 ** 31 - 1)), text);
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 600, size: 'max' }), (pairs) => {
      const numberOf = numberedTexts();
      const known = new Map<string, number>();
      for (const [of, each] of [...pairs, ...pairs]) {
        const key = `${of} ${each}`;
        if (!known.has(key)) known.set(key, known.size);
        expect(numberOf(of, each)).toBe(known.get(key));
      }
    }),
    { numRuns: 20 },
  );
});
