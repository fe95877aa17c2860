import { periodWith } from '../credits/period.ts';
import type { CreditPolicy } from '../credits/policy.ts';
import type { Path } from './finding.ts';
import type { Draft, Problem, RecordRule } from './rule.ts';

const file = 'credits.yaml';

type PolicyProblem = Omit<Problem, 'place' | 'restsOn'> & { path: Path; restsOn?: readonly Path[] };

/** A check that looks at each credit policy; paths begin inside the policy. */
export const inEachPolicy = (look: (policy: CreditPolicy, all: readonly CreditPolicy[]) => Iterable<PolicyProblem>) =>
  function* ({ credits }: Draft): Generator<Problem> {
    const policies = credits?.policies ?? [];
    for (const [index, policy] of policies.entries()) {
      const inside = (path: Path) => ({ file, path: ['policies', index, ...path] });
      for (const { path, restsOn = [], ...message } of look(policy, policies))
        yield { place: inside(path), restsOn: restsOn.map(inside), ...message };
    }
  };

const keysIn = (path: Path, keys: readonly string[]): Path[] => keys.map((key) => [...path, key]);

/** All that says where a tier begins and ends, and what it gives. */
export const tierPaths = (index: number): Path[] => keysIn(['tiers', index], ['lt', 'lte', 'gt', 'gte', 'percent', 'days', 'months']);

const given = (...values: unknown[]): number => values.filter((value) => value !== undefined).length;

function* unclear({ tiers, multiple, steps, cap, down }: CreditPolicy): Generator<PolicyProblem> {
  if (given(tiers, multiple, steps) !== 1) {
    const restsOn = [['tiers'], ['multiple'], ['steps']];
    yield {
      path: [],
      restsOn,
      what: given(tiers, multiple, steps) ? 'It says in several ways what is credited.' : 'It does not say what is credited.',
      expected: 'tiers, a multiple, or steps: one of the three',
      write: 'tiers: [{ lt: 99.9, percent: 10 }], or multiple: { times: 10 }',
    };
  }
  for (const [index, { lt, lte, gt, gte, percent, days, months }] of (tiers ?? []).entries()) {
    const place = { path: ['tiers', index], restsOn: tierPaths(index) };
    if (given(lt, lte) !== 1 || given(gt, gte) > 1)
      yield {
        ...place,
        what: 'This tier has not one upper bound, and at most one lower.',
        expected: 'lt or lte; and gt or gte, or neither',
        write: 'lt: 99.9',
      };
    else if (given(percent, days, months) !== 1)
      yield {
        ...place,
        what: 'This tier has not one amount.',
        expected: 'percent, days or months: one of the three',
        write: 'percent: 10',
      };
    else if ((gt ?? gte ?? 0) > (lt ?? lte ?? 100))
      yield {
        ...place,
        what: 'No uptime falls into this tier.',
        expected: 'a lower bound that is below the upper',
        write: 'Exchange the two bounds.',
      };
    else if (lte === 100)
      yield { ...place, what: 'This tier credits perfect uptime too.', expected: 'a tier for less than 100%', write: 'lt: 100' };
  }
  if (multiple?.of === 'excess' && !multiple.when)
    yield {
      path: ['multiple', 'of'],
      restsOn: [['multiple', 'when']],
      what: 'It credits downtime over an allowance, and does not say which.',
      expected: '`when` with the uptime that was promised',
      write: 'when: { lt: 99.9 }',
    };
  if (cap && given(cap.percent, cap.days, cap.months) !== 1)
    yield {
      path: ['cap'],
      restsOn: keysIn(['cap'], ['percent', 'days', 'months']),
      what: 'The cap has not one measure.',
      expected: 'percent, days or months: one of the three',
      write: 'percent: 100',
    };
  if (down.error_rate && given(down.error_rate.gt, down.error_rate.gte) !== 1)
    yield {
      path: ['down', 'error_rate'],
      restsOn: keysIn(['down', 'error_rate'], ['gt', 'gte']),
      what: 'The error rate has not one threshold.',
      expected: 'gt or gte, as a share from 0 to 1',
      write: 'gt: 0.05',
    };
}

export const creditUnclear: RecordRule = {
  code: 'credit-unclear',
  level: 'error',
  serves: 'right',
  because: 'A rule about money that can be read in two ways, or in none, will be read in the other one.',
  fires: [
    { title: 'tiers and a multiple', file, replace: '    claim: automatic', by: '    multiple: { times: 10 }\n    claim: automatic' },
    {
      title: 'nothing that is credited',
      file,
      replace: '    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n',
      by: '',
    },
    { title: 'a tier without a bound', file, replace: '{ lt: 99, percent: 25 }', by: '{ percent: 25 }' },
    { title: 'a tier without an amount', file, replace: '{ lt: 99, percent: 25 }', by: '{ lt: 99 }' },
    { title: 'bounds exchanged', file, replace: '{ lt: 99, percent: 25 }', by: '{ lt: 95, gte: 99, percent: 25 }' },
    { title: 'a cap of nothing', file, replace: '    claim: automatic', by: '    cap: {}\n    claim: automatic' },
    {
      title: 'an excess over nothing',
      file,
      replace: '    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n',
      by: '    multiple: { times: 10, of: excess }\n',
    },
  ],
  passes: [
    {
      title: 'a multiple',
      file,
      replace: '    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n',
      by: '    multiple: { times: 10 }\n',
    },
    { title: 'a cap', file, replace: '    claim: automatic', by: '    cap: { percent: 30 }\n    claim: automatic' },
  ],
  check: inEachPolicy(unclear),
};

export const creditPeriodImpossible: RecordRule = {
  code: 'credit-period-impossible',
  level: 'error',
  serves: 'right',
  because:
    'A version governs the periods that begin while it is in force. Where none does, the policy promises something that is never paid.',
  fires: [
    { title: 'an end before the beginning', file, replace: 'from: 2026-01-01', by: 'from: 2026-01-01, until: 2025-12-31' },
    { title: 'no month begins in it', file, replace: 'from: 2026-01-01', by: 'from: 2026-01-02, until: 2026-01-31' },
  ],
  passes: [{ title: 'a single month', file, replace: 'from: 2026-01-01', by: 'from: 2026-01-01, until: 2026-01-31' }],
  check: inEachPolicy(function* ({ effective: { from, until }, period }) {
    if (!until) return;
    const path = ['effective', 'until'];
    const restsOn = [['effective', 'from'], ['period']];
    if (until.toString() < from.toString()) {
      yield {
        path,
        restsOn,
        what: `It ends on ${until.toString()}, before it begins on ${from.toString()}.`,
        expected: 'a last day that is not before the first',
        write: 'The right day, or leave it out.',
      };
      return;
    }
    const running = periodWith(period, from).first;
    const next = running.equals(from) || period.every === 'days' ? from : periodWith(period, from).last.add({ days: 1 });
    if (next.toString() <= until.toString()) return;
    yield {
      path,
      restsOn,
      what: `No period begins from ${from.toString()} to ${until.toString()}, so it is never in force.`,
      expected: 'a time in which a period begins',
      write: `from: ${running.toString()}, or a later end`,
    };
  }),
};

export const creditVersionTwice: RecordRule = {
  code: 'credit-version-twice',
  level: 'error',
  serves: 'right',
  because: 'Of two versions that begin on the same day nobody can say which is in force.',
  fires: [
    {
      title: 'two versions from the same day',
      file,
      replace: 'policies:\n',
      by: 'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2026-01-01 }, plans: all, scope: account, period: { every: month, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n',
    },
  ],
  passes: [
    {
      title: 'a version that follows another',
      file,
      replace: 'policies:\n',
      by: 'policies:\n  - { id: uptime, name: Uptime, effective: { from: 2025-01-01 }, plans: all, scope: account, period: { every: month, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n',
    },
  ],
  check: inEachPolicy(function* (policy, all) {
    const first = all.find(({ id, effective }) => id === policy.id && effective.from.equals(policy.effective.from));
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
