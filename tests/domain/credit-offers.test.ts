import { expect, test } from 'vitest';
import { creditOffers } from '../../src/domain/credits/offers.ts';
import { periodsOver } from '../../src/domain/credits/period.ts';
import type { CreditPolicy } from '../../src/domain/credits/policy.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { indexRecord } from '../../src/domain/index-record.ts';
import { service } from '../../src/domain/service.ts';
import { aRecord } from '../support/accounts.ts';
import { aMaintenanceOf, aPolicy, anOutageOf, down } from '../support/credits.ts';

function offersOf(
  incident: Incident,
  { policies = [aPolicy()], now = '2027-01-01T00:00:00Z' }: { policies?: CreditPolicy[]; now?: string } = {},
) {
  const services = [service.parse({ id: 'api', name: 'API', regions: ['eu', 'us'] })];
  return creditOffers(indexRecord(aRecord({ services, incidents: [incident], policies }), Date.parse(now)), incident);
}

const beginnings = (offers: ReturnType<typeof offersOf>) => offers.map(({ assessment: { period } }) => period.first.toString());

test('an incident of many months earns something in each of them', () => {
  const long = anOutageOf([['2026-02-10T00:00:00Z', '2026-06-02T00:00:00Z']]);
  expect(beginnings(offersOf(long))).toEqual(['2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01']);
  const quarterly = aPolicy({ period: { every: 'quarter', zone: 'UTC', first_month: 2 } });
  expect(beginnings(offersOf(long, { policies: [quarterly] }))).toEqual(['2026-02-01', '2026-05-01']);
});

test('rolling days end with the last day of an incident, and those before follow on', () => {
  const rolling = { every: 'days', days: 30, zone: 'UTC' } as const;
  const span = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
  const ends = (found: ReturnType<typeof periodsOver>) => found.map(({ first, last }) => `${first.toString()} ${last.toString()}`);
  // The window ends with the last moment of the 2nd.
  expect(ends(periodsOver(rolling, span('2026-05-20T00:00:00Z', '2026-06-03T00:00:00Z')))).toEqual(['2026-05-04 2026-06-02']);
  expect(ends(periodsOver(rolling, span('2026-05-03T23:00:00Z', '2026-06-03T00:00:00Z')))).toEqual([
    '2026-04-04 2026-05-03',
    '2026-05-04 2026-06-02',
  ]);
});

test('what has not happened earns nothing', () => {
  const work = aMaintenanceOf('2026-01-01T00:00:00Z', '2026-01-20T00:00:00Z', '2026-01-20T12:00:00Z');
  expect(offersOf(work, { now: '2026-01-15T00:00:00Z' })).toEqual([]);
  expect(offersOf(work, { now: '2026-02-15T00:00:00Z' })).toHaveLength(1);
});

test('an end that nobody knows is an offer too, of at least what is known', () => {
  const unknown = anOutageOf([
    ['2026-01-10T00:00:00Z', '2026-01-10T01:00:00Z'],
    ['2026-01-20T00:00:00Z', 'unknown'],
  ]);
  expect(offersOf(unknown).map(({ assessment: { counted, rate } }) => [counted.doubtful, rate.ofBase.toFraction()])).toEqual([
    [['outage'], '1/10'],
  ]);
  const never = anOutageOf([['2026-01-20T00:00:00Z', 'unknown']]);
  expect(offersOf(never).map(({ assessment: { rate } }) => rate.ofBase.toFraction())).toEqual(['0']);
});

test('what an incident earns is a share of the base, whatever the fee pays for', () => {
  const policies = [aPolicy({ period: { every: 'quarter', zone: 'UTC' }, base: { fee_for: 'month' } })];
  const [offer] = offersOf(down(200), { policies });
  expect([offer?.assessment.rate.ofBase.toFraction(), offer?.assessment.rate.ofFee.toFraction()]).toEqual(['1/10', '3/10']);
});
