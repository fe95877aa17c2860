import { earnedBy } from '../../../credits/money/earning.ts';
import { type Fraction, ratio } from '../../../credits/exact/fraction.ts';
import { type CreditPeriod, periodLengths } from '../../../credits/policy/period.ts';
import type { CreditPolicy } from '../../../credits/policy/policy.ts';
import { earningOf } from '../../../credits/money/rate.ts';
import { type RecordRule, edits } from '../../rule.ts';
import { inEachPolicy } from '../../per-record.ts';

const file = 'credits.yaml';
const tiers = '    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n';

/** What a period that was down from end to end earns, as a share of the base. */
function mostOf(policy: CreditPolicy, period: CreditPeriod): Fraction {
  const whole = ratio(period.span.to - period.span.from, 1);
  return earnedBy(earningOf(policy, period), whole, whole).share;
}

export const creditUncapped: RecordRule = {
  code: 'credit-uncapped',
  level: 'warning',
  serves: 'right',
  because:
    'What grows with downtime can exceed what was paid: ten times the fee of four days is more than a month. Say that you mean it, or how much is the most.',
  fires: edits(file, {
    'a multiple that nothing limits': [tiers, '    multiple: { times: 10 }\n'],
    'steps that nothing limits': [tiers, '    steps: { each_minutes: 60, percent: 5 }\n'],
  }),
  passes: edits(file, {
    'at most the fee': [tiers, '    multiple: { times: 10 }\n    cap: { percent: 100 }\n'],
    'at most twice the fee, which is meant': [
      tiers,
      '    multiple: { times: 10 }\n    cap: { percent: 200 }\n',
    ],
    'steps that do not come to the fee': [tiers, '    steps: { each_minutes: 60, percent: 0.1 }\n'],
    'the fee of the downtime': [tiers, '    multiple: { times: 1 }\n'],
  }),
  check: inEachPolicy(function* (policy) {
    const { multiple, steps, cap } = policy;
    if (
      cap ||
      !(multiple || steps) ||
      periodLengths(policy).every((one) => mostOf(policy, one).lte(1))
    )
      return;
    yield {
      path: [multiple ? 'multiple' : 'steps'],
      restsOn: [
        ['cap'],
        ...['times', 'percent', 'each_minutes'].map((key) => [
          multiple ? 'multiple' : 'steps',
          key,
        ]),
      ],
      what: 'An outage of the whole period would earn more than was paid, because there is no cap.',
      expected: 'a cap',
      write: 'cap: { percent: 100 }',
    };
  }),
};
