import type { Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import { type Fraction, minutes, one } from '../../../../src/domain/credits/exact/fraction.ts';
import { type CreditRate, partPaid } from '../../../../src/domain/credits/money/rate.ts';
import type { Worth } from '../../../../src/domain/credits/policy/policy.ts';
import { monthsIn } from '../../../../src/domain/credits/policy/period.ts';
import { percentText, readableText } from './amounts.ts';
import { type Step, lengthText, secondsText } from './explanation.ts';

/** What a policy states as percent, as days or as months, as a share of the base. */
function shareText(
  { percent, days, months }: Worth,
  share: Fraction,
  { policy, period, counted }: Assessment,
): string {
  if (percent !== undefined) return `${percent}%`;
  const part = partPaid(policy, period, counted.bounds);
  const paid = part.lt(1)
    ? ` ÷ ${part} (the part of the period that is paid; at most all of it)`
    : '';
  const of =
    days === undefined
      ? `${months} of ${monthsIn(policy.period, period)} months`
      : `${days} of ${period.days} days`;
  return `${of}${paid} = ${share}, ${percentText(share)}`;
}

const equal = (share: Fraction): string => `${share}, ${percentText(share)}`;

/** Downtime, less what earns nothing. */
function leftLines(
  { policy: { multiple, steps }, counted }: Assessment,
  { allowed, left }: NonNullable<CreditRate['time']>,
): string[] {
  const { when, after_minutes: after = 0 } = multiple ?? steps ?? {};
  const promised = when && ('lt' in when ? when.lt : when.lte);
  const parts = [
    secondsText(counted.downtime),
    ...(allowed.gt(0)
      ? [`${secondsText(allowed)} (what ${promised}% allows of ${lengthText(counted.denominator)})`]
      : []),
    ...(after ? [`${secondsText(minutes(after))} (the first ${after} min)`] : []),
  ];
  return parts.length > 1 ? [`${parts.join(' − ')} = ${secondsText(left)}`] : [];
}

function earnedLines(assessment: Assessment): string[] {
  const { policy, counted, rate } = assessment;
  const { tiers, multiple, steps } = policy;
  const tier = rate.tier === undefined ? undefined : tiers?.[rate.tier];
  if (tier) return [shareText(tier, rate.earned, assessment)];
  const { time, steps: count } = rate;
  const { each_minutes: each, begun } = multiple ?? steps ?? {};
  if (!time) return [];
  const counting =
    each === undefined || count === undefined
      ? []
      : [
          `${secondsText(time.left)} ÷ ${secondsText(minutes(each))} = ${readableText(time.left.div(minutes(each)))}: ${count} ${begun ? 'begun' : 'whole'}`,
        ];
  const credited =
    each === undefined ? secondsText(time.credited) : `${count} × ${secondsText(minutes(each))}`;
  const worth = multiple
    ? `${multiple.times} × ${credited} ÷ ${lengthText(counted.denominator)} = ${equal(rate.earned)}`
    : `${count} × ${steps?.percent}% = ${percentText(rate.earned)}`;
  return [...leftLines(assessment, time), ...counting, worth];
}

/** How the share of the base was earned, and what of it the cap leaves. */
export function earnedSteps(assessment: Assessment): Step[] {
  const { policy, rate } = assessment;
  if (rate.earned.lte(0)) return [];
  const lines = earnedLines(assessment);
  const earned = [...lines.slice(0, -1), `${lines.at(-1)} of the base`];
  if (!policy.cap || !rate.cap) return [{ what: 'Earned', how: earned }];
  const isMore = rate.earned.gt(rate.cap);
  const most = shareText(policy.cap, rate.cap, assessment);
  return [
    { what: 'Earned', how: earned },
    {
      what: 'Cap',
      how: [
        `${most} of the base: ${isMore ? 'more was earned, so this is given' : 'not more than this was earned'}`,
      ],
    },
  ];
}

/** What of the fee falls to the period, where that is not the fee itself. */
export function baseSteps({ policy, period, counted: { bounds }, rate }: Assessment): Step[] {
  if (rate.base.equals(one)) return [];
  const { base } = policy;
  const { span } = period;
  const covered = partPaid(policy, period, bounds);
  const lines = [
    ...(base.fee_for === 'period'
      ? []
      : [`the fee is for a ${base.fee_for}; the period is ${rate.base.div(covered)} of that`]),
    ...(base.prorated
      ? [
          `covered: ${lengthText(bounds.to - bounds.from)} ÷ ${lengthText(span.to - span.from)} of the period = ${covered}`,
        ]
      : []),
  ];
  return [
    {
      what: 'Base',
      how: lines.length > 1 ? [...lines, `together ${rate.base} of the fee`] : lines,
    },
  ];
}
