import { expect, test } from 'vitest';
import { repeatedRows } from '../../scripts/lib/credits/list/customers-repeated.ts';
import { numberedTexts } from '../../scripts/lib/credits/list/numbered-texts.ts';

const whole = { from: -Infinity, to: Infinity };
const about = (place: number, covered = whole) => ({ place, covered });

test('a row is repeated where customer, service and region are the same, and only there', () => {
  const repeated = repeatedRows();
  let row = 1;
  const found: unknown[] = [];
  for (let place = 0; place < 40; place++)
    for (let id = 0; id < 100; id++) found.push(repeated(String(id), ++row, about(place)));
  expect(found).toEqual(Array(4000).fill(undefined));
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
  const places = [0, 1, 2, 65_535, 65_536, 2 ** 31 - 1];
  const texts = Array.from({ length: 500 }, (_, index) => [
    String(index),
    `ws_${index}`,
    String.fromCharCode(index * 131),
    `\0${'😀'.repeat(index % 5)}${index % 7}`,
  ]).flat();
  const numberOf = numberedTexts();
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
});
