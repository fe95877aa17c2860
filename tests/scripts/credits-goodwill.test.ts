import { describe, expect, test } from 'vitest';
import { accountOf, creditContent, credits, headings, monthly, outageOf } from '../support/customers.ts';

const list = (...rows: readonly string[]): string => `${headings},covered_from,covered_to\n${rows.join('\n')}\n`;
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
}

/** Credit and goodwill of each row. The outage is an hour on 17 January, which earns 10% of the fee. */
async function given({ goodwill, rows, policies = monthly, outage, period = '2026-01', now, more = {} }: Case): Promise<string[]> {
  const content = creditContent(policies, {
    'postmortems/down.mdx': accountOf(goodwill),
    ...(outage && { 'incidents/down.yaml': outage }),
    ...more,
  });
  const run = await credits(list(...rows), { content, args: ['--period', period], ...(now && { settings: { OWNUP_NOW: now } }) });
  expect([run.code, run.stderr]).toEqual([0, '']);
  return run.rows.map(({ credit, goodwill: extra }) => `${credit} + ${extra}`);
}

const half = '{ percent: 50, reason: We are sorry. }';
const instead = '{ percent: 50, reason: We are sorry., counts: instead }';
const yearly = monthly.replace('    tiers:', '    base: { fee_for: year }\n    tiers:');
const quarterly = monthly.replace('{ every: month, zone: UTC }', '{ every: quarter, zone: UTC }');
const west = monthly.replace('{ every: month, zone: UTC }', '{ every: month, zone: America/Los_Angeles }');
const overMonths = outageOf('2026-01-31T22:00:00Z', '2026-02-01T10:00:00Z');

const cases: [string, Case, string[]][] = [
  ['on top of the credit', { goodwill: half, rows: [row('100')] }, ['10.00 + 50.00']],
  ['alone, where no policy is for the plan', { goodwill: half, rows: [row('100', '', '', 'free')] }, ['0.00 + 50.00']],
  ['instead of the credit, where that is more', { goodwill: instead, rows: [row('100')] }, ['10.00 + 40.00']],
  ['of what of the fee falls to the period', { goodwill: half, policies: yearly, rows: [row('1200')] }, ['10.00 + 50.00']],
  ['for all of the time, of what falls to the period', { goodwill: 'full', policies: yearly, rows: [row('1200')] }, ['10.00 + 0.13']],
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
      policies: quarterly + monthly.split('policies:\n')[1]?.replace('id: uptime', 'id: monthly').replace('[team, business]', '[business]'),
      rows: [row('100')],
    },
    ['0.00 + 0.00'],
  ],
  [
    'in the period in which the incident began in the zone of the policy',
    { goodwill: instead, policies: west, outage: outageOf('2026-02-01T04:00:00Z', '2026-02-01T05:00:00Z'), rows: [row('100')] },
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
    { goodwill: half, rows: [row('100', '', '2026-01-10'), row('100', '2026-01-11', '2026-01-20'), row('100', '2026-01-21')] },
    ['0.00 + 0.00', '10.00 + 50.00', '0.00 + 0.00'],
  ],
  [
    'for all of the time in the period in which it was',
    { goodwill: 'full', outage: overMonths, rows: [row('744', '', '', 'free')] },
    ['0.00 + 2.00'],
  ],
  ['and in the next', { goodwill: 'full', outage: overMonths, rows: [row('672', '', '', 'free')], period: '2026-02' }, ['0.00 + 10.00']],
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
  ['not before the account is published', { goodwill: half, rows: [row('100')], now: '2026-02-10T00:00:00Z' }, ['10.00 + 0.00']],
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
  for (const [title, one, expected] of cases) test(title, async () => expect(await given(one)).toEqual(expected));
});
