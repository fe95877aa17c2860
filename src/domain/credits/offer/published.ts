import { type CreditPeriod, periodFrom, periodWith } from '../policy/period.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import { versionsInForce } from '../policy/version.ts';
import type { RecordIndex } from '../../record/index-record.ts';
import { type PlainDate, dayOf, isDayBefore } from '../../time.ts';

/** A version of a policy that customers should know of, with the period of it that they are in, or that it begins with. */
export interface PublishedPolicy {
  policy: CreditPolicy;
  period: CreditPeriod;
  isToCome: boolean;
}

/** The versions that govern the running periods, and those that will govern their first one; in the order of the file. */
export function publishedPolicies({
  policies,
  now,
}: Pick<RecordIndex, 'policies' | 'now'>): PublishedPolicy[] {
  const today = ({ period }: CreditPolicy): PlainDate => dayOf(now, period.zone);
  const running = (policy: CreditPolicy): CreditPeriod => periodWith(policy.period, today(policy));
  const current = versionsInForce(policies, (policy) => running(policy).first);
  return policies.flatMap((policy): PublishedPolicy[] => {
    if (current.includes(policy)) return [{ policy, period: running(policy), isToCome: false }];
    const first = periodFrom(policy.period, policy.effective.from);
    const isOver = isDayBefore(first.last, today(policy));
    return isOver || !versionsInForce(policies, () => first.first).includes(policy)
      ? []
      : [
          {
            policy,
            period: first,
            isToCome: isDayBefore(today(policy), first.first),
          },
        ];
  });
}
