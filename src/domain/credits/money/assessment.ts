import { claimDeadline } from './claim.ts';
import {
  type CountedDowntime,
  type CreditTarget,
  type TargetDowntime,
  countedDowntime,
  targetDowntime,
} from '../downtime/downtime.ts';
import type { CreditPeriod } from '../policy/period.ts';
import type { PolicyInPeriod } from '../downtime/policy-in-period.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import { type CreditRate, creditRate } from './rate.ts';
import type { Interval, PlainDate } from '../../time.ts';

/** What a policy makes of one target: everything but the fee. */
export interface Assessment {
  policy: CreditPolicy;
  period: CreditPeriod;
  counted: CountedDowntime;
  rate: CreditRate;
  /** The last day to ask for it; `undefined` if nobody has to. */
  deadline: PlainDate | undefined;
}

/** `undefined` if the target was not covered in the period. */
export function assess(
  asked: PolicyInPeriod,
  target: CreditTarget,
  covered?: Interval,
): Assessment | undefined {
  return assessDowntime(asked, targetDowntime(asked, target), covered);
}

/** The same for downtime that is already known, because many customers share it. */
export function assessDowntime(
  { policy, period }: Pick<PolicyInPeriod, 'policy' | 'period'>,
  downtime: TargetDowntime,
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
