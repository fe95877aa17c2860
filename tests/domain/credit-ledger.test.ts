import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Basis } from '../../src/domain/credits/ledger/entry.ts';
import { sharedPart } from '../../src/domain/credits/ledger/overlap.ts';
import { countsInYear, yearlyCap } from '../../src/domain/credits/ledger/year-cap.ts';
import { exactly } from '../../src/domain/credits/exact/fraction.ts';
import { periodWith } from '../../src/domain/credits/policy/period.ts';
import { aPolicy } from '../support/credits.ts';
import { settled } from '../../src/domain/credits/ledger/settlement.ts';
import { instantText } from '../../src/domain/time.ts';

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });

/** What is granted in all after runs that owe these amounts, one after the other. */
const grantedAfter = (owed: readonly bigint[]): bigint =>
  owed.reduce((granted, one) => granted + settled({ owed: one, granted, elsewhere: 0n }).now, 0n);

test('recorded twice grants once, and a correction and its reversal sum to nothing', () => {
  fc.assert(
    fc.property(amount, amount, (owed, corrected) => {
      expect(grantedAfter([owed, owed])).toBe(owed);
      expect(grantedAfter([owed, corrected, owed])).toBe(owed);
      expect(grantedAfter([owed, 0n])).toBe(0n);
    }),
  );
});

test.each([
  [
    { owed: 5n, granted: 0n, elsewhere: 0n },
    { change: 'new', due: 5n, now: 5n },
  ],
  [
    { owed: 5n, granted: 5n, elsewhere: 0n },
    { change: 'unchanged', due: 5n, now: 0n },
  ],
  [
    { owed: 7n, granted: 5n, elsewhere: 0n },
    { change: 'changed', due: 7n, now: 2n },
  ],
  [
    { owed: 0n, granted: 5n, elsewhere: 0n },
    { change: 'withdrawn', due: 0n, now: -5n },
  ],
  [
    { owed: 7n, granted: 0n, elsewhere: 5n },
    { change: 'new', due: 2n, now: 2n },
  ],
  [
    { owed: 7n, granted: 0n, elsewhere: 9n },
    { change: 'unchanged', due: 0n, now: 0n },
  ],
  [
    { owed: 7n, granted: 0n, elsewhere: 1n, left: 4n },
    { change: 'new', due: 4n, now: 4n, overYear: 2n },
  ],
  [
    { owed: 7n, granted: 6n, elsewhere: 0n, left: -1n },
    { change: 'withdrawn', due: 0n, now: -6n, overYear: 7n },
  ],
])('%o', (figures, wanted) => {
  expect(settled(figures)).toEqual({ overYear: 0n, ...wanted });
});

test('in whatever order periods are run, and run again, a year never brings more than its cap, and all of it where that much is owed', () => {
  const runs = fc.array(fc.tuple(fc.nat({ max: 3 }), amount), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(runs, amount, (all, cap) => {
      const granted = [0n, 0n, 0n, 0n];
      const sum = (): bigint => granted.reduce((a, b) => a + b);
      for (const [period, owed] of all) {
        const own = granted[period] ?? 0n;
        const left = cap - (sum() - own);
        const { now } = settled({ owed, granted: own, elsewhere: 0n, left });
        granted[period] = own + now;
        expect(sum() <= cap).toBe(true);
        expect(granted[period]).toBe(owed < left ? owed : left);
      }
    }),
  );
});

test('a year begins on its day, and a period is in the year in which it begins', () => {
  const policy = aPolicy({ cap_per_year: { percent: 50, begins: '04-01' } });
  const inYear = (first: string, earlier: string): boolean =>
    countsInYear(policy, periodWith(policy.period, Temporal.PlainDate.from(first)), {
      policy: policy.id,
      from: earlier,
    });
  expect([
    inYear('2026-04-01', '2026-03-01'),
    inYear('2026-04-01', '2026-04-01'),
    inYear('2026-03-01', '2025-04-01'),
    inYear('2026-03-01', '2026-04-01'),
    inYear('2026-03-01', '2025-03-01'),
  ]).toEqual([false, true, true, false, false]);
});

test.each([
  ['period', '1200'],
  ['month', '1200'],
  ['quarter', '400'],
  ['year', '100'],
] as const)('a cap of the whole fee of a year, where the fee is for a %s', (feeFor, wanted) => {
  const policy = aPolicy({
    base: { fee_for: feeFor },
    cap_per_year: { percent: 100, begins: '01-01' },
  });
  const period = periodWith(policy.period, Temporal.PlainDate.from('2026-02-01'));
  expect(yearlyCap(policy, period, exactly(100))?.toString()).toBe(wanted);
});

const basis = (
  downtime: readonly (readonly [number, number])[],
  more: Partial<Basis> = {},
): Basis => ({
  policy: 'uptime',
  version: '2025-01-01',
  from: '2026-01-01',
  to: '2026-01-31',
  currency: 'EUR',
  adds: false,
  service: 'api',
  region: '',
  postmortems: [],
  downtime: downtime.map(([from, to]) => [instantText(from * 1000), instantText(to * 1000)]),
  ...more,
});

test.each([
  ['the same downtime', basis([[0, 10]]), basis([[0, 10]]), '1'],
  ['none of it', basis([[0, 10]]), basis([[10, 20]]), '0'],
  ['half of it', basis([[5, 30]]), basis([[0, 10]]), '1/2'],
  ['another currency', basis([[0, 10]]), basis([[0, 10]], { currency: 'USD' }), '0'],
  ['another policy', basis([[0, 10]]), basis([[0, 10]], { policy: 'other' }), '1'],
  [
    'another policy, and both are added',
    basis([[0, 10]], { adds: true }),
    basis([[0, 10]], { policy: 'other', adds: true }),
    '0',
  ],
  [
    'goodwill for the same account',
    basis([], { policy: null, postmortems: ['a'] }),
    basis([], { policy: null, postmortems: ['a', 'b'] }),
    '1',
  ],
])('%s', (_, next, earlier, part) => {
  expect(sharedPart(next, earlier).toString()).toBe(part);
});

test('what is shared with the two parts of a run is what is shared with the whole', () => {
  const moment = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(moment, moment, moment, moment, moment, (a, b, c, d, cut) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
      const next = basis([[Math.min(c, d), Math.max(c, d) + 1]]);
      const whole = basis([[from, to]]);
      const middle = Math.min(Math.max(cut, from), to);
      const parts = basis([
        [from, middle],
        [middle, to],
      ]);
      expect(sharedPart(next, parts).equals(sharedPart(next, whole))).toBe(true);
    }),
  );
});
