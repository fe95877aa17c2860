import type { Postmortem } from '../postmortem.ts';
import { actionAsOf } from '../record/record.ts';
import type { RecordIndex } from '../record/index-record.ts';
import { impactSummary, incidentsOf } from '../status/impact-summary.ts';
import { dayOf } from '../time.ts';
import { lockAsOf } from '../tracking/lock.ts';
import { type PublicPromise, promisesIn } from './promise-groups.ts';
import { isAwaited } from './tally.ts';

/** What a later postmortem says of an earlier one: that it happened again, and why it could; or that it only looks like it. */
export interface Recurrence {
  earlier: Postmortem;
  later: Postmortem;
  isAgain: boolean;
  text: string;
  /** What the earlier one had promised and not kept when the later began; `undefined` where it had not been published by then. */
  open: PublicPromise[] | undefined;
}

/** What was promised in a postmortem and not kept at `at` (epoch ms), as far as anybody knows of that moment. */
export function openAt(
  record: RecordIndex,
  postmortem: Postmortem,
  at: number,
): PublicPromise[] | undefined {
  const { published } = postmortem;
  if (!published || published.epochMilliseconds > at) return undefined;
  const today = dayOf(at, record.site.time_zone);
  const then = { ...record, now: at, lock: lockAsOf(record.lock, at) };
  return promisesIn(
    { ...postmortem, actions: postmortem.actions.map((action) => actionAsOf(action, today)) },
    then,
  ).filter(({ standing }) => isAwaited(standing));
}

function recurrence(
  record: RecordIndex,
  { later, earlier, text, isAgain }: Omit<Recurrence, 'open'>,
): Recurrence {
  const { began } = impactSummary(record, incidentsOf(record, later));
  return { later, earlier, text, isAgain, open: openAt(record, earlier, began) };
}

/** What a postmortem says of earlier ones that readers can open. */
export function recurrencesIn(record: RecordIndex, later: Postmortem): Recurrence[] {
  const of = (named: object, text: string, isAgain: boolean): Recurrence[] => {
    const earlier = 'postmortem' in named && record.postmortem.get(String(named.postmortem));
    return earlier ? [recurrence(record, { later, earlier, text, isAgain })] : [];
  };
  return [
    ...later.recurrence_of.flatMap((one) => of(one, one.why_again, true)),
    ...later.not_a_recurrence.flatMap((one) => of(one, one.because, false)),
  ];
}

const names = ({ recurrence_of, not_a_recurrence }: Postmortem, id: string): boolean =>
  [...recurrence_of, ...not_a_recurrence].some(
    (one) => 'postmortem' in one && one.postmortem === id,
  );

/** What later postmortems say of this one, the earliest of them first. */
export const recurrencesAfter = (record: RecordIndex, { id }: Postmortem): Recurrence[] =>
  record.postmortems
    // What was promised is looked up only of those that name it: each account asks this of all.
    .filter((later) => later.status === 'published' && names(later, id))
    .flatMap((later) => recurrencesIn(record, later))
    .filter(({ earlier }) => earlier.id === id)
    .toReversed();
