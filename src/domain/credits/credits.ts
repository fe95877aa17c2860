import { claimDeadline } from './claim.ts';
import { type CountedDowntime, type CreditTarget, countedDowntime, targetDowntime } from './downtime.ts';
import { type Decimal, powerOfTen } from './money.ts';
import { type AskedPeriod, type CreditPeriod, periodAsked } from './period.ts';
import type { CreditPolicy } from './policy.ts';
import { yearsAround } from './maintenance.ts';
import { type Minimum, isEnough } from './minimum.ts';
import { type CreditRate, creditRate } from './rate.ts';
import { type Quotient, isMore, nothing } from './quotient.ts';
import { versionsInForce } from './version.ts';
import { type CreditWindow, creditWindows } from './windows.ts';
import type { Incident } from '../incident.ts';
import { type Interval, type PlainDate, clip, contains, isEmpty, union } from '../time.ts';

/** A version of a policy with the period in question, and all that it counts as downtime in the calendar years of that period. */
export interface PolicyInPeriod {
  policy: CreditPolicy;
  period: CreditPeriod;
  windows: readonly CreditWindow[];
}

/** What a policy makes of one target: everything but the fee. */
export interface Assessment {
  policy: CreditPolicy;
  period: CreditPeriod;
  counted: CountedDowntime;
  rate: CreditRate;
  /** The last day to ask for it; `undefined` if nobody has to. */
  deadline: PlainDate | undefined;
}

const reach = ({ span, doubt }: CreditWindow): Interval => doubt ?? span;

/**
 * `policy` in `period`. Yearly allowances look at the calendar years that it touches, and a stretch that reaches into these is measured
 * whole; everything further away is left out.
 */
export function policyInPeriod(policy: CreditPolicy, period: CreditPeriod, incidents: readonly Incident[], now: number): PolicyInPeriod {
  const windows = incidents.flatMap((incident) => creditWindows(policy, incident, now));
  const unbroken = union(windows.map(reach));
  const touching = (bounds: Interval): Interval[] => unbroken.filter((span) => !isEmpty(clip(span, bounds)));
  const years = union([period.span, ...touching(yearsAround(period.span, policy.period.zone))]).map((span) =>
    yearsAround(span, policy.period.zone),
  );
  const kept = years.flatMap(touching);
  return { policy, period, windows: windows.filter((window) => kept.some((span) => contains(span, reach(window).from))) };
}

/** The policies that have the period that was asked about, each in the version that is in force when that begins. */
export const policiesAsked = (
  policies: readonly CreditPolicy[],
  asked: AskedPeriod,
  incidents: readonly Incident[],
  now: number,
): PolicyInPeriod[] =>
  versionsInForce(policies, (policy) => periodAsked(policy.period, asked)?.first).flatMap((policy) => {
    const period = periodAsked(policy.period, asked);
    return period ? [policyInPeriod(policy, period, incidents, now)] : [];
  });

/** `undefined` if the target was not covered in the period. */
export function assess({ policy, period, windows }: PolicyInPeriod, target: CreditTarget, covered?: Interval): Assessment | undefined {
  return assessDowntime({ policy, period }, targetDowntime(policy, windows, target), covered);
}

/** The same for downtime that is already known, because many customers share it. */
export function assessDowntime(
  { policy, period }: Omit<PolicyInPeriod, 'windows'>,
  downtime: ReturnType<typeof targetDowntime>,
  covered?: Interval,
): Assessment | undefined {
  const counted = countedDowntime(policy, downtime, period, covered);
  return (
    counted && {
      policy,
      period,
      counted,
      rate: creditRate(policy, period, counted),
      deadline: claimDeadline(policy, period, counted, downtime),
    }
  );
}

/** What a policy gives a row. */
export interface PolicyCredit {
  assessment: Assessment;
  amount: Quotient;
  /** Whether it is less than the policy gives out; then the amount is nothing. */
  belowMinimum: boolean;
}

/** `minimum`: of the policy, in the currency of the fee. */
export function policyCredit(assessment: Assessment, fee: Decimal, minimum: Minimum | undefined): PolicyCredit {
  const { ofFee } = assessment.rate;
  const amount = { n: fee.digits * ofFee.n, d: powerOfTen(fee.scale) * ofFee.d };
  const belowMinimum = amount.n > 0n && !isEnough(amount, minimum);
  return { assessment, amount: belowMinimum ? nothing : amount, belowMinimum };
}

/** Of several credits for one row, those that are given: all of them if every policy adds, otherwise the greatest, the first of equals. */
export function stacked(credits: readonly PolicyCredit[]): readonly PolicyCredit[] {
  const [only] = credits;
  if (credits.length === 1 && only && only.amount.n > 0n) return credits;
  const owed = credits.filter(({ amount }) => amount.n > 0n);
  const [first] = owed;
  if (!first || owed.every(({ assessment }) => assessment.policy.stacking === 'sum')) return owed;
  return [owed.reduce((best, next) => (isMore(next.amount, best.amount) ? next : best), first)];
}
