import { type CreditPeriod, periodFrom, periodWith } from '../../../credits/policy/period.ts';
import type { CreditPolicy } from '../../../credits/policy/policy.ts';
import { versionsInForce } from '../../../credits/policy/version.ts';
import { compareDays, isDayBefore } from '../../../time.ts';
import { isEverInForce } from './versions.ts';
import { inEachPolicy } from '../../per-record.ts';
import { type RecordRule, edits } from '../../rule.ts';

const file = 'credits.yaml';

/** The version before, and the last period that it governs; `undefined` for rolling days, which overlap by themselves. */
function lastBefore(
  policy: CreditPolicy,
  all: readonly CreditPolicy[],
): { before: CreditPolicy; last: CreditPeriod } | undefined {
  const earlier = all.filter(
    ({ id, effective }) => id === policy.id && isDayBefore(effective.from, policy.effective.from),
  );
  const [before] = earlier.sort((a, b) => compareDays(b.effective.from, a.effective.from));
  if (!before || before.period.every === 'days') return undefined;
  const dayBefore = policy.effective.from.subtract({ days: 1 });
  const { until } = before.effective;
  return {
    before,
    last: periodWith(before.period, until && isDayBefore(until, dayBefore) ? until : dayBefore),
  };
}

/** The last period of a version that ends, and the first one of the earlier version that is then in force again. */
function resumption(
  policy: CreditPolicy,
  all: readonly CreditPolicy[],
): { last: CreditPeriod; next: CreditPeriod } | undefined {
  const { until } = policy.effective;
  if (!until || policy.period.every === 'days') return undefined;
  const [again] = versionsInForce(
    all.filter(({ id }) => id === policy.id),
    () => until.add({ days: 1 }),
  );
  if (!again || !isDayBefore(again.effective.from, policy.effective.from)) return undefined;
  return {
    last: periodWith(policy.period, until),
    next: periodFrom(again.period, until.add({ days: 1 })),
  };
}

export const creditVersionGap: RecordRule = {
  code: 'credit-version-gap',
  level: 'error',
  serves: 'right',
  because:
    'A version governs the periods that begin while it is in force. Where the next one has other periods, days between the two would be governed by neither, or by both.',
  fires: edits(file, {
    'quarters that begin in the middle of one': [
      'policies:\n',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2026-02-01 }, plans: all, scope: account, period: { every: quarter, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n',
    ],
    'months in another zone': [
      'policies:\n',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2026-03-01 }, plans: all, scope: account, period: { every: month, zone: America/New_York }, multiple: { times: 1 }, claim: automatic }\n',
    ],
    'rolling days that begin within a month': [
      'policies:\n',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2026-03-10 }, plans: all, scope: account, period: { every: days, days: 30, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n',
    ],
    'a month in which neither is in force': [
      'policies:\n  - id: uptime\n    name: Uptime credit\n    effective: { from: 2026-01-01 }',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2025-01-01, until: 2026-01-31 }, plans: all, scope: account, period: { every: month, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n  - id: uptime\n    name: Uptime credit\n    effective: { from: 2026-02-02 }',
    ],
    'an earlier version that goes on before a quarter has ended': [
      'policies:\n',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2026-04-01, until: 2026-05-31 }, plans: all, scope: account, period: { every: quarter, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n',
    ],
    'months that begin before a quarter ends': [
      'policies:\n',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2025-11-03 }, plans: all, scope: account, period: { every: quarter, zone: UTC, first_month: 3 }, multiple: { times: 1 }, claim: automatic }\n',
    ],
  }),
  passes: edits(file, {
    'a version for one quarter': [
      'policies:\n',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2026-04-01, until: 2026-06-30 }, plans: all, scope: account, period: { every: quarter, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n',
    ],
    'quarters that begin where a quarter does': [
      'policies:\n',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2026-04-01 }, plans: all, scope: account, period: { every: quarter, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n',
    ],
    'an earlier version that had ended': [
      'policies:\n',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2025-07-01, until: 2025-09-30 }, plans: all, scope: account, period: { every: quarter, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n',
    ],
  }),
  check: inEachPolicy(function* (policy, all) {
    const { effective, period } = policy;
    const resumed = resumption(policy, all);
    if (resumed && resumed.last.span.to !== resumed.next.span.from)
      yield {
        path: ['effective', 'until'],
        restsOn: [['id'], ['period'], ['effective', 'from']],
        what: `Its last period ends on ${resumed.last.last.toString()}, and the earlier version, in force again, goes on from ${resumed.next.first.toString()}.`,
        expected:
          'a version that ends where a period of the earlier version begins, or an end of the earlier one',
        write: `until: ${resumed.last.last.toString()}, or an \`until\` for the earlier version`,
      };
    const found = isEverInForce(policy, all) ? lastBefore(policy, all) : undefined;
    if (!found) return;
    const { before, last } = found;
    const first = periodFrom(period, effective.from);
    const isTwice = first.span.from < last.span.to;
    // Where the version before says when it ends, days between the two may be meant; but not those in which this one says it is in force.
    const isGap =
      first.span.from > last.span.to &&
      (before.effective.until === undefined || isDayBefore(effective.from, first.first));
    if (!isTwice && !isGap) return;
    const next = last.last.add({ days: 1 });
    const sameDay = first.first.equals(next);
    yield {
      path: ['effective', 'from'],
      restsOn: [['id'], ['period'], ['effective', 'until']],
      what: sameDay
        ? `The version before has another time zone, so the hours between the two midnights would be ${isTwice ? 'counted in both' : 'counted in neither'}.`
        : isTwice
          ? `From ${first.first.toString()} to ${last.last.toString()}, this version and the one before would both be in force.`
          : `From ${next.toString()} to ${first.first.subtract({ days: 1 }).toString()}, no version would be in force.`,
      expected: 'a version whose first period begins when the last one of the version before ends',
      write: sameDay
        ? `zone: ${before.period.zone}`
        : `from: ${(isTwice ? periodFrom(period, next) : first).first.toString()}`,
    };
  }),
};
