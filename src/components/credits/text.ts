import { plainText } from '../../site/markdown.ts';
import type { Assessment } from '../../domain/credits/money/assessment.ts';
import type { CreditTarget } from '../../domain/credits/downtime/downtime.ts';
import { type CreditExample, exampleFee } from '../../domain/credits/offer/example.ts';
import { type Fraction, percentDigits } from '../../domain/credits/exact/fraction.ts';
import { moneyText } from '../../domain/credits/exact/money.ts';
import { type CreditPeriod, periodName } from '../../domain/credits/policy/period.ts';
import type { CreditPolicy } from '../../domain/credits/policy/policy.ts';
import { stackingOf } from '../../domain/credits/policy/stacking.ts';
import type { RecordIndex } from '../../domain/record/index-record.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';
import { regionName, serviceName } from '../incidents/names.ts';

/** What customers call a period: November 2026, the quarter 2026-Q4, or its first and last day. */
export const periodText = (
  { period }: CreditPolicy,
  found: CreditPeriod,
  { credits: words }: Strings,
  format: Format,
): string =>
  period.every === 'month'
    ? format.month(found.first)
    : period.every === 'quarter'
      ? words.quarter(periodName(period, found))
      : `${format.day(found.first)} – ${format.day(found.last)}`;

/** A share as percent, cut after five decimals. */
export const shareText = (share: Fraction, format: Format): string =>
  format.precisePercent(percentDigits(share, 5));

/** A share that a rule names, as it is written there; cut where its decimals do not end. */
export const ruleShareText = (share: Fraction, format: Format): string =>
  share.mul(10 ** 7).reduced().d === 1n
    ? format.rulePercent(share.mul(100).toNumber())
    : shareText(share, format);

/** What the example pays, in its currency. */
export function exampleFeeText(policy: CreditPolicy, format: Format): string {
  const { currency, decimals, fee } = exampleFee(policy);
  return format.amount(moneyText(fee * 10n ** BigInt(decimals), decimals), currency);
}

/** What the example gets; without a currency where that stands beside it. */
export const exampleCreditText = (
  policy: CreditPolicy,
  { credit }: CreditExample,
  format: Format,
  currency?: string,
): string => format.amount(moneyText(credit, exampleFee(policy).decimals), currency);

/** What an assessment comes to, as its rule says it: days and months are not made percentages of. */
export function earnedText(
  { policy, period, rate }: Assessment,
  say: Strings,
  format: Format,
): string {
  const { credits: words } = say;
  const tier = rate.tier === undefined ? undefined : policy.tiers?.[rate.tier];
  return tier && tier.percent === undefined && rate.ofBase.equals(rate.earned)
    ? words.box.partOf(words.worth(tier, format), periodText(policy, period, say, format))
    : words.box.paid(
        ruleShareText(rate.ofBase, format),
        periodText(policy, period, say, format),
        policy.scope,
      );
}

export const planNames = (
  { plans }: Pick<RecordIndex, 'plans'>,
  policy: CreditPolicy,
  format: Format,
  everyPlan: string,
): string =>
  policy.plans === 'all'
    ? everyPlan
    : format.list(policy.plans.map((id) => plans.find((plan) => plan.id === id)?.name ?? id));

/** The services and regions of targets, in words; empty for all services together. */
export function targetsText(
  record: RecordIndex,
  targets: readonly CreditTarget[],
  format: Format,
): string {
  const services = [...new Set(targets.flatMap(({ service }) => service ?? []))];
  return format.list(
    services.map((service) => {
      const regions = targets.flatMap((target) =>
        target.service === service && target.region ? [target.region] : [],
      );
      const all =
        record.service.get(service)?.regions.every((region) => regions.includes(region)) ?? true;
      const name = serviceName(record, service);
      return all || regions.length === 0
        ? name
        : `${name} (${regions.map((region) => regionName(record, region)).join(', ')})`;
    }),
  );
}

/** What becomes of a credit beside those of `others`, in one sentence; none if there is no such. */
export function stackingText(
  policy: CreditPolicy,
  others: readonly CreditPolicy[],
  { credits: words }: Strings,
  format: Format,
): string[] {
  const { added, undoing } = stackingOf(policy, others);
  const names = (policies: readonly CreditPolicy[]): string =>
    format.list([...new Set(policies.map(({ name }) => plainText(name)))]);
  if (added.length && undoing.length) return [words.stacking.mixed(names(added), names(undoing))];
  if (added.length) return [words.stacking.sum(names(added))];
  return undoing.length ? [words.stacking.best(names(undoing))] : [];
}
