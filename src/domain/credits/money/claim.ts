import type { CountedDowntime, TargetDowntime } from '../downtime/downtime.ts';
import type { CreditPeriod } from '../policy/period.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import { type PlainDate, dayOf, isDayBefore } from '../../time.ts';

/**
 * The day on which the last incident with downtime in the period was over, even if that is after the period. Before it, nobody knows what there
 * is to ask for. `undefined` while one goes on.
 */
function lastOver(
  { incidents }: CountedDowntime,
  { ends }: Pick<TargetDowntime, 'ends'>,
  zone: string,
): PlainDate | undefined {
  const over = incidents.map((incident) => ends.get(incident));
  if (over.length === 0 || over.includes(undefined)) return undefined;
  // Windows are half-open, so the last moment decides.
  return dayOf(Math.max(...over.map((end) => end ?? 0)) - 1, zone);
}

/** Whether the last day to ask for a credit is over at `now` (epoch ms), in the policy’s zone. */
export const isExpired = (
  { period: { zone } }: CreditPolicy,
  deadline: PlainDate | undefined,
  now: number,
): boolean => deadline !== undefined && isDayBefore(deadline, dayOf(now, zone));

/** The last day to ask for the credit, in the policy's zone; `undefined` if nobody has to ask, or while an incident goes on. */
export function claimDeadline(
  { claim, period: { zone } }: CreditPolicy,
  period: CreditPeriod,
  counted: CountedDowntime,
  downtime: Pick<TargetDowntime, 'ends'>,
): PlainDate | undefined {
  if (claim === 'automatic') return undefined;
  const start = claim.after === 'period_end' ? period.last : lastOver(counted, downtime, zone);
  const end = start?.add(claim.within);
  return 'until' in claim.within && claim.within.until === 'end_of_month'
    ? end?.with({ day: end.daysInMonth })
    : end;
}
