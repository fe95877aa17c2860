import { type CreditPolicy, creditPolicy } from '../../src/domain/credits/policy/policy.ts';
import { moneyText, currencyDecimals, readDecimal } from '../../src/domain/credits/exact/money.ts';
import { askedPeriod, periodAsked } from '../../src/domain/credits/policy/period.ts';
import { minimumIn } from '../../src/domain/credits/money/minimum.ts';
import { roundAmount } from '../../src/domain/credits/exact/rounding.ts';
import type { CreditTarget } from '../../src/domain/credits/downtime/downtime.ts';
import { type Assessment, assess } from '../../src/domain/credits/money/assessment.ts';
import { policyCredit } from '../../src/domain/credits/money/policy-credit.ts';
import { policyInPeriod } from '../../src/domain/credits/downtime/policy-in-period.ts';
import { type Incident, incident } from '../../src/domain/incident.ts';
import type { Interval } from '../../src/domain/time.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A policy: 10% of the fee below 99.9% and 25% below 99.0%, by the month in UTC, unless `fields` say otherwise. */
export const aPolicy = (fields: Fields = {}): CreditPolicy =>
  creditPolicy.parse({
    id: 'uptime',
    name: 'Uptime',
    effective: { from: '2020-01-01' },
    plans: 'all',
    scope: 'service',
    period: { every: 'month', zone: 'UTC' },
    tiers: [
      { lt: 99.9, percent: 10 },
      { lt: 99, percent: 25 },
    ],
    claim: 'automatic',
    ...fields,
  });

/** The policy with a multiple, or steps, in place of its tiers. */
export const untiered = (fields: Fields): CreditPolicy => aPolicy({ tiers: undefined, ...fields });

/** An outage of `api` with these windows: from, to, and what else is known of each. */
export const anOutageOf = (
  windows: readonly (readonly [from: string, to: string, fields?: Fields])[],
  id = 'outage',
): Incident => ({
  ...(incident.parse({
    kind: 'incident',
    title: 'Down',
    severity: 'major',
    impact: windows.map(([from, to, fields]) => ({
      service: 'api',
      status: 'major_outage',
      from,
      to,
      ...fields,
    })),
    updates: [
      {
        at: windows.at(-1)?.[1] === 'unknown' ? windows[0]?.[0] : windows.at(-1)?.[1],
        status: 'resolved',
        text: 'Over.',
      },
    ],
  }) as Incident),
  id,
});

/** A maintenance of `api` that took all of its announced window. */
export const aMaintenanceOf = (
  announced: string,
  from: string,
  to: string,
  id = 'maintenance',
): Incident => ({
  ...(incident.parse({
    kind: 'maintenance',
    title: 'Work',
    announced,
    scheduled: { from, to },
    impact: [{ service: 'api', status: 'under_maintenance', from, to }],
  }) as Incident),
  id,
});

/** One outage of so many minutes, from the 10th of January 2026 on. */
export const down = (minutes: number, from = '2026-01-10T00:00:00Z'): Incident =>
  anOutageOf([[from, new Date(Date.parse(from) + minutes * 60_000).toISOString()]]);

export interface Case {
  policy: CreditPolicy;
  incidents: readonly Incident[];
  period?: string;
  target?: CreditTarget;
  covered?: Interval;
}

const now = Date.parse('2030-01-01T00:00:00Z');

export function assessed({
  policy,
  incidents,
  period = '2026-01',
  target = { service: 'api' },
  covered,
}: Case): Assessment | undefined {
  const asked = askedPeriod(period);
  const found = asked && periodAsked(policy.period, asked);
  if (!found) throw new Error(`The policy has no period ${period}.`);
  return assess(policyInPeriod(policy, found, incidents, now), target, covered);
}

/** What a customer with this fee gets, as it is written on an invoice. */
export function credited(one: Case, fee: string, currency = 'EUR'): string | undefined {
  const assessment = assessed(one);
  const amount = readDecimal(fee);
  const decimals = currencyDecimals(currency);
  if (!assessment || !amount || decimals === undefined) return undefined;
  return moneyText(
    roundAmount(
      policyCredit(assessment, amount, minimumIn(one.policy, currency)).amount,
      decimals,
      one.policy.rounding.mode,
    ),
    decimals,
  );
}

export const uptimeOf = (one: Case): string | undefined => assessed(one)?.counted.uptime.toString();

/** Minutes of downtime, as a fraction. */
export const downtimeOf = (one: Case): string | undefined =>
  assessed(one)?.counted.downtime.div(60_000).toString();
