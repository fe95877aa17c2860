import { type Action, dueOf } from '../action.ts';
import type { RecordIndex } from '../record/index-record.ts';
import type { Postmortem } from '../postmortem.ts';
import { keyOf } from '../tracking/key.ts';
import { type LockEntry, lockEntryOf } from '../tracking/lock.ts';
import { type PlainDate, dayOf, daysBetween } from '../time.ts';

/** Why a promise was given up, in GitHub's words. */
const dropReasons = ['not_planned', 'duplicate'] as const;
type DropReason = (typeof dropReasons)[number];

/** How a promise stands. Without word from whoever tracks it, nobody can say that it was kept, nor that it was not. */
export type PromiseState =
  /** `days` late, or 0. */
  | { state: 'kept'; days: number; on: PlainDate }
  /** `days` from today, or 0. */
  | { state: 'due'; days: number }
  /** By `days`, and nobody has closed it. */
  | { state: 'late'; days: number }
  | { state: 'dropped'; reason: DropReason; on: PlainDate }
  /** Due `days` ago, and nobody has looked since then, or lately. `since`: when somebody last did, if ever. */
  | { state: 'unverified'; days: number; since: PlainDate | undefined };

/** Days after which the last look no longer says how things are. Somebody looks every night. */
const staleAfterDays = 3;

/** How a closed issue says that a promise stands; `undefined` where its reason is none, or a word that we do not know. */
function closedState(
  action: Action,
  state_reason: string | undefined,
  on: PlainDate,
): PromiseState | undefined {
  if (state_reason === 'completed')
    return { state: 'kept', days: Math.max(0, daysBetween(dueOf(action), on)), on };
  const reason = dropReasons.find((known) => known === state_reason);
  return reason && { state: 'dropped', reason, on };
}

/**
 * The state on the day `today` in `zone`, counted in whole days to or since the due date. `entry` is what the lock knows: see `lockEntryOf`.
 * Only an issue that was closed as completed is a promise kept. Of one that was closed without a reason, as one that was turned into a
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
  const due = dueOf(action);
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
  { lock, now, site }: RecordIndex,
): PromiseState =>
  promiseState(
    action,
    lockEntryOf(lock, keyOf(postmortem, action)),
    dayOf(now, site.time_zone),
    site.time_zone,
  );
