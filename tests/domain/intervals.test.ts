import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Interval,
  clip,
  contains,
  isEmpty,
  subtract,
  totalLength,
  union,
} from '../../src/domain/time.ts';

const end = 40;
const interval = fc.record({
  from: fc.integer({ min: 0, max: end }),
  to: fc.integer({ min: 0, max: end }),
});
const intervals = fc.array(interval, { maxLength: 12 });

/** Every moment that intervals cover, one by one: slow and beyond doubt. */
const moments = (found: readonly Interval[]): number[] =>
  Array.from({ length: end + 1 }, (_, at) => at).filter((at) =>
    found.some(({ from, to }) => from <= at && at < to),
  );

const isTidy = (found: readonly Interval[]): boolean =>
  found.every(
    ({ from, to }, index) =>
      from < to && (index === 0 || (found[index - 1]?.to ?? Infinity) < from),
  );

test('a union covers the same moments as its intervals, in order, apart from each other, and stays as it is when united again', () => {
  fc.assert(
    fc.property(intervals, (some) => {
      const joined = union(some);
      expect(moments(joined)).toEqual(moments(some));
      expect(isTidy(joined)).toBe(true);
      expect(union(joined)).toEqual(joined);
      expect(totalLength(joined)).toBe(moments(some).length);
    }),
  );
});

test('a union does not depend on the order of its intervals and changes none of them', () => {
  fc.assert(
    fc.property(intervals, (some) => {
      const before = structuredClone(some);
      expect(union([...some].reverse())).toEqual(union(some));
      expect(some).toEqual(before);
    }),
  );
});

test('what is subtracted and what is left share no moment and together are the whole', () => {
  fc.assert(
    fc.property(intervals, intervals, (some, holes) => {
      const left = subtract(some, holes);
      const cut = moments(some).filter((at) => moments(holes).includes(at));
      expect(isTidy(left)).toBe(true);
      expect(moments(left)).toEqual(moments(some).filter((at) => !cut.includes(at)));
      expect(totalLength(left) + cut.length).toBe(totalLength(union(some)));
    }),
  );
});

test('cutting an interval at a moment gives two parts that make up the whole', () => {
  fc.assert(
    fc.property(interval, fc.integer({ min: 0, max: end }), (whole, at) => {
      const parts = [clip(whole, { from: 0, to: at }), clip(whole, { from: at, to: end })];
      expect(union(parts)).toEqual(union([whole]));
      expect(
        moments(parts.slice(0, 1)).filter((moment) => moments(parts.slice(1)).includes(moment)),
      ).toEqual([]);
    }),
  );
});

test('an interval contains its first moment and not its last', () => {
  expect(contains({ from: 5, to: 7 }, 4)).toBe(false);
  expect(contains({ from: 5, to: 7 }, 5)).toBe(true);
  expect(contains({ from: 5, to: 7 }, 6)).toBe(true);
  expect(contains({ from: 5, to: 7 }, 7)).toBe(false);
});

test('intervals that only touch are joined, and empty or inverted ones are nothing', () => {
  expect(
    union([
      { from: 5, to: 7 },
      { from: 1, to: 5 },
    ]),
  ).toEqual([{ from: 1, to: 7 }]);
  expect(
    union([
      { from: 5, to: 5 },
      { from: 9, to: 2 },
    ]),
  ).toEqual([]);
  expect(isEmpty({ from: 5, to: 5 })).toBe(true);
  expect(isEmpty({ from: 5, to: 6 })).toBe(false);
});
