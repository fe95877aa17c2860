import { expect, test } from 'vitest';
import { numberedCharges } from '../../scripts/lib/credits/list/charges.ts';
import { repeatedRows } from '../../scripts/lib/credits/list/customers-repeated.ts';
import { numberedTexts } from '../../scripts/lib/credits/list/numbered-texts.ts';

const whole = { from: -Infinity, to: Infinity };

test('a row is repeated where the charge is the same, and only there', () => {
  const charges = numberedCharges();
  const repeated = repeatedRows();
  let row = 1;
  const found: unknown[] = [];
  for (let region = 0; region < 40; region++)
    for (let id = 0; id < 100; id++) {
      const place = charges.place('api', String(region));
      found.push(repeated(charges.charge(place, String(id), ''), ++row, whole));
    }
  expect(found).toEqual(Array(4000).fill(undefined));
  const known = charges.charge(charges.place('api', '7'), '34', '');
  expect(repeated(known, ++row, whole)).toEqual({ row: 2 + 7 * 100 + 34, wholly: true });
  expect(charges.what(known)).toEqual({ id: '34', line: '', service: 'api', region: '7' });
});

test('rows that follow each other in time are no repetition, rows that overlap are', () => {
  const repeated = repeatedRows();
  const span = (from: number, to: number) => ({ from, to });
  expect(repeated(0, 2, span(0, 10))).toBeUndefined();
  expect(repeated(0, 3, span(10, 20))).toBeUndefined();
  expect(repeated(1, 4, span(0, 10))).toBeUndefined();
  expect(repeated(0, 5, span(19, 30))).toEqual({ row: 3, wholly: false });
  expect(repeated(0, 6, span(0, 10))).toEqual({ row: 2, wholly: true });
});

test('texts are numbered as a Map would number them', () => {
  const places = [0, 1, 2, 65_535, 65_536, 2 ** 31 - 1];
  const texts = Array.from({ length: 500 }, (_, index) => [
    String(index),
    `ws_${index}`,
    String.fromCharCode(index * 131),
    `\0${'😀'.repeat(index % 5)}${index % 7}`,
  ]).flat();
  const { numberOf, pairOf, count } = numberedTexts();
  const known = new Map<string, number>();
  const wanted: number[] = [];
  const found: number[] = [];
  for (const text of [...texts, ...texts])
    for (const place of places) {
      const key = `${place} ${text}`;
      if (!known.has(key)) known.set(key, known.size);
      wanted.push(known.get(key) ?? -1);
      found.push(numberOf(place, text));
    }
  expect(found).toEqual(wanted);
  expect(
    Array.from({ length: count() }, (_, number) => pairOf(number)).map(
      ({ of, text }) => `${of} ${text}`,
    ),
  ).toEqual([...known.keys()]);
});
