import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Amounts } from '../../scripts/lib/credits/list/column.ts';
import { repeatedRows } from '../../scripts/lib/credits/list/customers-repeated.ts';

test('sums of amounts are exact, whatever their length and sign, and nothing is nothing', () => {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  const amount = fc.oneof(
    fc.bigInt({ min: -9n, max: 9n }),
    fc.constantFrom(most, -most, most + 1n, -most - 1n, 10n ** 18n, -(10n ** 18n)),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 2 }), amount)), (added) => {
      const sums = [0n, 0n, 0n];
      const amounts = new Amounts();
      for (const [place, more] of added) {
        amounts.add(place, more);
        sums[place] = (sums[place] ?? 0n) + more;
        expect(amounts.get(place)).toBe(sums[place]);
        expect(amounts.isZero(place)).toBe(sums[place] === 0n);
      }
    }),
  );
});

test('a row is repeated where an earlier one of its charge covers a part of its time', () => {
  const time = fc
    .tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 3 }))
    .map(([from, length]) => ({ from, to: from + length }));
  const rows = fc.array(fc.tuple(fc.nat({ max: 2 }), time), { maxLength: 30 });
  fc.assert(
    fc.property(rows, (all) => {
      const repeated = repeatedRows();
      const kept: { charge: number; from: number; to: number; row: number }[] = [];
      for (const [at, [charge, { from, to }]] of all.entries()) {
        const row = at + 2;
        const found = kept.find((one) => one.charge === charge && one.from < to && from < one.to);
        expect(repeated(charge, row, { from, to })).toEqual(
          found && { row: found.row, wholly: found.from === from && found.to === to },
        );
        if (!found) kept.push({ charge, from, to, row });
      }
    }),
  );
});
