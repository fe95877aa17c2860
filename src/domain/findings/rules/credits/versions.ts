import { periodFrom, periodWith } from '../../../credits/policy/period.ts';
import type { CreditPolicy } from '../../../credits/policy/policy.ts';
import { governs } from '../../../credits/policy/version.ts';
import { type RecordRule, edits } from '../../rule.ts';
import { inEachPolicy } from '../../per-record.ts';

const file = 'credits.yaml';

/** Whether a period begins in which a version is in force: the first one, or the first after a later version has ended. */
export function isEverInForce(policy: CreditPolicy, all: readonly CreditPolicy[]): boolean {
  const { id, effective, period } = policy;
  const ends = all.flatMap((other) =>
    other.id === id && other !== policy && other.effective.until ? [other.effective.until] : [],
  );
  return [effective.from, ...ends.map((end) => end.add({ days: 1 }))].some((day) =>
    governs(policy, all, periodFrom(period, day).first),
  );
}

export const creditPeriodImpossible: RecordRule = {
  code: 'credit-period-impossible',
  level: 'error',
  serves: 'right',
  because:
    'A version governs the periods that begin while it is in force. Where none does, the policy promises something that is never paid.',
  fires: edits(file, {
    'an end before the beginning': ['from: 2026-01-01', 'from: 2026-01-01, until: 2025-12-31'],
    'no month begins in it': ['from: 2026-01-01', 'from: 2026-01-02, until: 2026-01-31'],
    'a later version takes its place before a month begins': [
      'policies:\n',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2025-12-02 }, plans: all, scope: account, period: { every: month, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n',
    ],
  }),
  passes: edits(file, {
    'a single month': ['from: 2026-01-01', 'from: 2026-01-01, until: 2026-01-31'],
    'a later version that ends again': [
      'policies:\n  - id: uptime\n    name: Uptime credit\n    effective: { from: 2026-01-01 }',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2025-12-02 }, plans: all, scope: account, period: { every: month, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n  - id: uptime\n    name: Uptime credit\n    effective: { from: 2026-01-01, until: 2026-01-31 }',
    ],
  }),
  check: inEachPolicy(function* (policy, all) {
    const { effective, period } = policy;
    const [from, until] = [effective.from.toString(), effective.until?.toString()];
    const restsOn = [['id'], ['effective', 'from'], ['period']];
    const running = periodWith(period, effective.from).first.toString();
    if (until !== undefined && until < from)
      yield {
        path: ['effective', 'until'],
        restsOn,
        what: `It ends on ${until}, before it begins on ${from}.`,
        expected: 'a last day that is not before the first',
        write: 'The right day, or leave it out.',
      };
    else if (!isEverInForce(policy, [policy]))
      yield {
        path: ['effective', 'until'],
        restsOn,
        what: `No period begins from ${from} to ${until}, so it is never in force.`,
        expected: 'a time in which a period begins',
        write: `from: ${running}, or a later end`,
      };
    else if (!isEverInForce(policy, all))
      yield {
        path: ['effective', 'from'],
        restsOn,
        what: 'Before a period begins, a later version has taken its place, so it is never in force.',
        expected: 'a version that is in force when a period begins',
        write: `from: ${running}, or leave this version out`,
      };
  }),
};

export const creditVersionTwice: RecordRule = {
  code: 'credit-version-twice',
  level: 'error',
  serves: 'right',
  because: 'Of two versions that begin on the same day nobody can say which is in force.',
  fires: edits(file, {
    'two versions from the same day': [
      'policies:\n',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2026-01-01 }, plans: all, scope: account, period: { every: month, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n',
    ],
  }),
  passes: edits(file, {
    'a version that follows another': [
      'policies:\n',
      'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2025-01-01 }, plans: all, scope: account, period: { every: month, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n',
    ],
  }),
  check: inEachPolicy(function* (policy, all) {
    const first = all.find(
      ({ id, effective }) => id === policy.id && effective.from.equals(policy.effective.from),
    );
    if (first === policy || !first) return;
    yield {
      path: ['effective', 'from'],
      restsOn: [['id']],
      what: `Another version of “${policy.id}” begins on the same day.`,
      expected: 'a day of its own for each version, or an id of its own for each policy',
      write: 'from: the day on which this one begins',
    };
  }),
};
