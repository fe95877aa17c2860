import { z } from 'zod';
import { publishedPolicies } from '../../domain/credits/offer/published.ts';
import { type CreditPolicy, creditPolicy, plan } from '../../domain/credits/policy/policy.ts';
import type { Source } from '../source.ts';

/** What customers are owed when a service was not there: the rules, and nothing about any customer. */
export const creditRules = z.strictObject({
  plans: z.array(plan),
  policies: z
    .array(creditPolicy)
    .describe('The versions that govern the periods which go on now, and the next ones'),
});

type Rules = z.input<typeof creditRules>;
type Policy = Rules['policies'][number];

const periodOf = ({ period }: CreditPolicy): Policy['period'] => {
  const { every, zone } = period;
  if (every === 'month') return { every, zone };
  return every === 'quarter'
    ? { every, zone, first_month: period.first_month }
    : { every, zone, days: period.days };
};

const downOf = ({ down }: CreditPolicy): Policy['down'] => ({
  statuses: down.statuses,
  error_rate: down.error_rate && {
    gt: down.error_rate.gt,
    gte: down.error_rate.gte,
    unmeasured: down.error_rate.unmeasured,
  },
  min_consecutive_minutes: down.min_consecutive_minutes,
  whole_minutes: down.whole_minutes,
  weigh_by_share: down.weigh_by_share,
});

const tiersOf = ({ tiers }: CreditPolicy): Policy['tiers'] =>
  tiers?.map(({ lt, lte, gt, gte, percent, days, months }) => ({
    lt,
    lte,
    gt,
    gte,
    percent,
    days,
    months,
  }));

const multipleOf = ({ multiple }: CreditPolicy): Policy['multiple'] =>
  multiple && {
    times: multiple.times,
    each_minutes: multiple.each_minutes,
    of: multiple.of,
    when: multiple.when,
    after_minutes: multiple.after_minutes,
    begun: multiple.begun,
  };

const stepsOf = ({ steps }: CreditPolicy): Policy['steps'] =>
  steps && {
    each_minutes: steps.each_minutes,
    percent: steps.percent,
    of: steps.of,
    when: steps.when,
    after_minutes: steps.after_minutes,
    begun: steps.begun,
  };

const excludeOf = ({ exclude: { maintenance, flagged } }: CreditPolicy): Policy['exclude'] => ({
  maintenance: maintenance && {
    by: maintenance.by,
    notice: maintenance.notice?.toString(),
    per_year: maintenance.per_year?.toString(),
  },
  flagged,
});

const claimOf = ({ claim }: CreditPolicy): Policy['claim'] => {
  if (claim === 'automatic') return claim;
  const { within, after, how } = claim;
  return {
    within:
      'days' in within ? { days: within.days } : { months: within.months, until: within.until },
    after,
    how,
  };
};

const policyOf = (policy: CreditPolicy): Policy => ({
  id: policy.id,
  name: policy.name,
  effective: {
    from: policy.effective.from.toString(),
    until: policy.effective.until?.toString(),
  },
  plans: policy.plans,
  services: policy.services,
  scope: policy.scope,
  period: periodOf(policy),
  down: downOf(policy),
  denominator: policy.denominator,
  tiers: tiersOf(policy),
  multiple: multipleOf(policy),
  steps: stepsOf(policy),
  base: { fee_for: policy.base.fee_for, prorated: policy.base.prorated },
  stacking: policy.stacking,
  cap: policy.cap && {
    percent: policy.cap.percent,
    days: policy.cap.days,
    months: policy.cap.months,
  },
  cap_per_year: policy.cap_per_year,
  minimum: policy.minimum,
  exclude: excludeOf(policy),
  claim: claimOf(policy),
  rounding: { mode: policy.rounding.mode, per: policy.rounding.per },
  note: policy.note,
});

/** In the form of credits.yaml: what a policy leaves out is left out. */
export const rulesOf = ({ record }: Source): Rules => ({
  plans: record.plans.map(({ id, name }) => ({ id, name })),
  policies: publishedPolicies(record).map(({ policy }) => policyOf(policy)),
});
