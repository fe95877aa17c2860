import type { CountedDowntime, TargetDowntime } from './downtime.ts';
import type { CreditPeriod } from './period.ts';
import type { CreditPolicy } from './policy.ts';
import { type PlainDate, dayOf } from '../time.ts';

/** The day on which the first of the incidents with downtime in the period was over, wherever the period ends; `undefined` if none is yet. */
function firstOver({ pieces }: CountedDowntime, { ends }: Pick<TargetDowntime, 'ends'>, zone: string): PlainDate | undefined {
  const over = [...new Set(pieces.map(({ incident }) => incident))].flatMap((incident) => ends.get(incident) ?? []);
  // Windows are half-open, so the last moment decides.
  return over.length ? dayOf(Math.min(...over) - 1, zone) : undefined;
}

/** The last day on which a customer can ask for the credit, in the policy's zone; `undefined` if nobody has to ask, or no incident is over. */
export function claimDeadline(
  { claim, period: { zone } }: CreditPolicy,
  period: CreditPeriod,
  counted: CountedDowntime,
  downtime: Pick<TargetDowntime, 'ends'>,
): PlainDate | undefined {
  if (claim === 'automatic') return undefined;
  const start = claim.after === 'period_end' ? period.last : firstOver(counted, downtime, zone);
  const end = start?.add(claim.within);
  return 'until' in claim.within && claim.within.until === 'end_of_month' ? end?.with({ day: end.daysInMonth }) : end;
}
