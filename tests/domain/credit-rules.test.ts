import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Incident } from '../../src/domain/incident.ts';
import {
  currencyDecimals,
  decimalText,
  moneyText,
  readDecimal,
} from '../../src/domain/credits/exact/money.ts';
import { roundAmount } from '../../src/domain/credits/exact/rounding.ts';
import {
  askedName,
  askedPeriod,
  periodAsked,
  periodLengths,
  periodName,
  periodWith,
} from '../../src/domain/credits/policy/period.ts';
import { totalRounding } from '../../src/domain/credits/money/rounding.ts';
import { versionsInForce } from '../../src/domain/credits/policy/version.ts';
import { readPlan } from '../../src/domain/credits/money/customer.ts';
import { policyCredit, stacked } from '../../src/domain/credits/money/policy-credit.ts';
import {
  endingDecimal,
  exactly,
  one,
  ratio,
  zero,
} from '../../src/domain/credits/exact/fraction.ts';
import {
  aMaintenanceOf,
  aPolicy,
  anOutageOf,
  assessed,
  credited,
  down,
  downtimeOf,
  untiered,
  uptimeOf,
} from '../support/credits.ts';
import { day } from '../support/moments.ts';

test('decimals are taken as they are written', () => {
  expect(exactly(99.95).toString()).toBe('1999/20');
  expect(exactly(0.1).add(exactly(0.2)).equals(exactly(0.3))).toBe(true);
  expect(exactly(1e-7).toString()).toBe('1/10000000');
});

const number = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => ratio(n, d));

test('numbers are reckoned with exactly, in lowest terms or not', () => {
  fc.assert(
    fc.property(number, number, number, fc.bigInt({ min: 1n, max: 99n }), (a, b, c, times) => {
      const same = ratio(a.n * times, a.d * times);
      expect([same.toString(), same.reduced()]).toEqual([a.toString(), a.reduced()]);
      expect(same.add(b).sub(b).equals(a)).toBe(true);
      expect(
        a
          .add(b)
          .mul(c)
          .equals(a.mul(c).add(b.mul(c))),
      ).toBe(true);
      if (b.gt(0)) expect(a.div(b).mul(b).equals(a)).toBe(true);
      expect(a.compare(b)).toBe(a.sub(b).compare(0));
      expect([a.lt(b), a.lte(b), a.gt(b), a.gte(b)]).toEqual([
        b.gt(a),
        !a.gt(b),
        b.lt(a),
        !a.lt(b),
      ]);
    }),
  );
  expect(() => one.div(zero)).toThrow(RangeError);
});

test('a sum of decimals has as many decimals as the longest of them', () => {
  const sum = (...texts: readonly string[]): string =>
    decimalText(texts.reduce((total, text) => total.add(readDecimal(text) ?? zero), zero));
  expect(sum('0.10', '2', '0.015', '3.0')).toBe('5.115');
  expect(sum('7.50', '2.50')).toBe('10.00');
  expect(decimalText(ratio(-2000, 100))).toBe('-20.00');
});

test('currencies have the decimals of ISO 4217', () => {
  expect(['EUR', 'JPY', 'KWD', 'HUF', 'IQD', 'CLF', 'ISK', 'VED'].map(currencyDecimals)).toEqual([
    2, 0, 3, 2, 3, 4, 0, 2,
  ]);
  expect(['XXQ', 'eur', 'EURO', ''].map(currencyDecimals)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a minimum names a currency', () => {
  expect(() => aPolicy({ minimum: { gt: {} } })).toThrow();
  expect(aPolicy({ minimum: { gt: { EUR: 1 } } }).minimum).toEqual({ gt: { EUR: 1 } });
});

test('fees are digits with one point at most', () => {
  expect(readDecimal('1234.56')).toEqual(ratio(123456n, 10n ** 2n));
  expect(readDecimal('0')).toEqual(ratio(0n, 10n ** 0n));
  expect(readDecimal('999999999999.999')).toEqual(ratio(999999999999999n, 10n ** 3n));
  expect(readDecimal('12345678901234.56')).toEqual(ratio(1234567890123456n, 10n ** 2n));
  expect(readDecimal('0.000000000000001')).toEqual(ratio(1n, 10n ** 15n));
  expect(readDecimal('999999999999999999')).toEqual(ratio(999999999999999999n, 10n ** 0n));
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
    '1234567890123456789',
    '12345678901234567.',
    'NaN',
    '0x1',
  ]) {
    expect(readDecimal(text), text).toBeUndefined();
  }
});

test('a fraction is a decimal only if that ends', () => {
  expect(endingDecimal(ratio(49, 10))).toBe('4.9');
  expect(endingDecimal(ratio(0, 1))).toBe('0');
  expect(endingDecimal(ratio(700, 1))).toBe('700');
  expect(endingDecimal(ratio(1, 2 ** 20))).toBe('0.00000095367431640625');
  expect(endingDecimal(ratio(1, 3))).toBeUndefined();
  // Its digits repeat after millions of places.
  expect(endingDecimal(ratio(7200006, 2674799983))).toBeUndefined();
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat(25), (digits, places) => {
      const [whole = '', rest = ''] = String(
        endingDecimal(ratio(digits, 10n ** BigInt(places))),
      ).split('.');
      expect(BigInt(whole + rest) * 10n ** BigInt(places - rest.length)).toBe(digits);
    }),
  );
});

test('quotients are rounded without a remainder in between', () => {
  expect([25n, 35n, 26n, 24n].map((n) => roundAmount(ratio(n, 10), 0, 'half_even'))).toEqual([
    2n,
    4n,
    3n,
    2n,
  ]);
  expect([25n, 35n, 24n].map((n) => roundAmount(ratio(n, 10), 0, 'half_up'))).toEqual([3n, 4n, 2n]);
  expect([29n, 20n].map((n) => roundAmount(ratio(n, 10), 0, 'down'))).toEqual([2n, 2n]);
  expect([
    moneyText(5n, 2),
    moneyText(1050n, 2),
    moneyText(1050n, 0),
    moneyText(1n, 3),
    moneyText(90071992547409930n, 2),
  ]).toEqual(['0.05', '10.50', '1050', '0.001', '900719925474099.30']);
});

test('rows of one customer add up to their rounded sum', () => {
  const round = totalRounding();
  // Three times 0.335 are 1.005: half up 1.01, where row by row it would be 1.02.
  const parts = [1, 2, 3].map(() => round('EUR a', ratio(335, 1000), 2, 'half_up'));
  expect(parts).toEqual([34n, 33n, 34n]);
  expect(round('EUR b', ratio(335, 1000), 2, 'half_up')).toBe(34n);
  // Half to even looks at the sum: 0.01, then 0.015, which is 0.02.
  const even = totalRounding();
  expect([
    even('EUR a', ratio(1, 100), 2, 'half_even'),
    even('EUR a', ratio(5, 1000), 2, 'half_even'),
  ]).toEqual([1n, 1n]);
});

test('periods are read and named', () => {
  expect(
    ['2026-01', '2026-Q4', '2026-01-31']
      .map((text) => askedPeriod(text))
      .map((asked) => asked && askedName(asked)),
  ).toEqual(['2026-01', '2026-Q4', '2026-01-31']);
  expect(
    ['2026-13', '2026-Q5', '2026-02-30', '2026', 'January', '2026-1'].map(askedPeriod),
  ).toEqual(Array(6).fill(undefined));
  const fiscal = { every: 'quarter', zone: 'UTC', first_month: 2 } as const;
  const asked = askedPeriod('2026-Q4');
  const found = asked && periodAsked(fiscal, asked);
  expect([
    found?.first.toString(),
    found?.last.toString(),
    found && periodName(fiscal, found),
  ]).toEqual(['2026-11-01', '2027-01-31', '2026-Q4']);
  expect(periodWith(fiscal, day('2027-01-15')).first.toString()).toBe('2026-11-01');
  expect(asked && periodAsked({ every: 'month', zone: 'UTC' }, asked)).toBeUndefined();
});

test('a policy has periods of these lengths', () => {
  const days = (
    period: Parameters<typeof periodLengths>[0]['period'],
    from: string,
    until?: string,
  ) =>
    periodLengths({
      period,
      effective: { from: day(from), until: until === undefined ? undefined : day(until) },
    })
      .map((found) => found.days)
      .sort();
  expect(days({ every: 'month', zone: 'UTC' }, '2026-01-15')).toEqual([28, 29, 30, 31]);
  expect(days({ every: 'month', zone: 'UTC' }, '2026-01-15', '2026-04-30')).toEqual([28, 30, 31]);
  expect(days({ every: 'month', zone: 'UTC' }, '2026-01-02', '2026-01-31')).toEqual([]);
  expect(days({ every: 'quarter', zone: 'UTC', first_month: 1 }, '2026-01-01')).toEqual([
    90, 91, 92,
  ]);
  expect(days({ every: 'quarter', zone: 'UTC', first_month: 2 }, '2026-01-01')).toEqual([
    89, 90, 92,
  ]);
  expect(days({ every: 'days', days: 30, zone: 'UTC' }, '2026-01-01')).toEqual([30]);
});

test('the version that is in force when a period begins governs it', () => {
  const old = aPolicy({ effective: { from: '2025-01-01' } });
  const next = aPolicy({ effective: { from: '2026-02-01' } });
  const other = aPolicy({ id: 'other', effective: { from: '2025-01-01', until: '2026-01-31' } });
  const on = (text: string) =>
    versionsInForce([next, old, other], () => day(text)).map(
      ({ id, effective }) => `${id} ${effective.from.toString()}`,
    );
  expect(on('2024-12-31')).toEqual([]);
  expect(on('2026-01-31')).toEqual(['uptime 2025-01-01', 'other 2025-01-01']);
  expect(on('2026-02-01')).toEqual(['uptime 2026-02-01']);
});

const fee = ratio(10000, 100);

type Offer = readonly [percent: number, stacking: string];

function creditsOf(...percents: readonly Offer[]) {
  return percents.flatMap(([percent, stacking], index) => {
    const assessment = assessed({
      policy: aPolicy({ id: `p${index}`, stacking, tiers: [{ lt: 100, percent }] }),
      incidents: [down(10)],
    });
    return assessment ? [policyCredit(assessment, fee, undefined)] : [];
  });
}

test('several policies for one row: the greatest, or all if all of them add', () => {
  const given = (...percents: readonly Offer[]) =>
    stacked(creditsOf(...percents)).map(({ amount }) => amount.toString());
  expect(given([10, 'best'], [25, 'best'])).toEqual(['25']);
  expect(given([10, 'sum'], [25, 'sum'])).toEqual(['10', '25']);
  expect(given([10, 'sum'], [25, 'best'])).toEqual(['25']);
});

test('the last day to claim, from the end of the last incident or of the period', () => {
  const claim = (after: string, within: object) =>
    aPolicy({
      period: { every: 'month', zone: 'Europe/Berlin' },
      claim: { within, after, how: 'Write.' },
    });
  // The later outage ends at 23:30 UTC on the 20th, which is the 21st in Berlin.
  const incidents = [
    down(30),
    anOutageOf([['2026-01-20T23:00:00Z', '2026-01-20T23:30:00Z']], 'later'),
  ];
  const last = (policy: ReturnType<typeof aPolicy>) =>
    assessed({ policy, incidents })?.deadline?.toString();
  expect(last(claim('incident', { days: 30 }))).toBe('2026-02-20');
  expect(last(claim('period_end', { days: 30 }))).toBe('2026-03-02');
  expect(last(claim('period_end', { months: 1 }))).toBe('2026-02-28');
  // Up to the end of the second month after that of the incident, or of the period.
  expect(last(claim('incident', { months: 2, until: 'end_of_month' }))).toBe('2026-03-31');
  expect(last(claim('period_end', { months: 3, until: 'end_of_month' }))).toBe('2026-04-30');
  expect(last(aPolicy())).toBeUndefined();
});

test('the last day to claim does not depend on where an incident is cut', () => {
  const policy = aPolicy({ claim: { within: { days: 30 }, after: 'incident', how: 'Write.' } });
  const last = (one: Partial<Parameters<typeof assessed>[0]>, incidents: readonly Incident[]) =>
    assessed({ policy, incidents, ...one })?.deadline?.toString();
  const across = [anOutageOf([['2026-01-31T00:00:00Z', '2026-02-05T12:00:00Z']])];
  expect([last({}, across), last({ period: '2026-02' }, across)]).toEqual([
    '2026-03-07',
    '2026-03-07',
  ]);
  const whole = { policy: { ...policy, down: { ...policy.down, whole_minutes: true } } };
  expect(last(whole, [anOutageOf([['2026-01-10T22:00:00Z', '2026-01-11T00:00:30Z']])])).toBe(
    '2026-02-10',
  );
  const long = [anOutageOf([['2026-01-05T00:00:00Z', '2026-01-20T00:00:00Z']])];
  expect(last({ covered: { from: 0, to: Date.parse('2026-01-11T00:00:00Z') } }, long)).toBe(
    '2026-02-18',
  );
});

test('the last day to claim counts incidents whose time another one had too', () => {
  const policy = aPolicy({
    scope: 'account',
    claim: { within: { days: 30 }, after: 'incident', how: 'Write.' },
  });
  const first = anOutageOf([['2026-01-10T10:00:00Z', '2026-01-10T12:00:00Z']], 'first');
  const second = anOutageOf(
    [
      ['2026-01-10T10:30:00Z', '2026-01-10T12:00:00Z'],
      ['2026-02-20T10:00:00Z', '2026-02-20T12:00:00Z'],
    ],
    'second',
  );
  expect(assessed({ policy, incidents: [first, second], target: {} })?.deadline?.toString()).toBe(
    '2026-03-22',
  );
});

test('while an incident goes on, there is no last day to claim', () => {
  const policy = aPolicy({ claim: { within: { days: 30 }, after: 'incident', how: 'Write.' } });
  const open: Incident = { ...(down(600) as Extract<Incident, { kind: 'incident' }>), updates: [] };
  const going = {
    ...open,
    impact: open.impact.map((window) => ({ ...window, to: undefined })),
  } as Incident;
  expect(assessed({ policy, incidents: [going] })).toMatchObject({
    deadline: undefined,
    rate: { tier: 1 },
  });
});

test('announced maintenance is no part of the period, whether or not it would be downtime', () => {
  const maintenance = aMaintenanceOf(
    '2025-04-01T00:00:00Z',
    '2025-04-10T00:00:00Z',
    '2025-04-11T00:00:00Z',
  );
  const outage = (fields: Record<string, unknown>): Incident =>
    anOutageOf([['2025-04-20T00:00:00Z', '2025-04-20T06:58:00Z', fields]]);
  const minus = (down: object, notice = 'P2D') =>
    aPolicy({
      denominator: 'period_minus_maintenance',
      down,
      exclude: { maintenance: { notice } },
    });
  const uptime = (policy: ReturnType<typeof aPolicy>, fields: Record<string, unknown> = {}) =>
    uptimeOf({ policy, incidents: [maintenance, outage(fields)], period: '2025-04' });
  // 418 of 43,200 − 1,440 minutes.
  const left = ratio(41_760 - 418, 41_760).toString();
  expect(uptime(minus({}))).toBe(left);
  const measured = { error_rate: { gt: 0.05, unmeasured: [] } };
  expect(uptime(minus(measured), { error_rate: 0.2 })).toBe(left);
  expect(uptime(minus({ statuses: ['partial_outage'] }), { status: 'partial_outage' })).toBe(left);
  // With too little notice it is a part of the period, and not downtime where no error rate was measured.
  expect(uptime(minus(measured, 'P30D'), { error_rate: 0.2 })).toBe(
    ratio(43_200 - 418, 43_200).toString(),
  );
});

test('a day of the fee is the same for who pays for half of a month', () => {
  // 100 × 15/31 are paid, and 3 of 31 days are given: 9.68. All that was paid is the most.
  const half = {
    covered: { from: Date.parse('2026-01-17T00:00:00Z'), to: Infinity },
    incidents: [down(1440, '2026-01-20T00:00:00Z')],
  };
  const given = (tier: object, fields: object = {}): string | undefined =>
    credited(
      {
        ...half,
        policy: aPolicy({ base: { prorated: true }, tiers: [{ lt: 99.9, ...tier }], ...fields }),
      },
      '100.00',
    );
  expect([given({ days: 3 }), given({ days: 20 }), given({ percent: 10 })]).toEqual([
    '9.68',
    '48.39',
    '4.84',
  ]);
  expect(given({ percent: 100 }, { cap: { days: 3 } })).toBe('9.68');
});

test('a window whose end nobody knows makes the sum unknown, wherever it may have gone on', () => {
  const until = (at: string): Incident => {
    const old = anOutageOf([['2026-01-31T23:00:00Z', 'unknown']], 'old') as Extract<
      Incident,
      { kind: 'incident' }
    >;
    return {
      ...old,
      updates: old.updates.map((update) => ({ ...update, at: Temporal.Instant.from(at) })),
    };
  };
  const doubtful = (incidents: readonly Incident[], period: string) =>
    assessed({ policy: aPolicy(), incidents, period })?.counted.doubtful;
  expect(doubtful([until('2026-01-31T23:30:00Z')], '2026-01')).toEqual(['old']);
  expect(doubtful([until('2026-01-31T23:30:00Z')], '2026-02')).toEqual([]);
  expect(doubtful([until('2026-02-01T12:00:00Z')], '2026-02')).toEqual(['old']);
  expect(doubtful([until('2026-02-01T12:00:00Z')], '2026-03')).toEqual([]);
});

test('where a window is cut into two makes no difference, at New Year neither', () => {
  const policy = aPolicy({
    tiers: [{ lt: 100, percent: 10 }],
    down: { min_consecutive_minutes: 5 },
  });
  const [whole, cut] = [
    anOutageOf([['2025-12-31T23:57:00Z', '2026-01-01T00:03:00Z']]),
    anOutageOf([
      ['2025-12-31T23:57:00Z', '2026-01-01T00:00:00Z'],
      ['2026-01-01T00:00:00Z', '2026-01-01T00:03:00Z'],
    ]),
  ];
  for (const period of ['2025-12', '2026-01'])
    expect(downtimeOf({ policy, incidents: [cut], period })).toBe(
      downtimeOf({ policy, incidents: [whole], period }),
    );
  expect(downtimeOf({ policy, incidents: [cut] })).toBe('3');
});

test('nothing is owed for time that was not covered', () => {
  expect(
    assessed({
      policy: untiered({ multiple: { times: 1 } }),
      incidents: [down(60)],
      covered: { from: 0, to: 1 },
    }),
  ).toBeUndefined();
});

test('an id goes before a name, whatever stands first', () => {
  const plans = [
    { id: 'pro', name: 'Team' },
    { id: 'team', name: 'Business' },
  ];
  const plan = (text: string) => {
    const read = readPlan(text, plans);
    return 'value' in read ? read.value.id : read.review.code;
  };
  expect(['team', 'TEAM', 'business', 'pro', 'gold'].map(plan)).toEqual([
    'team',
    'team',
    'team',
    'pro',
    'plan-unknown',
  ]);
});

const allowing = (hours: number, fields: Record<string, unknown> = {}) =>
  aPolicy({
    tiers: [{ lt: 100, percent: 10 }],
    exclude: { maintenance: { per_year: `PT${hours}H` } },
    ...fields,
  });

test('an allowance that earlier maintenance may have used up makes later maintenance doubtful', () => {
  const unknown: Incident = {
    ...(aMaintenanceOf(
      '2026-01-01T00:00:00Z',
      '2026-01-05T00:00:00Z',
      '2026-01-05T10:00:00Z',
      'first',
    ) as Extract<Incident, { kind: 'maintenance' }>),
    announced: 'unknown',
  };
  const known = aMaintenanceOf(
    '2026-02-01T00:00:00Z',
    '2026-03-05T00:00:00Z',
    '2026-03-05T10:00:00Z',
    'second',
  );
  const doubtful = (period: string, incidents: readonly Incident[]) =>
    assessed({ policy: allowing(10), incidents, period })?.counted.doubtful;
  expect(doubtful('2026-03', [unknown, known])).toEqual(['first']);
  expect(doubtful('2026-04', [unknown, known])).toEqual([]);
  expect(doubtful('2026-03', [known])).toEqual([]);
});

test('a stretch over New Year knows of the allowance of both years', () => {
  const policy = allowing(1, { down: { min_consecutive_minutes: 30 } });
  const incidents = [
    aMaintenanceOf(
      '2025-05-01T00:00:00Z',
      '2025-06-01T00:00:00Z',
      '2025-06-01T01:00:00Z',
      'summer',
    ),
    aMaintenanceOf(
      '2025-12-01T00:00:00Z',
      '2025-12-31T23:40:00Z',
      '2026-01-01T00:00:00Z',
      'winter',
    ),
    down(10, '2026-01-01T00:00:00Z'),
  ];
  expect([
    downtimeOf({ policy, incidents, period: '2025-12' }),
    downtimeOf({ policy, incidents }),
  ]).toEqual(['20', '10']);
});
