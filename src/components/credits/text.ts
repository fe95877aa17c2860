import { type CreditPeriod, periodName } from '../../domain/credits/period.ts';
import type { CreditTarget } from '../../domain/credits/downtime.ts';
import type { CreditPolicy } from '../../domain/credits/policy.ts';
import { type Fraction, percentDigits } from '../../domain/credits/fractions.ts';
import type { RecordIndex } from '../../domain/index-record.ts';
import { roundAmount } from '../../domain/credits/rounding.ts';
import { moneyText } from '../../domain/credits/money.ts';
import { serviceName } from '../incidents/names.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';

/** What customers call a period: November 2026, or its first and last day. */
export const periodText = ({ period }: CreditPolicy, found: CreditPeriod, format: Format): string =>
  period.every === 'month'
    ? format.month(found.first)
    : period.every === 'quarter'
      ? periodName(period, found)
      : `${format.day(found.first)} – ${format.day(found.last)}`;

/** A share as percent, cut after five decimals. */
export const shareText = (share: Fraction, format: Format): string => format.precisePercent(percentDigits(share, 5));

/** A share that a rule names, without decimals where it has none. */
export const ruleShareText = (share: Fraction, format: Format): string =>
  share.mul(100).d === 1n ? format.share(Number(share.mul(100).n) / 100) : shareText(share, format);

/** A fee that is easy to reckon with, and what a share of it comes to. */
export const hundred = (format: Format): string => format.amount('100.00');
export const ofHundred = (share: Fraction, { rounding }: CreditPolicy, format: Format): string =>
  format.amount(moneyText(roundAmount({ n: share.n * 100n, d: share.d }, 2, rounding.mode), 2));

export const planNames = ({ plans }: Pick<RecordIndex, 'plans'>, policy: CreditPolicy, format: Format, everyPlan: string): string =>
  policy.plans === 'all' ? everyPlan : format.list(policy.plans.map((id) => plans.find((plan) => plan.id === id)?.name ?? id));

/** The services and regions of targets, in words; empty for all services together. */
export function targetsText(record: RecordIndex, targets: readonly CreditTarget[], format: Format): string {
  const services = [...new Set(targets.flatMap(({ service }) => service ?? []))];
  return format.list(
    services.map((service) => {
      const regions = targets.flatMap((target) => (target.service === service && target.region ? [target.region] : []));
      const all = (record.service.get(service)?.regions.length ?? 0) === regions.length;
      return all ? serviceName(record, service) : `${serviceName(record, service)} (${regions.join(', ')})`;
    }),
  );
}

/** A policy in short sentences, each about one of its rules. How to claim is not among them. */
export function ruleSentences(record: RecordIndex, policy: CreditPolicy, { credits: words }: Strings, format: Format): string[] {
  const { tiers = [], multiple, steps, cap, minimum, services } = policy;
  return [
    policy.plans === 'all' ? words.allPlans : words.plansOf(planNames(record, policy, format, '')),
    services === 'all' ? words.allServices : words.servicesOf(format.list(services.map((id) => serviceName(record, id)))),
    words.scope[policy.scope],
    words.period(policy.period),
    ...words.down(policy.down, format),
    ...words.exclude(policy.exclude, format),
    words.denominator[policy.denominator],
    ...tiers.map((tier) => words.tier(tier, format)),
    ...(multiple ? [words.multiple(multiple, format)] : []),
    ...(steps ? [words.steps(steps, format)] : []),
    ...(cap ? [words.cap(cap, format)] : []),
    ...(minimum ? [words.minimum(minimum, format)] : []),
    ...(record.policies.some(({ id }) => id !== policy.id) ? [words.stacking[policy.stacking]] : []),
    words.rounding(policy.rounding),
  ];
}

export const withinText = ({ claim }: CreditPolicy, { credits: words }: Strings): string =>
  claim === 'automatic' ? '' : 'days' in claim.within ? words.within.days(claim.within.days) : words.within.months(claim.within.months);
