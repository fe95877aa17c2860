import { smaller } from '../../../credits/exact/fraction.ts';
import { type CreditPeriod, periodLengths } from '../../../credits/policy/period.ts';
import type { CreditPolicy } from '../../../credits/policy/policy.ts';
import { worthOf } from '../../../credits/money/rate.ts';
import type { Path } from '../../finding.ts';
import { tierPaths } from './terms.ts';
import { type RecordRule, edits } from '../../rule.ts';
import { inEachPolicy } from '../../per-record.ts';

const file = 'credits.yaml';

const shortestOf = (policy: CreditPolicy): CreditPeriod | undefined =>
  periodLengths(policy).toSorted((a, b) => a.days - b.days)[0];

/** The lengths of time that a policy writes, in minutes; and whether downtime has to be longer than that. */
function* writtenLengths({
  down,
  multiple,
  steps,
}: CreditPolicy): Generator<{ path: Path; minutes: number; longer: boolean }> {
  const least = down.min_consecutive_minutes;
  const path = ['down', 'min_consecutive_minutes'];
  if (typeof least === 'number') yield { path, minutes: least, longer: false };
  else if (least)
    yield { path, minutes: 'gt' in least ? least.gt : least.gte, longer: 'gt' in least };
  if (typeof down.whole_minutes === 'number')
    yield { path: ['down', 'whole_minutes'], minutes: down.whole_minutes, longer: false };
  for (const [key, time] of Object.entries({ multiple, steps })) {
    if (time?.each_minutes && !time.begun)
      yield { path: [key, 'each_minutes'], minutes: time.each_minutes, longer: false };
    if (time?.after_minutes)
      yield { path: [key, 'after_minutes'], minutes: time.after_minutes, longer: true };
  }
}

export const creditBeyondPeriod: RecordRule = {
  code: 'credit-beyond-period',
  level: 'error',
  serves: 'right',
  because:
    'Downtime that has to be longer than a period earns nothing in it, and a tier of more days than a period has gives back more than was paid. A February has 28 days.',
  fires: edits(file, {
    'an outage that no month is long enough for': [
      '    claim: automatic',
      '    down: { min_consecutive_minutes: 43200 }\n    claim: automatic',
    ],
    'downtime in units that are longer than a month': [
      '    claim: automatic',
      '    down: { whole_minutes: 44640 }\n    claim: automatic',
    ],
    'more days than a February has': ['percent: 25', 'days: 30'],
    'more than one month of a month': ['percent: 25', 'months: 2'],
  }),
  passes: edits(file, {
    'a week': ['percent: 25', 'days: 7'],
    'half a month': ['percent: 25', 'days: 15'],
    'a day without a break': [
      '    claim: automatic',
      '    down: { min_consecutive_minutes: 1440 }\n    claim: automatic',
    ],
    'more days than a month has, and a cap': [
      'percent: 25 }',
      'days: 30 }\n    cap: { percent: 100 }',
    ],
  }),
  check: inEachPolicy(function* (policy) {
    const shortest = shortestOf(policy);
    if (!shortest) return;
    const restsOn = [['period'], ['effective', 'from'], ['effective', 'until']];
    const most = shortest.days * 24 * 60;
    for (const { path, minutes, longer } of writtenLengths(policy)) {
      if (minutes < most || (minutes === most && !longer)) continue;
      yield {
        path,
        restsOn,
        what: `A period of ${shortest.days} days has ${most} minutes, and this asks for more.`,
        expected: `${longer ? 'less than' : 'at most'} ${most} minutes`,
        write: 'A shorter time, in minutes.',
      };
    }
    for (const [index, tier] of (policy.tiers ?? []).entries()) {
      const worth = worthOf(policy, shortest, tier);
      if ((policy.cap ? smaller(worth, worthOf(policy, shortest, policy.cap)) : worth).lte(1))
        continue;
      yield {
        path: ['tiers', index],
        restsOn: [...restsOn, ...tierPaths(index), ['cap']],
        what: `This tier gives more than is paid for a period of ${shortest.days} days.`,
        expected: 'at most all that is paid for the shortest period',
        write: 'percent: 100, or a cap: { percent: 100 } beside the tiers',
      };
    }
  }),
};
