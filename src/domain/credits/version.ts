import type { CreditPolicy } from './policy.ts';
import type { PlainDate } from '../time.ts';

/** Whether a version is in force on a day, its last day included. */
export const isInForce = ({ effective: { from, until } }: CreditPolicy, day: PlainDate): boolean =>
  from.toString() <= day.toString() && (until === undefined || day.toString() <= until.toString());

/** Whether no version of the same policy that is in force on that day began later. */
const isNewest = (version: CreditPolicy, others: readonly CreditPolicy[], day: PlainDate): boolean =>
  others.every(
    (other) => other.id !== version.id || !isInForce(other, day) || other.effective.from.toString() <= version.effective.from.toString(),
  );

/** Of each policy the version that is in force on the day that `on` names for it; versions without such a day are left out. */
export function versionsInForce(policies: readonly CreditPolicy[], on: (policy: CreditPolicy) => PlainDate | undefined): CreditPolicy[] {
  return policies.filter((policy) => {
    const day = on(policy);
    return day !== undefined && isInForce(policy, day) && isNewest(policy, policies, day);
  });
}
