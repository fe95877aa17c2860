import { describe, expect, test } from 'vitest';
import {
  accountOf,
  creditContent,
  credits,
  headings,
  monthly,
  outageOf,
} from '../support/customers.ts';

const list = (...rows: readonly string[]): string =>
  `${headings},covered_from,covered_to\n${rows.join('\n')}\n`;
const row = (fee: string, from = '', to = '', plan = 'team', currency = 'EUR'): string =>
  `a,${plan},webhooks,eu,${currency},${fee},${from},${to}`;

interface Case {
  goodwill: string;
  rows: readonly string[];
  policies?: string;
  outage?: string;
  period?: string;
  now?: string;
  more?: Readonly<Record<string, string>>;
  /** The incidents that the account is about. */
  account?: string;
}

/** Credit and goodwill of each row. The outage is an hour on 17 January, which earns 10% of the fee. */
async function given({
  goodwill,
  rows,
  policies = monthly,
  outage,
  period = '2026-01',
  now,
  more = {},
  account,
}: Case): Promise<string[]> {
  const content = creditContent(policies, {
    'postmortems/down.mdx': accountOf(goodwill, account),
    ...(outage && { 'incidents/down.yaml': outage }),
    ...more,
  });
  const customers = rows.map((one, index) => one.replace(/^a/, `customer-${index}`));
  const run = await credits(list(...customers), {
    content,
    args: ['--period', period],
    ...(now && { settings: { OWNUP_NOW: now } }),
  });
  expect([run.code, run.stderr]).toEqual([0, '']);
  return run.rows.map(({ credit, goodwill: extra }) => `${credit} + ${extra}`);
}

const half = '{ percent: 50, reason: We are sorry. }';
const instead = '{ percent: 50, reason: We are sorry., counts: instead }';
const yearly = monthly.replace('    tiers:', '    base: { fee_for: year }\n    tiers:');
const quarterly = monthly.replace('{ every: month, zone: UTC }', '{ every: quarter, zone: UTC }');
const west = monthly.replace(
  '{ every: month, zone: UTC }',
  '{ every: month, zone: America/Los_Angeles }',
);
const overMonths = outageOf('2026-01-31T22:00:00Z', '2026-02-01T10:00:00Z');

const second = (id: string, plans: string, every: string): string =>
  (monthly.split('policies:\n')[1] ?? '')
    .replace('id: uptime', `id: ${id}`)
    .replace('[team, business]', plans)
    .replace('every: month', `every: ${every}`);
const both = monthly + second('by-quarter', '[team]', 'quarter');
const prorated = monthly.replace('    tiers:', '    base: { prorated: true }\n    tiers:');
const later = { 'incidents/later.yaml': outageOf('2026-02-03T09:00:00Z', '2026-02-03T10:00:00Z') };

const cases: [string, Case, string[]][] = [
  ['on top of the credit', { goodwill: half, rows: [row('100')] }, ['10.00 + 50.00']],
  [
    'alone, where no policy is for the plan',
    { goodwill: half, rows: [row('100', '', '', 'free')] },
    ['0.00 + 50.00'],
  ],
  [
    'instead of the credit, where that is more',
    { goodwill: instead, rows: [row('100')] },
    ['10.00 + 40.00'],
  ],
  [
    'of what of the fee falls to the period',
    { goodwill: half, policies: yearly, rows: [row('1200')] },
    ['10.00 + 50.00'],
  ],
  [
    'for all of the time, once for each moment',
    {
      goodwill: 'full',
      rows: [row('744', '', '', 'free')],
      more: { 'postmortems/again.mdx': accountOf('full') },
    },
    ['0.00 + 1.00'],
  ],
  [
    'for all of the time, of what falls to the period',
    { goodwill: 'full', policies: yearly, rows: [row('1200')] },
    ['10.00 + 0.13'],
  ],
  [
    'up to the base, and not to the fee',
    {
      goodwill: '{ percent: 100, reason: Sorry. }',
      policies: quarterly.replace('    tiers:', '    base: { fee_for: month }\n    tiers:'),
      rows: [row('100')],
      period: '2026-Q1',
      outage: outageOf('2026-01-10T00:00:00Z', '2026-01-12T00:00:00Z'),
    },
    ['75.00 + 225.00'],
  ],
  [
    'not in the run of another kind of period',
    {
      goodwill: half,
      policies:
        quarterly +
        monthly
          .split('policies:\n')[1]
          ?.replace('id: uptime', 'id: monthly')
          .replace('[team, business]', '[business]'),
      rows: [row('100')],
    },
    ['0.00 + 0.00'],
  ],
  [
    'in the period in which the incident began in the zone of the policy',
    {
      goodwill: instead,
      policies: west,
      outage: outageOf('2026-02-01T04:00:00Z', '2026-02-01T05:00:00Z'),
      rows: [row('100')],
    },
    ['10.00 + 40.00'],
  ],
  [
    'and not in the next',
    {
      goodwill: instead,
      policies: west,
      outage: outageOf('2026-02-01T04:00:00Z', '2026-02-01T05:00:00Z'),
      rows: [row('100')],
      period: '2026-02',
    },
    ['0.00 + 0.00'],
  ],
  [
    'to those who were covered when it happened',
    {
      goodwill: half,
      rows: [
        row('100', '', '2026-01-10'),
        row('100', '2026-01-11', '2026-01-20'),
        row('100', '2026-01-21'),
      ],
    },
    ['0.00 + 0.00', '10.00 + 50.00', '0.00 + 0.00'],
  ],
  [
    'for all of the time in the period in which it was',
    { goodwill: 'full', outage: overMonths, rows: [row('744', '', '', 'free')] },
    ['0.00 + 2.00'],
  ],
  [
    'and in the next',
    { goodwill: 'full', outage: overMonths, rows: [row('672', '', '', 'free')], period: '2026-02' },
    ['0.00 + 10.00'],
  ],
  [
    'never so that the sum is more than the fee',
    { goodwill: '{ percent: 100, reason: Sorry. }', rows: [row('100.15')] },
    ['10.02 + 90.13'],
  ],
  [
    'in a currency without decimals neither',
    { goodwill: '{ percent: 100, reason: Sorry. }', rows: [row('15', '', '', 'team', 'JPY')] },
    ['2 + 13'],
  ],
  [
    'not before the account is published',
    { goodwill: half, rows: [row('100')], now: '2026-02-10T00:00:00Z' },
    ['10.00 + 0.00'],
  ],
  [
    'once, where a plan has policies by the month and by the quarter',
    { goodwill: half, policies: both, rows: [row('100'), row('100', '', '', 'free')] },
    ['10.00 + 50.00', '0.00 + 50.00'],
  ],
  [
    'and not again in the run by the quarter',
    {
      goodwill: half,
      policies: both,
      rows: [row('100'), row('100', '', '', 'free')],
      period: '2026-Q1',
    },
    ['0.00 + 0.00', '0.00 + 0.00'],
  ],
  [
    'to a row whose policy is not in force yet, as to one that has none',
    {
      goodwill: half,
      policies:
        monthly.replace('2025-01-01', '2026-02-01') + second('other', '[business]', 'month'),
      rows: [row('100'), row('100', '', '', 'business')],
    },
    ['0.00 + 50.00', '10.00 + 50.00'],
  ],
  [
    'to a row that was hit later, in the period in which that was, and to nobody before he was a customer',
    {
      goodwill: half,
      policies: prorated,
      rows: [row('100', '2026-02-01')],
      more: later,
      period: '2026-01',
      account: 'down, later',
    },
    ['0.00 + 0.00'],
  ],
  [
    'and in that period',
    {
      goodwill: half,
      policies: prorated,
      rows: [row('100', '2026-02-01')],
      more: later,
      period: '2026-02',
      account: 'down, later',
    },
    ['10.00 + 50.00'],
  ],
  [
    'of two accounts, one on top and one instead',
    {
      goodwill: '{ percent: 20, reason: Sorry., counts: instead }',
      outage: outageOf('2026-01-17T00:00:00Z', '2026-01-17T12:00:00Z'),
      rows: [row('100')],
      more: { 'postmortems/again.mdx': accountOf('{ percent: 10, reason: Sorry. }') },
    },
    ['25.00 + 10.00'],
  ],
];

describe.concurrent('goodwill is given', () => {
  for (const [title, one, expected] of cases)
    test(title, async () => expect(await given(one)).toEqual(expected));
});

describe.concurrent('the report', () => {
  const run = (
    goodwill: string,
    rows: readonly string[],
    { policies = monthly, args = [] as readonly string[], outage = '' } = {},
  ) =>
    credits(list(...rows), {
      content: creditContent(policies, {
        'postmortems/down.mdx': accountOf(goodwill),
        ...(outage && { 'incidents/down.yaml': outage }),
      }),
      args,
    });

  test('in HTML is written where a row is covered only by its edge', async () => {
    const { code, files } = await run(half, [row('100', '2026-02-01'), row('100')], {
      policies: prorated,
      args: ['--format', 'html'],
    });
    expect([code, files]).toEqual([0, ['credits-2026-01.html', 'credits-2026-01.seal.json']]);
  });

  test('asks for a review where the whole fee is given back for a time of which nobody knows the end', async () => {
    const unknown = outageOf('2026-01-17T09:00:00Z', '2026-01-17T10:00:00Z').replace(
      'to: 2026-01-17T10:00:00Z',
      'to: unknown',
    );
    const { rows } = await run('full', [row('100', '', '', 'free')], { outage: unknown });
    expect(rows.map(({ state }) => state)).toEqual(['needs_review']);
  });

  test('of a single policy has no goodwill', async () => {
    const { rows } = await run(half, [row('100')], { args: ['--policy', 'uptime'] });
    expect(rows.map(({ credit, goodwill }) => [credit, goodwill])).toEqual([['10.00', '0.00']]);
  });

  test('has the same sums in whatever order its rows stand', async () => {
    const policies = monthly
      .replace('    tiers:', '    rounding: { mode: half_up, per: total }\n    tiers:')
      .replace('service_and_region', 'account');
    const pair = [row('0.04'), row('0.04').replace(',eu,', ',us,')];
    const sum = async (rows: readonly string[]) =>
      (await run('{ percent: 5, reason: Sorry. }', rows, { policies })).rows.reduce(
        (cents, { total }) => cents + Number(total) * 100,
        0,
      );
    expect(await sum(pair)).toBe(await sum(pair.toReversed()));
  });
});
