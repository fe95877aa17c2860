import { count } from '../../report.ts';
import type { Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import type { Exclusion } from '../../../../src/domain/credits/downtime/maintenance.ts';
import type { Review, ReviewCode } from '../../../../src/domain/credits/money/customer.ts';
import { instantText } from '../../../../src/domain/time.ts';
import { mostDigits } from '../../../../src/domain/credits/exact/money.ts';
import type {
  CreditPolicy,
  Worth,
  WrittenBounds,
} from '../../../../src/domain/credits/policy/policy.ts';
import { leastOf } from '../../../../src/domain/credits/money/minimum.ts';
import { upperBound } from '../../../../src/domain/credits/money/rate.ts';
import type { NothingOwed } from '../../../../src/domain/credits/verdict/verdict.ts';

/** What is wrong with a row, and what was expected. The words of the report; the terminal says them without what stands in the row. */
const reviews: Record<ReviewCode, [what: string, expected: string]> = {
  'id-missing': ['there is no id', 'the id of the customer'],
  'fields-wrong': [
    'the row has more or fewer fields than there are headings',
    'one field for each heading; a field with a separator in it stands in quotes',
  ],
  'plan-missing': ['there is no plan', 'a plan of credits.yaml'],
  'plan-unknown': ['the plan is not known', 'a plan of credits.yaml, by its id or its name'],
  'service-missing': [
    'there is no service, and the policy counts by service',
    'a service of services.yaml',
  ],
  'service-unknown': [
    'the service is not known',
    'a service of services.yaml, by its id or its name',
  ],
  'region-missing': [
    'there is no region, and the policy counts by region',
    'a region of the service',
  ],
  'region-unknown': ['the service has no such region', 'a region of the service in services.yaml'],
  'currency-missing': ['there is no currency', 'a code of ISO 4217, such as EUR'],
  'currency-unknown': ['there is no such currency', 'a code of ISO 4217, such as EUR'],
  'fee-missing': ['there is no fee', 'an amount such as 1234.56, or 0 if nothing is charged'],
  'fee-negative': [
    'the fee is negative',
    'one row of the same customer, plan, service, region, line, currency and covered time that it is taken off, and whose fee is not smaller',
  ],
  'fee-unreadable': [
    'the fee cannot be read without guessing',
    'digits and at most one decimal sign, the same in the whole column, such as 1234.56; no currency sign. Where a sign may be that of thousands, `--decimal point` or `--decimal comma` says which it is',
  ],
  'fee-too-long': [
    'the fee has more digits than any fee has',
    `at most ${mostDigits} digits, decimals included`,
  ],
  'deduction-unclear': [
    'a negative fee in another row may have to be taken off this one, and nobody can be sure of it',
    'in that row a fee such as -12.50, and the customer, plan, service, region, line, currency and covered time of the one row that it is taken off',
  ],
  'covered-unreadable': [
    'the covered time cannot be read',
    'days such as 2026-01-31, or moments with their zone such as 2026-01-31T00:00:00Z; `--dates dmy` or `--dates mdy` says what 01/02/2026 is',
  ],
  'covered-backwards': [
    'the covered time ends before it begins',
    'a first day that is not after the last',
  ],
  'row-repeated': [
    'the same customer, service, region and time stand in an earlier row',
    'each thing that is charged once; where a customer pays several things for a service, a column `line` that names each',
  ],
  'covered-twice': [
    'an earlier row covers a part of the same time for the same customer, service and region',
    'rows that follow each other, where a last day is covered whole; or a column `line` that tells several things apart',
  ],
  'end-unknown': [
    'nobody knows when an impact ended that counts here, or whether it was announced',
    'an end and an announcement in the incident',
  ],
  'affected-unlisted': [
    'goodwill was promised to some accounts only, and no list says which',
    'the accounts of that incident in the file given with --affected',
  ],
  'minimum-unknown': [
    'the policy sets no minimum for this currency',
    'the currency under `minimum` in credits.yaml',
  ],
};

const nothing: Record<NothingOwed, string> = {
  'no-policy': 'no policy is for this plan and service',
  'other-policy': 'only policies that were not asked for are for this plan and service',
  'other-period': 'its policy has no such period, or was not in force yet',
  'not-covered': 'the row covers no time of the period, or only maintenance that is no part of it',
  'uptime-kept': 'uptime was as high as the policy asks for',
  'below-minimum': 'the credit is less than the policy gives out',
  'no-fee': 'nothing is charged for this row',
  'taken-off': 'it is taken off the fee of another row',
  'rounds-to-nothing': 'the credit rounds to nothing',
};

const aboutIncident: readonly ReviewCode[] = ['end-unknown', 'affected-unlisted'];

/** For the private report. */
export const reviewText = ({ code, about }: Review): string =>
  `${reviews[code][0]}${about ? ` (${about})` : ''}; expected: ${reviews[code][1]}`;

/** For terminals and logs: nothing in it comes from a row. */
export const publicReviewText = ({ code, about }: Review): string =>
  `${reviews[code][0]}${about && aboutIncident.includes(code) ? ` (${about})` : ''}. Expected: ${reviews[code][1]}.`;

export const nothingText = (code: NothingOwed): string => nothing[code];

const unexcluded: Record<Exclusion['standing'], string> = {
  excluded: '',
  late: 'customers knew of its times for less long than the policy asks for',
  'moved-unknown': 'it was moved, and nobody knows since when customers knew of its times',
  doubtful: 'nobody knows whether it was announced',
};

/** Which time of maintenance is not excluded, and why; each once. */
export const unexcludedTexts = ({ counted }: Assessment): string[] => [
  ...new Set(
    counted.unexcluded.map(
      ({ incident, time, standing }) =>
        `${incident} is not excluded from ${instantText(time.from)} to ${instantText(time.to)}: ${unexcluded[standing]}`,
    ),
  ),
];

const bound = ({ lt, lte, gt, gte }: WrittenBounds): string =>
  [
    lt !== undefined && `< ${lt}%`,
    lte !== undefined && `≤ ${lte}%`,
    gt !== undefined && `> ${gt}%`,
    gte !== undefined && `≥ ${gte}%`,
  ]
    .filter(Boolean)
    .join(', ');

const worth = ({ percent, days, months }: Worth): string =>
  percent !== undefined
    ? `${percent}%`
    : days !== undefined
      ? count(days, 'day')
      : count(months ?? 0, 'month');

/** The tier, multiple or step that applied, in a few characters; empty if none did. */
export function ruleText(
  { tiers, multiple, steps }: CreditPolicy,
  reached: {
    tier: number | undefined;
    steps: bigint | undefined;
    earnedNothing: boolean;
  },
): string {
  const tier = reached.tier === undefined ? undefined : tiers?.[reached.tier];
  if (tier) return `uptime ${bound(tier)}: ${worth(tier)}`;
  if (reached.earnedNothing) return '';
  const lost = multiple ?? steps;
  if (!lost) return '';
  const counted =
    multiple && reached.steps !== undefined
      ? `${reached.steps} × ${multiple.each_minutes} min of `
      : '';
  const amount = multiple
    ? `${multiple.times} × ${counted}${lost.of === 'excess' ? 'excess downtime' : 'downtime'}`
    : `${reached.steps} × ${steps?.percent}%`;
  return `${amount}${lost.when ? `, uptime ${bound(lost.when)}` : ''}`;
}

/** All the tiers of a policy, the mildest first. */
export const tiersText = ({ tiers = [] }: CreditPolicy): string =>
  [...tiers]
    .sort((a, b) => upperBound(b) - upperBound(a))
    .map((tier) => `${bound(tier)}: ${worth(tier)}`)
    .join(' · ');

/** The time that a policy credits, with all that bounds it. */
function lostText({ multiple, steps }: CreditPolicy): string {
  const { of, after_minutes: after, each_minutes: each, begun, when } = multiple ?? steps ?? {};
  return [
    of === 'excess' ? 'excess downtime' : 'downtime',
    after ? `after the first ${after} min` : '',
    each === undefined ? '' : `in ${begun ? 'begun' : 'whole'} steps of ${each} min`,
    when ? `where uptime is ${bound(when)}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The rule of a policy in one line. */
export const ruleInShort = (policy: CreditPolicy): string =>
  tiersText(policy) ||
  (policy.multiple
    ? `${policy.multiple.times} × fee of the `
    : `${policy.steps?.percent}% for each ${policy.steps?.each_minutes} min of the `) +
    lostText(policy);

export const capText = ({ cap }: CreditPolicy): string => (cap ? worth(cap) : 'none');

/** The least that a policy gives in a currency. */
export function minimumText({ minimum }: CreditPolicy, currency: string): string {
  if (!minimum) return 'any amount';
  const least = leastOf(minimum, currency);
  return 'gt' in minimum
    ? `only what is more than ${least} ${currency}`
    : `only what is ${least} ${currency} or more`;
}
