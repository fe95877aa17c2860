import { expect, test } from 'vitest';
import { currencyDecimals, moneyText, readDecimal } from '../../src/domain/credits/money.ts';
import { roundedQuotient } from '../../src/domain/credits/quotient.ts';
import { askedName, askedPeriod, periodAsked, periodLengths, periodName, periodWith } from '../../src/domain/credits/period.ts';
import { totalRounding } from '../../src/domain/credits/rounding.ts';
import { versionsInForce } from '../../src/domain/credits/version.ts';
import { goodwillAmount, policyCredit, stacked } from '../../src/domain/credits/credits.ts';
import { exactly, Fraction, ratio } from '../../src/domain/credits/fractions.ts';
import { aPolicy, anOutageOf, assessed, down, untiered } from '../support/credits.ts';
import { day } from '../support/moments.ts';

test('decimals are taken as they are written', () => {
  expect(exactly(99.95).toFraction()).toBe('1999/20');
  expect(exactly(0.1).add(exactly(0.2)).equals(exactly(0.3))).toBe(true);
  expect(exactly(1e-7).toFraction()).toBe('1/10000000');
});

test('currencies have the decimals of ISO 4217', () => {
  expect(['EUR', 'JPY', 'KWD', 'HUF', 'IQD', 'CLF', 'ISK'].map(currencyDecimals)).toEqual([2, 0, 3, 2, 3, 4, 0]);
  expect(['XXQ', 'eur', 'EURO', ''].map(currencyDecimals)).toEqual([undefined, undefined, undefined, undefined]);
});

test('fees are digits with one point at most', () => {
  expect(readDecimal('1234.56')).toEqual({ digits: 123456n, scale: 2 });
  expect(readDecimal('0')).toEqual({ digits: 0n, scale: 0 });
  expect(readDecimal('999999999999.999')).toEqual({ digits: 999999999999999n, scale: 3 });
  for (const text of [
    '',
    '-5',
    '+5',
    '1.234,56',
    '1,234.56',
    '12,50',
    '1e3',
    '.5',
    '5.',
    '1.2.3',
    '$5',
    ' 5',
    '٣',
    '1234567890123456',
    'NaN',
    '0x1',
  ]) {
    expect(readDecimal(text), text).toBeUndefined();
  }
});

test('quotients are rounded without a remainder in between', () => {
  expect([25n, 35n, 26n, 24n].map((n) => roundedQuotient(n, 10n, 'half_even'))).toEqual([2n, 4n, 3n, 2n]);
  expect([25n, 35n, 24n].map((n) => roundedQuotient(n, 10n, 'half_up'))).toEqual([3n, 4n, 2n]);
  expect([29n, 20n].map((n) => roundedQuotient(n, 10n, 'down'))).toEqual([2n, 2n]);
  expect([moneyText(5n, 2), moneyText(1050n, 2), moneyText(1050n, 0), moneyText(1n, 3), moneyText(90071992547409930n, 2)]).toEqual([
    '0.05',
    '10.50',
    '1050',
    '0.001',
    '900719925474099.30',
  ]);
});

test('rows of one customer add up to their rounded sum', () => {
  const round = totalRounding();
  // Three times 0.335 are 1.005: half up 1.01, where row by row it would be 1.02.
  const parts = [1, 2, 3].map(() => round('EUR a', { n: 335n, d: 1000n }, 2, 'half_up'));
  expect(parts).toEqual([34n, 33n, 34n]);
  expect(round('EUR b', { n: 335n, d: 1000n }, 2, 'half_up')).toBe(34n);
  // Half to even looks at the sum: 0.01, then 0.015, which is 0.02.
  const even = totalRounding();
  expect([even('EUR a', ratio(1, 100), 2, 'half_even'), even('EUR a', ratio(5, 1000), 2, 'half_even')]).toEqual([1n, 1n]);
});

test('periods are read and named', () => {
  expect(['2026-01', '2026-Q4', '2026-01-31'].map((text) => askedPeriod(text)).map((asked) => asked && askedName(asked))).toEqual([
    '2026-01',
    '2026-Q4',
    '2026-01-31',
  ]);
  expect(['2026-13', '2026-Q5', '2026-02-30', '2026', 'January', '2026-1'].map(askedPeriod)).toEqual(Array(6).fill(undefined));
  const fiscal = { every: 'quarter', zone: 'UTC', first_month: 2 } as const;
  const asked = askedPeriod('2026-Q4');
  const found = asked && periodAsked(fiscal, asked);
  expect([found?.first.toString(), found?.last.toString(), found && periodName(fiscal, found)]).toEqual([
    '2026-11-01',
    '2027-01-31',
    '2026-Q4',
  ]);
  expect(periodWith(fiscal, day('2027-01-15')).first.toString()).toBe('2026-11-01');
  expect(asked && periodAsked({ every: 'month', zone: 'UTC' }, asked)).toBeUndefined();
});

test('a policy has periods of these lengths', () => {
  const days = (period: Parameters<typeof periodLengths>[0], from: string, until?: string) =>
    periodLengths(period, day(from), until === undefined ? undefined : day(until))
      .map((found) => found.days)
      .sort();
  expect(days({ every: 'month', zone: 'UTC' }, '2026-01-15')).toEqual([28, 29, 30, 31]);
  expect(days({ every: 'month', zone: 'UTC' }, '2026-01-15', '2026-04-30')).toEqual([28, 30, 31]);
  expect(days({ every: 'month', zone: 'UTC' }, '2026-01-02', '2026-01-31')).toEqual([]);
  expect(days({ every: 'quarter', zone: 'UTC', first_month: 1 }, '2026-01-01')).toEqual([90, 91, 92]);
  expect(days({ every: 'quarter', zone: 'UTC', first_month: 2 }, '2026-01-01')).toEqual([89, 90, 92]);
  expect(days({ every: 'days', days: 30, zone: 'UTC' }, '2026-01-01')).toEqual([30]);
});

test('the version that is in force when a period begins governs it', () => {
  const old = aPolicy({ effective: { from: '2025-01-01' } });
  const next = aPolicy({ effective: { from: '2026-02-01' } });
  const other = aPolicy({ id: 'other', effective: { from: '2025-01-01', until: '2026-01-31' } });
  const on = (text: string) =>
    versionsInForce([next, old, other], () => day(text)).map(({ id, effective }) => `${id} ${effective.from.toString()}`);
  expect(on('2024-12-31')).toEqual([]);
  expect(on('2026-01-31')).toEqual(['uptime 2025-01-01', 'other 2025-01-01']);
  expect(on('2026-02-01')).toEqual(['uptime 2026-02-01']);
});

const fee = { digits: 10000n, scale: 2 };

type Offer = readonly [percent: number, stacking: string];

function creditsOf(...percents: readonly Offer[]) {
  return percents.flatMap(([percent, stacking], index) => {
    const assessment = assessed({ policy: aPolicy({ id: `p${index}`, stacking, tiers: [{ lt: 100, percent }] }), incidents: [down(10)] });
    return assessment ? [policyCredit(assessment, fee, 'EUR')] : [];
  });
}

test('several policies for one row: the greatest, or all if all of them add', () => {
  const given = (...percents: readonly Offer[]) =>
    stacked(creditsOf(...percents)).map(({ amount }) => new Fraction(amount.n, amount.d).toFraction());
  expect(given([10, 'best'], [25, 'best'])).toEqual(['25']);
  expect(given([10, 'sum'], [25, 'sum'])).toEqual(['10', '25']);
  expect(given([10, 'sum'], [25, 'best'])).toEqual(['25']);
});

test('goodwill on top never gives back more than the fee, instead of a credit only what is missing', () => {
  const goodwill = (share: string, counts: 'on_top' | 'instead') => [{ postmortem: 'p', ofFee: new Fraction(share), counts }];
  const amount = (found: ReturnType<typeof goodwill>, credit: bigint) => {
    const { n, d } = goodwillAmount(found, fee, { n: credit, d: 1n });
    return new Fraction(n, d).toFraction();
  };
  expect(amount(goodwill('1/2', 'on_top'), 10n)).toBe('50');
  expect(amount(goodwill('1', 'on_top'), 10n)).toBe('90');
  expect(amount(goodwill('1/2', 'instead'), 10n)).toBe('40');
  expect(amount(goodwill('1/20', 'instead'), 10n)).toBe('0');
});

test('the last day to claim, from the end of the incident or of the period', () => {
  const claim = (after: string, within: object) =>
    aPolicy({ period: { every: 'month', zone: 'Europe/Berlin' }, claim: { within, after, how: 'Write.' } });
  // The outage ends at 23:30 UTC on the 10th, which is the 11th in Berlin.
  const incidents = [down(30, '2026-01-10T23:00:00Z'), anOutageOf([['2026-01-20T00:00:00Z', '2026-01-20T01:00:00Z']], 'later')];
  const last = (policy: ReturnType<typeof aPolicy>) => assessed({ policy, incidents })?.deadline?.toString();
  expect(last(claim('incident', { days: 30 }))).toBe('2026-02-10');
  expect(last(claim('period_end', { days: 30 }))).toBe('2026-03-02');
  expect(last(claim('period_end', { months: 1 }))).toBe('2026-02-28');
  // Up to the end of the second month after that of the incident, or of the period.
  expect(last(claim('incident', { months: 2, until: 'end_of_month' }))).toBe('2026-03-31');
  expect(last(claim('period_end', { months: 3, until: 'end_of_month' }))).toBe('2026-04-30');
  expect(last(aPolicy())).toBeUndefined();
});

test('a window whose end nobody knows makes the sum unknown, and only in its period', () => {
  const incidents = [anOutageOf([['2026-01-10T00:00:00Z', 'unknown']], 'old')];
  expect(assessed({ policy: aPolicy(), incidents })?.counted.unknownEnds).toEqual(['old']);
  expect(assessed({ policy: aPolicy(), incidents, period: '2026-02' })?.counted.unknownEnds).toEqual([]);
});

test('nothing is owed for time that was not covered', () => {
  expect(assessed({ policy: untiered({ multiple: { times: 1 } }), incidents: [down(60)], covered: { from: 0, to: 1 } })).toBeUndefined();
});
