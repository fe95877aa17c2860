import type { CreditPeriod } from '../../domain/credits/policy/period.ts';
import type { CreditPolicy } from '../../domain/credits/policy/policy.ts';
import { feeShare } from '../../domain/credits/money/rate.ts';
import type { RecordIndex } from '../../domain/record/index-record.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';
import { serviceName } from '../incidents/names.ts';
import { planNames, stackingText } from './text.ts';

/** What downtime is divided by; where no maintenance is excluded, none is taken off. */
function denominatorOf({ denominator, exclude }: CreditPolicy): CreditPolicy['denominator'] {
  if (exclude.maintenance) return denominator;
  return denominator.startsWith('covered') ? 'covered' : 'period';
}

/** A policy in short sentences, each about one of its rules. How to claim is not among them. */
interface PolicyRules {
  /** Whom and what it is for. */
  about: string[];
  /** What one gets. */
  earns: string[];
  /** How that is reckoned. */
  counting: string[];
}

/** `period`: of the policy, because what a fee pays for can depend on it. `others`: all that may give something beside it. */
export function policyRules(
  record: RecordIndex,
  policy: CreditPolicy,
  period: CreditPeriod,
  others: readonly CreditPolicy[],
  say: Strings,
  format: Format,
): PolicyRules {
  const { credits: words } = say;
  const { tiers = [], multiple, steps, cap, cap_per_year: capPerYear, minimum, services } = policy;
  return {
    about: [
      policy.plans === 'all'
        ? words.allPlans
        : words.plansOf(planNames(record, policy, format, ''), policy.plans.length),
      services === 'all'
        ? words.allServices
        : words.servicesOf(format.list(services.map((id) => serviceName(record, id)))),
      words.scope[policy.scope],
    ],
    earns: [
      ...tiers.map((tier) => words.tier(tier, format)),
      ...(tiers.length > 1 ? [words.highestTier] : []),
      ...(multiple ? [words.multiple(multiple, format)] : []),
      ...(steps ? [words.steps(steps, format)] : []),
      ...(cap ? [words.cap(cap, format)] : []),
      ...(capPerYear ? [words.capPerYear(capPerYear, format)] : []),
      ...(minimum ? [words.minimum(minimum, format)] : []),
      ...stackingText(policy, others, say, format),
    ],
    counting: [
      words.period(policy.period),
      ...words.down(policy.down, format),
      ...words.maintenance(policy, format),
      ...words.flagged(policy.exclude.flagged, format),
      words.denominator[denominatorOf(policy)],
      ...words.base(policy, feeShare(policy, period).toString()),
      words.rounding(policy.rounding),
    ],
  };
}
