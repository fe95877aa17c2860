import type { CreditPolicy, Tier } from '../../../credits/policy/policy.ts';
import { periodLengths } from '../../../credits/policy/period.ts';
import { tiersFromTop, worthOf } from '../../../credits/money/rate.ts';
import { isClearTier, tierPaths } from './terms.ts';
import { type RecordRule, edits } from '../../rule.ts';
import { inEachPolicy } from '../../per-record.ts';

const file = 'credits.yaml';

/** An edge of a tier, in percent, and whether the tier takes it in. */
interface Edge {
  at: number;
  included: boolean;
}

const upperEdge = ({ lt, lte }: Tier): Edge => ({
  at: lt ?? lte ?? 100,
  included: lt === undefined,
});
const lowerEdge = ({ gt, gte }: Tier): Edge | undefined =>
  (gt ?? gte) === undefined ? undefined : { at: gt ?? gte ?? 0, included: gt === undefined };

const bound = (above: 'gt' | 'lt', { at, included }: Edge): string =>
  `${above}${included ? 'e' : ''}: ${at}`;

/** What lies between the lower edge of a tier and the upper edge of the next one: nothing, something, or something that both take in. */
function boundary(lower: Edge, upper: Edge): 'closed' | 'gap' | 'overlap' {
  if (lower.at !== upper.at) return lower.at > upper.at ? 'gap' : 'overlap';
  return lower.included === upper.included ? (lower.included ? 'overlap' : 'gap') : 'closed';
}

interface PlacedTier {
  tier: Tier;
  /** Where it stands in the file. */
  index: number;
}

/** Each tier and the next one below it; the last has none. Those of which it is unclear where they lie, or what they give, are left out. */
function neighbours({ tiers = [] }: CreditPolicy): [PlacedTier, PlacedTier | undefined][] {
  const placed = tiersFromTop(tiers).map((index) => ({ tier: tiers[index] as Tier, index }));
  return placed
    .map((tier, place): [PlacedTier, PlacedTier | undefined] => [tier, placed[place + 1]])
    .filter((pair) => pair.every((side) => !side || isClearTier(side.tier)));
}

export const creditTierGap: RecordRule = {
  code: 'credit-tier-gap',
  level: 'error',
  serves: 'right',
  because:
    'Uptime that falls between two tiers earns nothing, though worse and better uptime does. Nobody meant that; mostly a bound should take its own value in.',
  fires: edits(file, {
    'exactly 99.0% earns nothing': [
      '{ lt: 99.9, percent: 10 }',
      '{ lt: 99.9, gt: 99, percent: 10 }',
    ],
    'a part of a percent is missing': [
      '{ lt: 99.9, percent: 10 }',
      '{ lt: 99.9, gte: 99.5, percent: 10 }',
    ],
    'nothing below the last tier': ['{ lt: 99, percent: 25 }', '{ lt: 99, gte: 95, percent: 25 }'],
  }),
  passes: edits(file, {
    'tiers that meet': ['{ lt: 99.9, percent: 10 }', '{ lt: 99.9, gte: 99, percent: 10 }'],
    'bounds that take their value in': [
      '{ lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }',
      '{ lte: 99.9, gt: 99, percent: 10 }\n      - { lte: 99, percent: 25 }',
    ],
  }),
  check: inEachPolicy(function* (policy) {
    for (const [{ tier, index }, next] of neighbours(policy)) {
      const lower = lowerEdge(tier);
      const upper: Edge = next ? upperEdge(next.tier) : { at: 0, included: false };
      if (!lower || boundary(lower, upper) !== 'gap') continue;
      const path = ['tiers', index, lower.included ? 'gte' : 'gt'];
      const what = !next
        ? `Uptime ${lower.at === 0 ? 'of exactly' : 'below'} ${lower.at}% earns nothing, though better uptime does.`
        : lower.at === upper.at
          ? `Exactly ${lower.at}% earns nothing.`
          : `Uptime between ${upper.at}% and ${lower.at}% earns nothing.`;
      const write = next
        ? `${bound('gt', { at: upper.at, included: !upper.included })} here, or leave it out: the tier then goes down to the next`
        : 'Leave it out.';
      yield {
        path,
        restsOn: [index, next?.index ?? index].flatMap(tierPaths),
        what,
        expected: 'tiers that meet, down to 0%',
        write,
      };
    }
  }),
};

export const creditTierOverlap: RecordRule = {
  code: 'credit-tier-overlap',
  level: 'error',
  serves: 'right',
  because: 'Where two tiers take in the same uptime, customers and you may each read another one.',
  fires: edits(file, {
    'exactly 99.0% earns twice': [
      '{ lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }',
      '{ lt: 99.9, gte: 99, percent: 10 }\n      - { lte: 99, percent: 25 }',
    ],
    'a tier twice': ['{ lt: 99, percent: 25 }', '{ lt: 99.9, percent: 25 }'],
  }),
  passes: edits(file, {
    'a third tier': [
      '{ lt: 99, percent: 25 }',
      '{ lt: 99, percent: 25 }\n      - { lt: 95, percent: 100 }',
    ],
  }),
  check: inEachPolicy(function* (policy) {
    for (const [{ tier, index }, next] of neighbours(policy)) {
      if (!next) continue;
      const upper = upperEdge(next.tier);
      const own = upperEdge(tier);
      const same = own.at === upper.at && own.included === upper.included;
      const lower = lowerEdge(tier);
      if (!same && (!lower || boundary(lower, upper) !== 'overlap')) continue;
      const shared = same
        ? `below ${upper.at}%`
        : lower?.at === upper.at
          ? `of exactly ${upper.at}%`
          : `between ${lower?.at}% and ${upper.at}%`;
      yield {
        path: ['tiers', next.index],
        restsOn: [index, next.index].flatMap(tierPaths),
        what: `Uptime ${shared} falls into this tier and into another one.`,
        expected: 'one tier for each uptime',
        write: `${bound('lt', { at: same ? upper.at : (lower?.at ?? upper.at), included: same ? upper.included : !(lower?.included ?? false) })} in one of the two, or another bound`,
      };
    }
  }),
};

export const creditTierFalls: RecordRule = {
  code: 'credit-tier-falls',
  level: 'error',
  serves: 'right',
  because: 'Who was worse off must not get less. Mostly two percentages were exchanged.',
  fires: edits(file, {
    'percentages exchanged': ['percent: 25', 'percent: 5'],
    'three days, which in February are more than a tenth': [
      '{ lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }',
      '{ lt: 99.9, days: 3 }\n      - { lt: 99, percent: 10 }',
    ],
    'a month of a quarter, which is a third of it': [
      '{ every: month, zone: UTC }\n    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }',
      '{ every: quarter, zone: UTC }\n    tiers:\n      - { lt: 99.9, percent: 50 }\n      - { lt: 99, months: 1 }',
    ],
  }),
  passes: edits(file, {
    'all of the fee': ['percent: 25', 'percent: 100'],
    'a month of a quarter, and half of it': [
      '{ every: month, zone: UTC }\n    tiers:\n      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }',
      '{ every: quarter, zone: UTC }\n    tiers:\n      - { lt: 99.9, months: 1 }\n      - { lt: 99, percent: 50 }',
    ],
  }),
  check: inEachPolicy(function* (policy) {
    const periods = periodLengths(policy);
    for (const [{ tier, index }, next] of neighbours(policy)) {
      const falls = periods.filter(
        (period) => next && worthOf(policy, period, next.tier).lt(worthOf(policy, period, tier)),
      );
      const [first] = falls;
      if (!next || !first) continue;
      yield {
        path: ['tiers', next.index],
        restsOn: [
          ...[index, next.index].flatMap(tierPaths),
          ['period'],
          ['effective', 'from'],
          ['effective', 'until'],
        ],
        what: `This tier is for worse uptime and gives less${falls.length < periods.length ? ` in a period of ${first.days} days` : ''}.`,
        expected: 'at least as much as the tier above',
        write: 'Exchange the two amounts, or correct a bound.',
      };
    }
  }),
};
