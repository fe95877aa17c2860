import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PromiseState } from '../../src/domain/promises/promises.ts';
import { outcomes, tallyOf } from '../../src/domain/promises/tally.ts';
import { openAfterAYear } from '../../src/domain/promises/open-after-a-year.ts';
import { byQuarter } from '../../src/domain/quarter.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { day } from '../support/moments.ts';

const on = day('2026-02-01');
const standings: readonly PromiseState[] = [
  { state: 'kept', days: 0, on, by: 'issue' },
  { state: 'kept', days: 3, on, by: 'company' },
  { state: 'kept', days: undefined, on, by: 'company' },
  { state: 'undated' },
  { state: 'due', days: 3 },
  { state: 'late', days: 3 },
  { state: 'dropped', reason: 'not_planned', on },
  { state: 'unverified', days: 3, since: undefined },
];

describe('the tally', () => {
  test('tells a promise kept on time from one that was kept late', () => {
    expect(tallyOf(standings.slice(0, 2).map((standing) => ({ standing })))).toEqual([
      ['kept_on_time', 1],
      ['kept_late', 1],
    ]);
  });

  test('counts each promise once, in one order, and leaves out what is none', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...standings)), (found) => {
        const tally = tallyOf(found.map((standing) => ({ standing })));
        expect(tally.reduce((sum, [, count]) => sum + count, 0)).toBe(found.length);
        expect(tally.every(([, count]) => count > 0)).toBe(true);
        const order = tally.map(([outcome]) => outcomes.indexOf(outcome));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });
});

describe('quarters', () => {
  test.each([
    ['2026-01-01', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 2],
    ['2026-12-31', 4],
  ])('%s lies in quarter %i', (text, quarter) => {
    expect(byQuarter([day(text)], (one) => one)).toMatchObject([{ year: 2026, quarter }]);
  });

  test('hold each item once, the latest quarter first', () => {
    const days = fc
      .integer({ min: 0, max: 4000 })
      .map((past) => day('2026-12-31').subtract({ days: past }));
    fc.assert(
      fc.property(fc.array(days), (items) => {
        const quarters = byQuarter(items, (one) => one);
        expect(quarters.flatMap((each) => each.items).length).toBe(items.length);
        const names = quarters.map(({ year, quarter }) => year * 4 + quarter);
        expect(names).toEqual([...new Set(names)].sort((a, b) => b - a));
      }),
    );
  });
});

describe('an account, published on 20 January 2026,', () => {
  const { record } = readRecord(filesInMemory(exampleRecord), Date.parse('2028-01-01T00:00:00Z'));
  if (!record) throw new Error('The example record has errors.');
  const openOn = (moment: string): number => {
    const index = indexRecord(record, Date.parse(moment));
    return index.postmortems.flatMap((one) => openAfterAYear(index, one)).length;
  };

  test.each([
    ['2027-01-19T23:59:00Z', 0],
    ['2027-01-20T00:00:00Z', 1],
    ['2027-06-01T00:00:00Z', 1],
  ])('says at %s of %i promises that they are still open', (moment, open) => {
    expect(openOn(moment)).toBe(open);
  });
});
