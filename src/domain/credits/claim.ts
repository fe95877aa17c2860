import type { CountedDowntime } from './downtime.ts';
import type { CreditPeriod } from './period.ts';
import type { CreditPolicy } from './policy.ts';
import { type PlainDate, dayOf } from '../time.ts';

/** The day on which the downtime of each incident in the period ended, the earliest; windows are half-open, so the last moment decides. */
function earliestEnd({ pieces }: CountedDowntime, zone: string): PlainDate | undefined {
  const ends = new Map<string, number>();
  for (const { incident, to } of pieces) ends.set(incident, Math.max(ends.get(incident) ?? 0, to));
  return ends.size ? dayOf(Math.min(...ends.values()) - 1, zone) : undefined;
}

/** The last day on which a customer can ask for the credit, in the policy's zone; `undefined` if nobody has to ask, or nothing was down. */
export function claimDeadline(
  { claim, period: { zone } }: CreditPolicy,
  period: CreditPeriod,
  counted: CountedDowntime,
): PlainDate | undefined {
  if (claim === 'automatic') return undefined;
  const start = claim.after === 'period_end' ? period.last : earliestEnd(counted, zone);
  const end = start?.add(claim.within);
  return 'until' in claim.within && claim.within.until === 'end_of_month' ? end?.with({ day: end.daysInMonth }) : end;
}
