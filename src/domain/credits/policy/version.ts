import { periodFrom, periodWith } from './period.ts';
import type { CreditPolicy } from './policy.ts';
import { type PlainDate, isDayBefore } from '../../time.ts';

/** Whether a version is in force on a day, its last day included. */
export const isInForce = ({ effective: { from, until } }: CreditPolicy, day: PlainDate): boolean =>
  !isDayBefore(day, from) && !(until && isDayBefore(until, day));

/** The days that a version governs if no other takes its place: it governs whole periods, and those that begin while it is in force. */
export function governedDays({ effective: { from, until }, period }: CreditPolicy): {
  from: PlainDate;
  until: PlainDate | undefined;
} {
  const last = until && (period.every === 'days' ? until : periodWith(period, until).last);
  return { from: periodFrom(period, from).first, until: last };
}

/** Whether no version of the same policy that is in force on that day began later. */
const isNewest = (
  version: CreditPolicy,
  others: readonly CreditPolicy[],
  day: PlainDate,
): boolean =>
  others.every(
    (other) =>
      other.id !== version.id ||
      !isInForce(other, day) ||
      !isDayBefore(version.effective.from, other.effective.from),
  );

/** Whether a version governs the period that begins on a day: it is in force then, and none of `versions` has replaced it. */
export const governs = (
  version: CreditPolicy,
  versions: readonly CreditPolicy[],
  day: PlainDate,
): boolean => isInForce(version, day) && isNewest(version, versions, day);

/** The version of each policy that is in force on the day that `on` names for it. Versions for which `on` names none are left out. */
export function versionsInForce(
  policies: readonly CreditPolicy[],
  on: (policy: CreditPolicy) => PlainDate | undefined,
): CreditPolicy[] {
  return policies.filter((policy) => {
    const day = on(policy);
    return day !== undefined && governs(policy, policies, day);
  });
}
