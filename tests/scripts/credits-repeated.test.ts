import { expect, test } from 'vitest';
import { repeatedRows } from '../../scripts/lib/credits/list/customers-repeated.ts';

const whole = { from: -Infinity, to: Infinity };
const about = (place: number, time = 0, covered = whole) => ({ place, time, covered });

test('ids that differ in one digit, for many services and regions, are all different', () => {
  const repeated = repeatedRows(100);
  let row = 1;
  for (let place = 0; place < 40; place++) {
    for (let id = 0; id < 10_000; id++)
      expect(repeated(String(id), ++row, about(place))).toBeUndefined();
  }
  for (let id = 0; id < 200_000; id++)
    expect(repeated(`ws_${String(id).padStart(8, '0')}`, ++row, about(0))).toBeUndefined();
  expect(repeated('1234', ++row, about(7))).toEqual({ row: 2 + 7 * 10_000 + 1234, wholly: true });
});

test('rows that follow each other in time are no repetition, rows that overlap are', () => {
  const repeated = repeatedRows(10);
  const span = (from: number, to: number) => ({ from, to });
  expect(repeated('a', 2, about(0, 1, span(0, 10)))).toBeUndefined();
  expect(repeated('a', 3, about(0, 2, span(10, 20)))).toBeUndefined();
  expect(repeated('a', 4, about(1, 1, span(0, 10)))).toBeUndefined();
  expect(repeated('a', 5, about(0, 3, span(19, 30)))).toEqual({ row: 3, wholly: false });
  expect(repeated('a', 6, about(0, 1, span(0, 10)))).toEqual({ row: 2, wholly: true });
});
