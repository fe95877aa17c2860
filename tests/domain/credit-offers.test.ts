import { describe, expect, test } from 'vitest';
import { creditOffers } from '../../src/domain/credits/offer/offers.ts';
import { publishedPolicies } from '../../src/domain/credits/offer/published.ts';
import { periodsOver } from '../../src/domain/credits/policy/period.ts';
import type { CreditPolicy } from '../../src/domain/credits/policy/policy.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { service } from '../../src/domain/service.ts';
import { aRecord } from '../support/accounts.ts';
import { aMaintenanceOf, aPolicy, anOutageOf, down } from '../support/credits.ts';

function offersOf(
  incident: Incident,
  {
    policies = [aPolicy()],
    now = '2027-01-01T00:00:00Z',
  }: { policies?: CreditPolicy[]; now?: string } = {},
) {
  const services = [service.parse({ id: 'api', name: 'API', regions: ['eu', 'us'] })];
  return creditOffers(
    indexRecord(aRecord({ services, incidents: [incident], policies }), Date.parse(now)),
    incident,
  );
}

const beginnings = (offers: ReturnType<typeof offersOf>) =>
  offers.map(({ assessment: { period } }) => period.first.toString());

test('an incident of many months earns something in each of them', () => {
  const long = anOutageOf([['2026-02-10T00:00:00Z', '2026-06-02T00:00:00Z']]);
  expect(beginnings(offersOf(long))).toEqual([
    '2026-02-01',
    '2026-03-01',
    '2026-04-01',
    '2026-05-01',
    '2026-06-01',
  ]);
  const quarterly = aPolicy({ period: { every: 'quarter', zone: 'UTC', first_month: 2 } });
  expect(beginnings(offersOf(long, { policies: [quarterly] }))).toEqual([
    '2026-02-01',
    '2026-05-01',
  ]);
});

test('rolling days end with the last day of an incident, and those before follow on', () => {
  const rolling = { every: 'days', days: 30, zone: 'UTC' } as const;
  const span = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
  const ends = (found: ReturnType<typeof periodsOver>) =>
    found.map(({ first, last }) => `${first.toString()} ${last.toString()}`);
  // The window ends with the last moment of the 2nd.
  expect(ends(periodsOver(rolling, span('2026-05-20T00:00:00Z', '2026-06-03T00:00:00Z')))).toEqual([
    '2026-05-04 2026-06-02',
  ]);
  expect(ends(periodsOver(rolling, span('2026-05-03T23:00:00Z', '2026-06-03T00:00:00Z')))).toEqual([
    '2026-04-04 2026-05-03',
    '2026-05-04 2026-06-02',
  ]);
});

test('an incident earns something also where another one had all of its time', () => {
  const first = anOutageOf([['2026-01-10T10:00:00Z', '2026-01-10T12:00:00Z']], 'first');
  const second = anOutageOf([['2026-01-10T10:15:00Z', '2026-01-10T11:45:00Z']], 'second');
  const record = aRecord({
    services: [],
    incidents: [second, first],
    policies: [aPolicy({ scope: 'account' })],
  });
  const index = indexRecord(record, Date.parse('2027-01-01T00:00:00Z'));
  expect([first, second].map((one) => creditOffers(index, one).length)).toEqual([1, 1]);
});

test('in the first of rolling days, an incident earns something in those that the policy begins with', () => {
  const rolling = aPolicy({
    effective: { from: '2026-01-01' },
    period: { every: 'days', days: 30, zone: 'UTC' },
  });
  const early = (day: string) => anOutageOf([[`${day}T00:00:00Z`, `${day}T03:20:00Z`]]);
  expect(beginnings(offersOf(early('2026-01-10'), { policies: [rolling] }))).toEqual([
    '2026-01-01',
  ]);
  expect(beginnings(offersOf(early('2026-03-10'), { policies: [rolling] }))).toEqual([
    '2026-02-09',
  ]);
  expect(offersOf(early('2025-12-31'), { policies: [rolling] })).toEqual([]);
});

describe('policies on the page', () => {
  const shown = (now: string, ...policies: CreditPolicy[]) =>
    publishedPolicies({ policies, now: Date.parse(now) }).map(
      ({ policy, period, isToCome }) =>
        `${policy.name} ${period.first.toString()}${isToCome ? ' to come' : ''}`,
    );
  const version = (
    name: string,
    from: string,
    fields: Record<string, unknown> = {},
    until?: string,
  ) => aPolicy({ name, effective: { from, until }, ...fields });

  test('are the version that governs the running period, and the one to come in its first', () => {
    const [old, next] = [version('old', '2026-01-01'), version('next', '2026-03-10')];
    expect(shown('2026-03-20T12:00:00Z', old, next)).toEqual([
      'old 2026-03-01',
      'next 2026-04-01 to come',
    ]);
    expect(shown('2026-04-01T12:00:00Z', old, next)).toEqual(['next 2026-04-01']);
  });

  test('stay until their last period is over', () => {
    const quarterly = version(
      'q',
      '2026-01-01',
      { period: { every: 'quarter', zone: 'UTC' } },
      '2026-02-15',
    );
    expect(shown('2026-03-20T12:00:00Z', quarterly)).toEqual(['q 2026-01-01']);
    expect(shown('2026-04-01T12:00:00Z', quarterly)).toEqual([]);
  });

  test('of rolling days are shown from their first day on', () => {
    const rolling = version('r', '2026-03-10', {
      period: { every: 'days', days: 30, zone: 'UTC' },
    });
    expect(shown('2026-03-01T12:00:00Z', rolling)).toEqual(['r 2026-03-10 to come']);
    expect(shown('2026-03-20T12:00:00Z', rolling)).toEqual(['r 2026-03-10']);
    expect(shown('2026-05-20T12:00:00Z', rolling)).toEqual(['r 2026-04-21']);
  });

  test('that never governed a period are not shown', () => {
    const [short, next] = [version('short', '2026-03-10'), version('next', '2026-03-20')];
    expect(shown('2026-03-25T12:00:00Z', short, next)).toEqual(['next 2026-04-01 to come']);
  });
});

test('what has not happened earns nothing', () => {
  const work = aMaintenanceOf(
    '2026-01-01T00:00:00Z',
    '2026-01-20T00:00:00Z',
    '2026-01-20T12:00:00Z',
  );
  expect(offersOf(work, { now: '2026-01-15T00:00:00Z' })).toEqual([]);
  expect(offersOf(work, { now: '2026-02-15T00:00:00Z' })).toHaveLength(1);
});

test('an end that nobody knows is an offer too, of at least what is known', () => {
  const unknown = anOutageOf([
    ['2026-01-10T00:00:00Z', '2026-01-10T01:00:00Z'],
    ['2026-01-20T00:00:00Z', 'unknown'],
  ]);
  expect(
    offersOf(unknown).map(({ assessment: { counted, rate } }) => [
      counted.doubtful,
      rate.ofBase.toString(),
    ]),
  ).toEqual([[['outage'], '1/10']]);
  const never = anOutageOf([['2026-01-20T00:00:00Z', 'unknown']]);
  expect(offersOf(never).map(({ assessment: { rate } }) => rate.ofBase.toString())).toEqual(['0']);
});

test('what an incident earns is a share of the base, whatever the fee pays for', () => {
  const policies = [
    aPolicy({ period: { every: 'quarter', zone: 'UTC' }, base: { fee_for: 'month' } }),
  ];
  const [offer] = offersOf(down(200), { policies });
  expect([
    offer?.assessment.rate.ofBase.toString(),
    offer?.assessment.rate.ofFee.toString(),
  ]).toEqual(['1/10', '3/10']);
});
