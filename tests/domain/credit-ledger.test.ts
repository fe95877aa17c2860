import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Basis } from '../../src/domain/credits/ledger/entry.ts';
import { sharedPart } from '../../src/domain/credits/ledger/overlap.ts';
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
])('%o', (figures, wanted) => {
  expect(settled(figures)).toEqual(wanted);
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
