import type { Incident } from '../incident.ts';
import type { RecordIndex } from '../record/index-record.ts';
import { type Status, byWorst, statusAt } from '../status.ts';

const order: readonly Incident['kind'][] = ['incident', 'notice', 'maintenance'];

/** What is open in the order in which a customer needs it: trouble, the worst first, then bad news, then planned work. */
export function openFirst(
  { impactsOfIncident, now }: RecordIndex,
  open: readonly Incident[],
): Incident[] {
  const statusOf = ({ id }: Incident): Status => statusAt(impactsOfIncident.get(id) ?? [], now);
  return [...open].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || byWorst(statusOf(a), statusOf(b)),
  );
}
