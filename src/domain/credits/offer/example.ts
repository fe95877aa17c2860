import type { CalculatorRule } from './calculator.ts';
import type { CreditPeriod } from '../policy/period.ts';
import { currencyDecimals } from '../exact/money.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import { exactBounds } from '../exact/bounds.ts';
import { earningOf } from '../money/rate.ts';
import { roundAmount } from '../exact/rounding.ts';
import { lasting, unitOf } from '../downtime/stretches.ts';
import type { CreditWindow } from '../downtime/windows.ts';
import { type Assessment, assess } from '../money/assessment.ts';
import { policyCredit } from '../money/policy-credit.ts';
import { leastOf, minimumIn } from '../money/minimum.ts';
import { exactly, one, ratio } from '../exact/fraction.ts';

/** What somebody pays for a period in examples. */
interface ExampleFee {
  /** The first currency for which the policy names a least amount; `undefined` if all currencies are alike. */
  currency: string | undefined;
  decimals: number;
  /** In whole units of the currency. */
  fee: bigint;
}

/** 100, or the lowest power of ten of which the least amount is at most a hundredth. */
export function exampleFee({ minimum }: CreditPolicy): ExampleFee {
  const bound = minimum && ('gt' in minimum ? minimum.gt : minimum.gte);
  const currency = typeof bound === 'object' ? Object.keys(bound)[0] : undefined;
  const least = exactly((minimum && leastOf(minimum, currency ?? '')) ?? 0);
  let fee = 100n;
  while (least.mul(100).gt(fee)) fee *= 10n;
  return { currency, decimals: currencyDecimals(currency ?? '') ?? 2, fee };
}

/** A made-up outage, and what it earns somebody who pays the example's fee for the period. */
export interface CreditExample {
  /** Milliseconds without a break, from the beginning of the period, that hit everybody. */
  downtime: number;
  assessment: Assessment;
  /** In the smallest unit of the currency. */
  credit: bigint;
}

const minute = 60_000;

/** Lengths that people can picture, in minutes. */
const lengths = [1, 5, 10, 30, 60, 90, 120, 240, 480, 720, 1440, 2880, 4320, 7200, 14_400];

/** Works out the example as a real outage is worked out, from its window to the rounded amount. The fee is for the period. */
function exampleOf(
  written: CreditPolicy,
  period: CreditPeriod,
  downtime: number,
): CreditExample | undefined {
  const policy: CreditPolicy = {
    ...written,
    base: { fee_for: 'period', prorated: false },
  };
  const service = policy.services === 'all' ? '' : (policy.services[0] ?? '');
  const { from } = period.span;
  const window: CreditWindow = {
    incident: '',
    service,
    regions: undefined,
    span: { from, to: from + downtime },
    ended: from + downtime,
    doubt: undefined,
    weight: one,
  };
  const assessment = assess({ policy, period, windows: [window], exclusions: [] }, { service });
  const { currency, decimals, fee } = exampleFee(policy);
  if (!assessment) return undefined;
  const { amount } = policyCredit(assessment, ratio(fee, 1), minimumIn(policy, currency ?? ''));
  return {
    downtime,
    assessment,
    credit: roundAmount(amount, decimals, policy.rounding.mode),
  };
}

/** What outages of such lengths, and one of the whole period, earn: from the longest that earns nothing to the first that earns the most. */
export function creditTable(policy: CreditPolicy, period: CreditPeriod): CreditExample[] {
  const whole = period.span.to - period.span.from;
  const shown = [
    ...lengths.map((length) => length * minute).filter((length) => length < whole),
    whole,
  ];
  const rows = shown.flatMap((length) => exampleOf(policy, period, length) ?? []);
  const earning = rows.findIndex(({ credit }) => credit > 0n);
  const most = rows.findIndex(({ credit }) => credit === rows.at(-1)?.credit);
  return earning === -1 ? rows.slice(-1) : rows.slice(Math.max(0, earning - 1), most + 1);
}

/** The shortest of those outages that earns something; an hour, if less does too. */
export function creditExample(
  policy: CreditPolicy,
  period: CreditPeriod,
): CreditExample | undefined {
  const earning = creditTable(policy, period).filter(({ credit }) => credit > 0n);
  return earning.find(({ downtime }) => downtime >= 60 * minute) ?? earning[0];
}

/** The policy as the calculator beside the table works with it. */
export function calculatorRule(policy: CreditPolicy, period: CreditPeriod): CalculatorRule {
  const { minimum, rounding } = policy;
  const { currency, decimals } = exampleFee(policy);
  const least = minimum && leastOf(minimum, currency ?? '');
  return {
    ...earningOf(policy, period),
    period: ratio(period.span.to - period.span.from, 1),
    lasting: lasting(policy),
    unit: ratio(unitOf(policy), 1),
    minimum:
      least === undefined
        ? {}
        : exactBounds(minimum && 'gt' in minimum ? { gt: least } : { gte: least }, exactly),
    decimals,
    mode: rounding.mode,
  };
}
