import { type Covered, coveredSpan } from './customer.ts';
import type { PolicyInPeriod } from '../downtime/policy-in-period.ts';
import { type Fraction, one } from '../exact/fraction.ts';
import type { CreditPeriod } from '../policy/period.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import { baseShare, feeShare } from './rate.ts';
import { type Interval, clip, isEmpty } from '../../time.ts';

/** What goodwill is given for: a period, and what of it the row covers. */
export interface GoodwillBasis {
  period: CreditPeriod;
  /** That of the period, and what the row covers. Epoch ms. */
  span: Interval;
  covered: Interval;
  /** How much of the fee falls to the whole period. */
  whole: Fraction;
  /** What a percentage is of, and the most that is given, as a share of the fee. */
  base: Fraction;
  rounding: CreditPolicy['rounding']['mode'];
}

/** What a run looks at. */
interface Run {
  /** The policies of the record that are in force, each in one version, in the order of the record. */
  inForce: readonly CreditPolicy[];
  /** Those that have the period that was asked about. */
  policies: readonly PolicyInPeriod[];
  /** The id of a policy, if only that was asked for. */
  only: string | undefined;
}

/**
 * The ground for a row: the period and base of the first policy that is in force for it; where none is, the period of the first that is in
 * force at all, and the fee. So each row has it in one run: `undefined` in those for other kinds of periods, in reports of a single policy,
 * which can be added up only if goodwill is in none of them, and where the row covers nothing of the period.
 */
export function basisOf(
  { inForce, policies, only }: Run,
  isForRow: (policy: CreditPolicy) => boolean,
  row: Covered,
): GoodwillBasis | undefined {
  const own = inForce.find(isForRow);
  const asked = policies.find(({ policy }) => policy === (own ?? inForce[0]));
  if (!asked || only !== undefined) return undefined;
  const { policy, period } = asked;
  const covered = coveredSpan(row, policy.period.zone);
  const inPeriod = clip(covered, period.span);
  if (isEmpty(inPeriod)) return undefined;
  return own
    ? {
        period,
        span: period.span,
        covered,
        whole: feeShare(policy, period),
        base: baseShare(policy, period, inPeriod),
        rounding: policy.rounding.mode,
      }
    : {
        period,
        span: period.span,
        covered,
        whole: one,
        base: one,
        rounding: 'half_even',
      };
}
