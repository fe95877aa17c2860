import { expect, test } from 'vitest';
import {
  aMaintenanceOf,
  aPolicy,
  anOutageOf,
  credited,
  down,
  downtimeOf,
  untiered,
  uptimeOf,
} from '../support/credits.ts';

// January 2026 has 31 × 1440 = 44,640 minutes; 0.1% of them are 44.64, 1% are 446.4.

test('tiers by month: a bound with lt does not take its own value in', () => {
  const policy = aPolicy();
  // 44.64 min ÷ 44,640 min = 0.1%: uptime is exactly 99.9%, which is not below it.
  expect(uptimeOf({ policy, incidents: [down(44.64)] })).toBe('999/1000');
  expect(credited({ policy, incidents: [down(44.64)] }, '100.00')).toBe('0.00');
  // One millisecond more is.
  expect(credited({ policy, incidents: [down(44.64 + 1 / 60_000)] }, '100.00')).toBe('10.00');
  // 446.4 min are 1%: exactly 99.0% is still in the upper tier.
  expect(credited({ policy, incidents: [down(446.4)] }, '100.00')).toBe('10.00');
  expect(credited({ policy, incidents: [down(446.4 + 1 / 60_000)] }, '100.00')).toBe('25.00');
});

test('tiers by quarter: a bound with lte takes its own value in', () => {
  const policy = aPolicy({
    scope: 'account',
    period: { every: 'quarter', zone: 'UTC' },
    tiers: [
      { lte: 99.9, gt: 99, percent: 10 },
      { lte: 99, percent: 25 },
    ],
  });
  // January to March 2026: 90 × 1440 = 129,600 min; 0.1% are 129.6, 1% are 1296.
  const quarter = (minutes: number): string | undefined =>
    credited({ policy, incidents: [down(minutes)], period: '2026-Q1' }, '3000');
  expect(quarter(129.6 - 1 / 60_000)).toBe('0.00');
  expect(quarter(129.6)).toBe('300.00');
  expect(quarter(1296 - 1 / 60_000)).toBe('300.00');
  expect(quarter(1296)).toBe('750.00');
});

test('quarters can begin in February, as fiscal years do', () => {
  const policy = aPolicy({
    period: { every: 'quarter', zone: 'America/Los_Angeles', first_month: 2 },
  });
  // 1 February 00:00 in Los Angeles is 08:00 UTC. Of 60 minutes from 07:30 on, 30 lie in the quarter.
  expect(
    downtimeOf({ policy, incidents: [down(60, '2026-02-01T07:30:00Z')], period: '2026-Q1' }),
  ).toBe('30');
  // 1 May 00:00 is 07:00 UTC, daylight saving: of 60 minutes from 06:30 on, 30 lie in it.
  expect(
    downtimeOf({ policy, incidents: [down(60, '2026-05-01T06:30:00Z')], period: '2026-Q1' }),
  ).toBe('30');
});

test('a multiple of the fee for the downtime', () => {
  // 10 × 1200.00 × 93 min ÷ 44,640 min = 12,000 ÷ 480 = 25.00
  const policy = untiered({ multiple: { times: 10, when: { lt: 99.99 } } });
  expect(credited({ policy, incidents: [down(93)] }, '1200.00')).toBe('25.00');
  // 4.464 min are exactly 0.01%, so uptime is exactly 99.99%.
  expect(credited({ policy, incidents: [down(4.464)] }, '1200.00')).toBe('0.00');
  // 100 × 1200.00 × 93 ÷ 44,640 = 250.00, and no more than 20% of 1200.00 = 240.00.
  const capped = untiered({ multiple: { times: 100 }, cap: { percent: 20 } });
  expect(credited({ policy: capped, incidents: [down(93)] }, '1200.00')).toBe('240.00');
});

test('a multiple of the time beyond what was promised', () => {
  // 100 min are 55.36 beyond the allowed 44.64: 25 × 744.00 × 55.36 ÷ 44,640 = 23.0666…
  const policy = untiered({
    multiple: { times: 25, of: 'excess', when: { lt: 99.9 } },
    rounding: { mode: 'down' },
  });
  expect(credited({ policy, incidents: [down(100)] }, '744.00')).toBe('23.06');
});

test('downtime weighed by the share of customers, over the time without maintenance', () => {
  // 60 min × 0.4 = 24 min; 44,640 − 240 = 44,400 min: 555.00 × 24 ÷ 44,400 = 0.30
  const policy = untiered({
    multiple: { times: 1 },
    down: { weigh_by_share: true },
    denominator: 'period_minus_maintenance',
    exclude: { maintenance: {} },
  });
  const outage = anOutageOf([['2026-01-10T00:00:00Z', '2026-01-10T01:00:00Z', { share: 0.4 }]]);
  const work = aMaintenanceOf(
    '2026-01-01T00:00:00Z',
    '2026-01-20T00:00:00Z',
    '2026-01-20T04:00:00Z',
  );
  expect(uptimeOf({ policy, incidents: [outage, work] })).toBe('1849/1850');
  expect(credited({ policy, incidents: [outage, work] }, '555.00')).toBe('0.30');
});

test('5% for each 30 minutes, or for each that has begun', () => {
  const steps = { each_minutes: 30, percent: 5 };
  const cap = { percent: 100 };
  expect(credited({ policy: untiered({ steps, cap }), incidents: [down(89)] }, '100')).toBe(
    '10.00',
  );
  expect(
    credited(
      { policy: untiered({ steps: { ...steps, begun: true }, cap }), incidents: [down(89)] },
      '100',
    ),
  ).toBe('15.00');
  expect(
    credited(
      { policy: untiered({ steps: { ...steps, after_minutes: 60 }, cap }), incidents: [down(89)] },
      '100',
    ),
  ).toBe('0.00');
  expect(credited({ policy: untiered({ steps, cap }), incidents: [down(3000)] }, '100')).toBe(
    '100.00',
  );
});

test('5% for each hour that has begun beyond what uptime of 99.95% allows', () => {
  // 0.05% of 44,640 min are 22.32. An hour is 37.68 beyond that, one step; 83 min are 60.68 beyond, two steps.
  const steps = { each_minutes: 60, percent: 5, begun: true, of: 'excess', when: { lt: 99.95 } };
  const policy = untiered({ steps });
  expect(
    [22.32, 60, 82.32, 83].map((minutes) =>
      credited({ policy, incidents: [down(minutes)] }, '100'),
    ),
  ).toEqual(['0.00', '5.00', '5.00', '10.00']);
  // The condition alone takes nothing off: 23 min are one hour that has begun.
  const all = untiered({ steps: { ...steps, of: 'downtime' } });
  expect(
    [22.32, 23, 61].map((minutes) => credited({ policy: all, incidents: [down(minutes)] }, '100')),
  ).toEqual(['0.00', '5.00', '10.00']);
});

test('the fee of each hour or part of one', () => {
  // 90 min are two hours that have begun: 744.00 × 120 ÷ 44,640 = 2.00, and twice that at two times.
  const each = { times: 1, each_minutes: 60 };
  expect(
    credited(
      { policy: untiered({ multiple: { ...each, begun: true } }), incidents: [down(90)] },
      '744.00',
    ),
  ).toBe('2.00');
  expect(
    credited(
      { policy: untiered({ multiple: { ...each, begun: true, times: 2 } }), incidents: [down(90)] },
      '744.00',
    ),
  ).toBe('4.00');
  expect(credited({ policy: untiered({ multiple: each }), incidents: [down(90)] }, '744.00')).toBe(
    '1.00',
  );
  // After the first half hour, one hour is left.
  expect(
    credited(
      {
        policy: untiered({ multiple: { ...each, begun: true, after_minutes: 30 } }),
        incidents: [down(90)],
      },
      '744.00',
    ),
  ).toBe('1.00');
});

test('days of service as a credit, and a cap in days', () => {
  // 3 of 31 days of 310.00 = 30.00; 15 of 31 days = 150.00
  const tiers = [
    { lt: 99.9, days: 3 },
    { lt: 99, days: 7 },
    { lt: 95, days: 15 },
  ];
  expect(credited({ policy: aPolicy({ tiers }), incidents: [down(45)] }, '310.00')).toBe('30.00');
  expect(credited({ policy: aPolicy({ tiers }), incidents: [down(3000)] }, '310.00')).toBe(
    '150.00',
  );
  expect(
    credited(
      {
        policy: aPolicy({ tiers: [{ lt: 100, percent: 100 }], cap: { days: 15 } }),
        incidents: [down(1)],
      },
      '310.00',
    ),
  ).toBe('150.00');
  // One month of a quarter is a third of it.
  const quarterly = aPolicy({
    period: { every: 'quarter', zone: 'UTC' },
    tiers: [{ lt: 100, percent: 100 }],
    cap: { months: 1 },
  });
  expect(credited({ policy: quarterly, incidents: [down(1)], period: '2026-Q1' }, '300.00')).toBe(
    '100.00',
  );
});

test('at least five minutes without a break, counted whole', () => {
  const five = anOutageOf([['2026-01-10T00:00:00Z', '2026-01-10T00:05:00Z']], 'five');
  const lessThanFive = anOutageOf([['2026-01-11T00:00:00Z', '2026-01-11T00:04:59.999Z']], 'less');
  const incidents = [five, lessThanFive];
  expect(downtimeOf({ policy: aPolicy({ down: { min_consecutive_minutes: 5 } }), incidents })).toBe(
    '5',
  );
  expect(
    downtimeOf({ policy: aPolicy({ down: { min_consecutive_minutes: { gte: 5 } } }), incidents }),
  ).toBe('5');
  expect(
    downtimeOf({ policy: aPolicy({ down: { min_consecutive_minutes: { gt: 5 } } }), incidents }),
  ).toBe('0');
  // Two incidents that follow each other without a break are one stretch.
  const followed = [
    anOutageOf([['2026-01-10T00:00:00Z', '2026-01-10T00:03:00Z']], 'a'),
    anOutageOf([['2026-01-10T00:03:00Z', '2026-01-10T00:06:00Z']], 'b'),
  ];
  expect(
    downtimeOf({
      policy: aPolicy({ down: { min_consecutive_minutes: { gt: 5 } } }),
      incidents: followed,
    }),
  ).toBe('6');
  // Of six minutes across midnight three lie in January: the stretch was long enough, and what lies inside counts.
  expect(
    downtimeOf({
      policy: aPolicy({ down: { min_consecutive_minutes: 5 } }),
      incidents: [down(6, '2026-01-31T23:57:00Z')],
    }),
  ).toBe('3');
});

test('whole minutes only: each stretch is rounded down', () => {
  const incidents = [
    anOutageOf([['2026-01-10T00:00:30Z', '2026-01-10T00:03:20Z']], 'a'),
    anOutageOf([['2026-01-11T00:00:00Z', '2026-01-11T00:00:59Z']], 'b'),
  ];
  // 2 min 50 s count 2, 59 s count nothing.
  expect(downtimeOf({ policy: aPolicy({ down: { whole_minutes: true } }), incidents })).toBe('2');
  expect(
    downtimeOf({ policy: aPolicy({ down: { whole_minutes: 5 } }), incidents: [down(14)] }),
  ).toBe('10');
});

test('an error-rate threshold', () => {
  const rate = (error_rate: number): ReturnType<typeof anOutageOf> =>
    anOutageOf([
      [
        '2026-01-10T00:00:00Z',
        '2026-01-10T01:00:00Z',
        { status: 'degraded_performance', error_rate },
      ],
    ]);
  const statuses = ['major_outage', 'degraded_performance'];
  const above = aPolicy({
    down: { statuses, error_rate: { gt: 0.05, unmeasured: ['major_outage'] } },
  });
  expect(downtimeOf({ policy: above, incidents: [rate(0.05)] })).toBe('0');
  expect(downtimeOf({ policy: above, incidents: [rate(0.051)] })).toBe('60');
  expect(
    downtimeOf({
      policy: aPolicy({ down: { statuses, error_rate: { gte: 0.05 } } }),
      incidents: [rate(0.05)],
    }),
  ).toBe('60');
  expect(downtimeOf({ policy: above, incidents: [down(7)] })).toBe('7');
  expect(
    downtimeOf({
      policy: above,
      incidents: [
        anOutageOf([
          ['2026-01-10T00:00:00Z', '2026-01-10T01:00:00Z', { status: 'degraded_performance' }],
        ]),
      ],
    }),
  ).toBe('0');
});

test('partial outages can be left out, and so can flagged windows', () => {
  const partial = anOutageOf([
    ['2026-01-10T00:00:00Z', '2026-01-10T01:00:00Z', { status: 'partial_outage' }],
  ]);
  expect(downtimeOf({ policy: aPolicy(), incidents: [partial] })).toBe('60');
  expect(
    downtimeOf({ policy: aPolicy({ down: { statuses: ['major_outage'] } }), incidents: [partial] }),
  ).toBe('0');
  const flagged = anOutageOf([
    ['2026-01-10T00:00:00Z', '2026-01-10T01:00:00Z', { excluded_as: 'force majeure' }],
  ]);
  expect(downtimeOf({ policy: aPolicy(), incidents: [flagged] })).toBe('60');
  expect(
    downtimeOf({
      policy: aPolicy({ exclude: { flagged: ['force majeure'] } }),
      incidents: [flagged],
    }),
  ).toBe('0');
  expect(
    downtimeOf({
      policy: aPolicy({ exclude: { flagged: ['customer request'] } }),
      incidents: [flagged],
    }),
  ).toBe('60');
  expect(
    downtimeOf({ policy: aPolicy({ exclude: { flagged: 'all' } }), incidents: [flagged] }),
  ).toBe('0');
});

test('maintenance with enough notice, up to a yearly allowance', () => {
  const january = aMaintenanceOf(
    '2026-01-03T00:00:00Z',
    '2026-01-05T00:00:00Z',
    '2026-01-05T08:00:00Z',
    'january',
  );
  const june = aMaintenanceOf(
    '2026-06-01T00:00:00Z',
    '2026-06-10T00:00:00Z',
    '2026-06-10T04:00:00Z',
    'june',
  );
  const incidents = [june, january];
  const policy = (maintenance?: object) => aPolicy({ exclude: maintenance ? { maintenance } : {} });
  // 48 hours of notice are enough for P2D, and one second less than P2DT1S asks for.
  expect(downtimeOf({ policy: policy({ notice: 'P2D' }), incidents })).toBe('0');
  expect(downtimeOf({ policy: policy({ notice: 'P2DT1S' }), incidents })).toBe('480');
  // 10 hours a year: January takes 8, June gets 2 of its 4.
  expect(downtimeOf({ policy: policy({ per_year: 'PT10H' }), incidents, period: '2026-06' })).toBe(
    '120',
  );
  expect(downtimeOf({ policy: policy(), incidents })).toBe('480');
});

test('a maintenance that runs over counts from the announced end on', () => {
  const overrun = {
    ...aMaintenanceOf('2026-01-01T00:00:00Z', '2026-01-05T00:00:00Z', '2026-01-05T02:00:00Z'),
  };
  const later = {
    ...overrun,
    scheduled: {
      ...('scheduled' in overrun ? overrun.scheduled : {}),
      to: 'scheduled' in overrun ? overrun.scheduled.to.subtract({ minutes: 30 }) : undefined,
    },
  } as typeof overrun;
  expect(
    downtimeOf({ policy: aPolicy({ exclude: { maintenance: {} } }), incidents: [later] }),
  ).toBe('30');
});

test('days in the zone of the policy, daylight saving included', () => {
  // March 2026 in Berlin has 743 hours: 44,580 minutes; 0.1% are 44.58.
  const policy = aPolicy({ period: { every: 'month', zone: 'Europe/Berlin' } });
  const march = (minutes: number): string | undefined =>
    credited(
      { policy, incidents: [down(minutes, '2026-03-10T00:00:00Z')], period: '2026-03' },
      '100',
    );
  expect(march(44.58)).toBe('0.00');
  expect(march(44.58 + 1 / 60_000)).toBe('10.00');
  // Midnight of 1 March in Berlin is 23:00 UTC on 28 February.
  expect(
    downtimeOf({ policy, incidents: [down(60, '2026-02-28T22:30:00Z')], period: '2026-03' }),
  ).toBe('30');
});

test('rolling days end with the day that is asked for', () => {
  const policy = aPolicy({ period: { every: 'days', days: 30, zone: 'UTC' } });
  // 30 × 1440 = 43,200 min; 43.2 are 0.1%.
  expect(credited({ policy, incidents: [down(43.2)], period: '2026-01-31' }, '100')).toBe('0.00');
  expect(credited({ policy, incidents: [down(43.3)], period: '2026-01-31' }, '100')).toBe('10.00');
  expect(
    downtimeOf({ policy, incidents: [down(60, '2026-01-01T23:30:00Z')], period: '2026-01-31' }),
  ).toBe('30');
});

test('a row that covers a part of the period', () => {
  const half = { from: Date.parse('2026-01-01T00:00:00Z'), to: Date.parse('2026-01-16T12:00:00Z') };
  const incidents = [down(45, '2026-01-16T11:45:00Z')];
  // 15 of 45 minutes fall into the covered half: 15 ÷ 44,640 or 15 ÷ 22,320.
  expect(uptimeOf({ policy: aPolicy(), incidents, covered: half })).toBe('2975/2976');
  expect(uptimeOf({ policy: aPolicy({ denominator: 'covered' }), incidents, covered: half })).toBe(
    '1487/1488',
  );
  // A fee for the whole month, of which half is covered: 10% of 50.00.
  const prorated = aPolicy({ base: { prorated: true }, tiers: [{ lt: 100, percent: 10 }] });
  expect(credited({ policy: prorated, incidents, covered: half }, '100.00')).toBe('5.00');
  // A yearly fee: 10% of a twelfth of 1200.00.
  expect(
    credited({ policy: aPolicy({ base: { fee_for: 'year' } }), incidents: [down(60)] }, '1200.00'),
  ).toBe('10.00');
});

test('regions and services in scope', () => {
  const eu = anOutageOf(
    [['2026-01-10T00:00:00Z', '2026-01-10T01:00:00Z', { regions: ['eu'] }]],
    'eu',
  );
  const web = anOutageOf(
    [['2026-01-10T00:30:00Z', '2026-01-10T02:00:00Z', { service: 'web' }]],
    'web',
  );
  const incidents = [eu, web];
  const scoped = (scope: string, target: object): string | undefined =>
    downtimeOf({ policy: aPolicy({ scope }), incidents, target });
  expect(scoped('service_and_region', { service: 'api', region: 'eu' })).toBe('60');
  expect(scoped('service_and_region', { service: 'api', region: 'us' })).toBe('0');
  expect(scoped('service', { service: 'api', region: 'us' })).toBe('60');
  expect(scoped('account', {})).toBe('120');
  expect(
    downtimeOf({ policy: aPolicy({ scope: 'account', services: ['web'] }), incidents, target: {} }),
  ).toBe('90');
  expect(scoped('account', { untouchedBy: new Set(['web']) })).toBe('60');
});

test('a least amount, compared before rounding', () => {
  // 10% of 10.00 is exactly 1.00.
  const with_ = (minimum: object): ReturnType<typeof aPolicy> => aPolicy({ minimum });
  expect(credited({ policy: with_({ gt: 1 }), incidents: [down(60)] }, '10.00')).toBe('0.00');
  expect(credited({ policy: with_({ gte: 1 }), incidents: [down(60)] }, '10.00')).toBe('1.00');
  expect(credited({ policy: with_({ gt: 1 }), incidents: [down(60)] }, '10.01')).toBe('1.00');
  expect(
    credited({ policy: with_({ gt: { EUR: 2, JPY: 150 } }), incidents: [down(60)] }, '1501', 'JPY'),
  ).toBe('150');
});

test('rounding to the decimals of the currency', () => {
  const round = (mode: string): ReturnType<typeof aPolicy> =>
    aPolicy({ tiers: [{ lt: 100, percent: 50 }], rounding: { mode } });
  const of = (mode: string, fee: string, currency?: string): string | undefined =>
    credited({ policy: round(mode), incidents: [down(1)] }, fee, currency);
  // Half of 0.05 is 0.025, half of 0.07 is 0.035.
  expect([of('half_even', '0.05'), of('half_up', '0.05'), of('down', '0.05')]).toEqual([
    '0.02',
    '0.03',
    '0.02',
  ]);
  expect([of('half_even', '0.07'), of('half_up', '0.07'), of('down', '0.07')]).toEqual([
    '0.04',
    '0.04',
    '0.03',
  ]);
  // Half of 5 is 2.5 in a currency without decimals, half of 0.005 is 0.0025 in one with three.
  expect([
    of('half_even', '5', 'JPY'),
    of('half_up', '5', 'JPY'),
    of('half_even', '0.005', 'KWD'),
    of('half_up', '0.005', 'KWD'),
  ]).toEqual(['2', '3', '0.002', '0.003']);
});
