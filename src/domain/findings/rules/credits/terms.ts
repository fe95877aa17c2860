import type { CreditPolicy, Tier, WrittenBounds } from '../../../credits/policy/policy.ts';
import type { FindingText, Path } from '../../finding.ts';
import { type RecordRule, edits } from '../../rule.ts';
import { type PolicyFinding, inEachPolicy } from '../../per-record.ts';

const file = 'credits.yaml';

const keysIn = (path: Path, keys: readonly string[]): Path[] => keys.map((key) => [...path, key]);

/** All that says where a tier begins and ends, and what it gives. */
export const tierPaths = (index: number): Path[] =>
  keysIn(['tiers', index], ['lt', 'lte', 'gt', 'gte', 'percent', 'days', 'months']);

const given = (...values: unknown[]): number =>
  values.filter((value) => value !== undefined).length;

/** Whether no uptime lies between two bounds. */
const isEmptyRange = ({ lt, lte, gt, gte }: WrittenBounds): boolean => {
  const [lower, upper] = [gt ?? gte ?? 0, lt ?? lte ?? 100];
  return lower > upper || (lower === upper && (lt !== undefined || gt !== undefined));
};

function* unclearTier({ lt, lte, gt, gte, percent, days, months }: Tier): Generator<FindingText> {
  if (given(lt, lte) !== 1 || given(gt, gte) > 1)
    yield {
      what:
        given(lt, lte) === 0
          ? 'This tier has no upper bound.'
          : 'This tier has two bounds on one side.',
      expected: 'lt or lte; beside it gt, gte or neither',
      write: 'lt: 99.9',
    };
  else if (given(percent, days, months) !== 1)
    yield {
      what: given(percent, days, months)
        ? 'This tier has several amounts.'
        : 'This tier has no amount.',
      expected: 'percent, days or months: one of the three',
      write: 'percent: 10',
    };
  else if (isEmptyRange({ lt, lte, gt, gte }))
    yield {
      what: 'No uptime falls into this tier.',
      expected: 'a lower bound that is below the upper, and an upper one above 0',
      write:
        (gt ?? gte ?? 0) > (lt ?? lte ?? 100)
          ? 'Exchange the two bounds.'
          : 'Another bound, such as lte in the place of lt.',
    };
  else if (lte === 100)
    yield {
      what: 'This tier credits perfect uptime too.',
      expected: 'a tier for less than 100%',
      write: 'lt: 100',
    };
}

export const isClearTier = (tier: Tier): boolean => unclearTier(tier).next().done === true;

/** What `multiple` and `steps` both can say. */
function* unclearTime(
  key: 'multiple' | 'steps',
  time: CreditPolicy['multiple'] | CreditPolicy['steps'],
): Generator<PolicyFinding> {
  if (time?.of === 'excess' && !time.when)
    yield {
      path: [key, 'of'],
      restsOn: [[key, 'when']],
      what: 'It credits downtime over an allowance, and does not say which.',
      expected: '`when` with the uptime that was promised',
      write: 'when: { lt: 99.9 }',
    };
  if (time?.when && isEmptyRange(time.when))
    yield {
      path: [key, 'when'],
      restsOn: keysIn([key, 'when'], ['lt', 'lte']),
      what: 'No uptime is below this.',
      expected: 'the uptime that was promised',
      write: 'when: { lt: 99.9 }',
    };
  if (time?.begun && time.each_minutes === undefined)
    yield {
      path: [key, 'begun'],
      restsOn: [[key, 'each_minutes']],
      what: 'It counts steps that have begun, and does not say how long a step is.',
      expected: '`each_minutes` with their length',
      write: 'each_minutes: 60',
    };
}

function* unclear({
  tiers,
  multiple,
  steps,
  cap,
  down,
  base,
  denominator,
}: CreditPolicy): Generator<PolicyFinding> {
  if (given(tiers, multiple, steps) !== 1) {
    const restsOn = [['tiers'], ['multiple'], ['steps']];
    yield {
      path: [],
      restsOn,
      what: given(tiers, multiple, steps)
        ? 'It says in several ways what is credited.'
        : 'It does not say what is credited.',
      expected: 'tiers, a multiple, or steps: one of the three',
      write: 'tiers: [{ lt: 99.9, percent: 10 }], or multiple: { times: 10 }',
    };
  }
  for (const [index, tier] of (tiers ?? []).entries())
    for (const found of unclearTier(tier))
      yield { path: ['tiers', index], restsOn: tierPaths(index), ...found };
  yield* unclearTime('multiple', multiple);
  yield* unclearTime('steps', steps);
  if (multiple && base.prorated && denominator.startsWith('period'))
    yield {
      path: ['denominator'],
      restsOn: [['multiple'], ['base', 'prorated']],
      what: 'For who is covered for a part of the period, both the base and the downtime’s share of it would be made smaller.',
      expected: 'downtime divided by the covered time, as the base is',
      write: `denominator: ${denominator.replace('period', 'covered')}`,
    };
  if (cap && given(cap.percent, cap.days, cap.months) !== 1)
    yield {
      path: ['cap'],
      restsOn: keysIn(['cap'], ['percent', 'days', 'months']),
      what: 'A cap has exactly one measure.',
      expected: 'percent, days or months: one of the three',
      write: 'percent: 100',
    };
  if (down.error_rate && given(down.error_rate.gt, down.error_rate.gte) !== 1)
    yield {
      path: ['down', 'error_rate'],
      restsOn: keysIn(['down', 'error_rate'], ['gt', 'gte']),
      what: 'An error rate has exactly one threshold.',
      expected: 'gt or gte, as a share from 0 to 1',
      write: 'gt: 0.05',
    };
}

export const creditUnclear: RecordRule = {
  code: 'credit-unclear',
  level: 'error',
  serves: 'right',
  because:
    'A rule about money that can be read in two ways, or in none, will be read in the other one.',
  fires: edits(file, {
    'tiers and a multiple': [
      '    claim: automatic',
      '    multiple: { times: 10 }\n    claim: automatic',
    ],
    'nothing that is credited': [
      '    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n',
      '',
    ],
    'a tier without a bound': ['{ lt: 99, percent: 25 }', '{ percent: 25 }'],
    'a tier without an amount': ['{ lt: 99, percent: 25 }', '{ lt: 99 }'],
    'bounds exchanged': ['{ lt: 99, percent: 25 }', '{ lt: 95, gte: 99, percent: 25 }'],
    'a cap of nothing': ['    claim: automatic', '    cap: {}\n    claim: automatic'],
    'an excess over nothing': [
      '    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n',
      '    multiple: { times: 10, of: excess }\n',
    ],
    'a tier below nothing': [
      '{ lt: 99, percent: 25 }',
      '{ lt: 99, percent: 25 }\n      - { lt: 0, percent: 100 }',
    ],
    'uptime that is never so low': [
      '    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n',
      '    multiple: { times: 10, when: { lt: 0 } }\n',
    ],
    'steps over an allowance that is not there': [
      '    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n',
      '    steps: { each_minutes: 60, percent: 5, of: excess }\n',
    ],
    'a part of a part': [
      '    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n',
      '    multiple: { times: 1 }\n    base: { prorated: true }\n',
    ],
    'begun steps of no length': [
      '    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n',
      '    multiple: { times: 10, begun: true }\n',
    ],
  }),
  passes: edits(file, {
    'a multiple': [
      '    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n',
      '    multiple: { times: 1 }\n',
    ],
    'each hour that has begun beyond what was promised': [
      '    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n',
      '    steps: { each_minutes: 60, percent: 5, begun: true, of: excess, when: { lt: 99.95 } }\n    cap: { percent: 100 }\n',
    ],
    'a tier for no uptime at all': [
      '{ lt: 99, percent: 25 }',
      '{ lt: 99, percent: 25 }\n      - { lte: 0, percent: 100 }',
    ],
    'a cap': ['    claim: automatic', '    cap: { percent: 30 }\n    claim: automatic'],
  }),
  check: inEachPolicy(unclear),
};
