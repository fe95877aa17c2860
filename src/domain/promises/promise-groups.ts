import type { Action } from '../action.ts';
import { keyOf } from '../tracking/key.ts';
import type { RecordIndex } from '../record/index-record.ts';
import { type LockEntry, lockEntryOf } from '../tracking/lock.ts';
import type { Postmortem } from '../postmortem.ts';
import { type PromiseState, promiseStanding } from './promises.ts';
import { compareDays } from '../time.ts';
import { ifKnown } from '../unknowns.ts';

/** An action, with who promised it and how it stands. */
export interface PublicPromise {
  postmortem: Postmortem;
  action: Action;
  standing: PromiseState;
  /** What the lock knows of it. */
  entry: LockEntry | undefined;
}

export interface PromiseGroup {
  state: PromiseState['state'];
  promises: PublicPromise[];
}

/** What customers wait for comes first. */
const order: readonly PromiseState['state'][] = [
  'late',
  'unverified',
  'due',
  'undated',
  'kept',
  'dropped',
];

/** For sorting, by the day that was promised first: the earlier one first, and what has none last. */
export function compareDue(a: Action, b: Action): number {
  const [one, other] = [ifKnown(a.due), ifKnown(b.due)];
  return one && other ? compareDays(one, other) : Number(!one) - Number(!other);
}

/** What is open by its due date, so that the longest awaited stands first; what is over with the latest first. */
function inOrder(a: PublicPromise, b: PublicPromise): number {
  const over =
    'on' in a.standing && 'on' in b.standing ? compareDays(b.standing.on, a.standing.on) : 0;
  return (
    over ||
    compareDue(a.action, b.action) ||
    (keyOf(a.postmortem, a.action) < keyOf(b.postmortem, b.action) ? -1 : 1)
  );
}

/** What a postmortem promises, in the order in which it does. */
export const promisesIn = (postmortem: Postmortem, record: RecordIndex): PublicPromise[] =>
  postmortem.actions.map((action) => ({
    postmortem,
    action,
    entry: lockEntryOf(record.lock, keyOf(postmortem, action)),
    standing: promiseStanding(postmortem, action, record),
  }));

/** All promises of published postmortems, by how they stand. */
export function promiseGroups(record: RecordIndex): PromiseGroup[] {
  const promises = record.postmortems
    .filter(({ status }) => status === 'published')
    .flatMap((postmortem) => promisesIn(postmortem, record));
  return order
    .map((state) => ({
      state,
      promises: promises.filter(({ standing }) => standing.state === state).sort(inOrder),
    }))
    .filter((group) => group.promises.length > 0);
}
