import { type Action, heldTo } from '../action.ts';
import type { RecordIndex } from '../record/index-record.ts';
import type { Postmortem } from '../postmortem.ts';
import { keyOf } from '../tracking/key.ts';
import { type LockEntry, lockEntryOf } from '../tracking/lock.ts';
import { type PlainDate, dayOf, daysBetween, isDayBefore } from '../time.ts';

/** Why a promise was given up, in GitHub's words. */
const dropReasons = ['not_planned', 'duplicate'] as const;
type DropReason = (typeof dropReasons)[number];

/** How a promise stands. Without word from whoever tracks it, nobody can say that it was kept, nor that it was not. */
export type PromiseState =
  /** `days` late, or 0; `undefined` where it had no day. `by`: whether an issue shows it, or the company says so, with evidence. */
  | { state: 'kept'; days: number | undefined; on: PlainDate; by: 'issue' | 'company' }
  /** `days` from today, or 0. */
  | { state: 'due'; days: number }
  /** By `days`, and nobody has closed it. */
  | { state: 'late'; days: number }
  /** `said`: for the reason that stands in the action. */
  | { state: 'dropped'; reason: DropReason | 'said'; on: PlainDate }
  /** Nobody knows by when, and nothing says that it is over. */
  | { state: 'undated' }
  /** Due `days` ago, and nobody has looked since then, or lately. `since`: when somebody last did, if ever. */
  | { state: 'unverified'; days: number; since: PlainDate | undefined };

/** Days after which the last look no longer says how things are. Somebody looks every night. */
const staleAfterDays = 3;

const daysLate = (action: Action, on: PlainDate): number | undefined => {
  const due = heldTo(action);
  return due && Math.max(0, daysBetween(due, on));
};

/** How the action itself says that the promise stands. An issue that was seen open later is believed, and not that it was done. */
function saidState(action: Action, seenOpen: PlainDate | undefined): PromiseState | undefined {
  const { done, dropped } = action;
  if (dropped) return { state: 'dropped', reason: 'said', on: dropped.on };
  return done && !(seenOpen && isDayBefore(done.on, seenOpen))
    ? { state: 'kept', days: daysLate(action, done.on), on: done.on, by: 'company' }
    : undefined;
}

/** How a closed issue says that a promise stands; `undefined` where its reason is none, or a word that we do not know. */
function closedState(
  action: Action,
  state_reason: string | undefined,
  on: PlainDate,
): PromiseState | undefined {
  if (state_reason === 'completed')
    return { state: 'kept', days: daysLate(action, on), on, by: 'issue' };
  const reason = dropReasons.find((known) => known === state_reason);
  return reason && { state: 'dropped', reason, on };
}

/**
 * The state on the day `today` in `zone`, counted in whole days to or since the due date. `entry` is what the lock knows: see `lockEntryOf`.
 * An issue that was closed as completed is a promise kept, and so is what the company says it has done, with evidence. Of one that was closed without a reason, as one that was turned into a
 * discussion is, or with one that we do not know, nobody can say what became of the promise.
 */
export function promiseState(
  action: Action,
  entry: LockEntry | undefined,
  today: PlainDate,
  zone: string,
): PromiseState {
  const verified = entry?.verified_at && dayOf(entry.verified_at.epochMilliseconds, zone);
  if (entry?.state === 'closed' && verified) {
    const on = entry.closed_at ? dayOf(entry.closed_at.epochMilliseconds, zone) : verified;
    const closed = closedState(action, entry.state_reason, on);
    if (closed) return closed;
  }
  const said = saidState(action, entry?.state === 'open' ? verified || undefined : undefined);
  if (said) return said;
  const due = heldTo(action);
  if (!due) return { state: 'undated' };
  const left = daysBetween(today, due);
  if (left >= 0) return { state: 'due', days: left };
  const isNews =
    verified &&
    entry?.state !== 'closed' &&
    daysBetween(due, verified) > 0 &&
    daysBetween(verified, today) <= staleAfterDays;
  return isNews
    ? { state: 'late', days: -left }
    : { state: 'unverified', days: -left, since: verified };
}

/** How a promise stands as of the record's `now`, as far as the lock knows. */
export const promiseStanding = (
  postmortem: Postmortem,
  action: Action,
  { lock, now, site }: Pick<RecordIndex, 'lock' | 'now' | 'site'>,
): PromiseState =>
  promiseState(
    action,
    lockEntryOf(lock, keyOf(postmortem, action)),
    dayOf(now, site.time_zone),
    site.time_zone,
  );
