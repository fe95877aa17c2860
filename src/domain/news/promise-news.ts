import { type Action, heldTo } from '../action.ts';
import { promiseStanding } from '../promises/promises.ts';
import type { Postmortem } from '../postmortem.ts';
import type { RecordIndex } from '../record/index-record.ts';
import { dayInterval, instantText } from '../time.ts';
import { keyOf } from '../tracking/key.ts';
import { lockEntryOf } from '../tracking/lock.ts';
import type { Occasion } from './occasion.ts';

export type PromiseNews = Occasion & {
  type: 'promised' | 'moved' | 'kept' | 'dropped' | 'late';
  postmortem: Postmortem;
  action: Action;
};

/**
 * What became of a promise of a postmortem that was first known as `name`: it was made, its day was moved or passed, it was kept or given up. An end is known
 * where its issue says when it was closed, and named by that: a promise may be taken up again. A day that passed is named by the day, which
 * may be put off. Nobody need have looked for that.
 */
function newsOfPromise(
  record: RecordIndex,
  postmortem: Postmortem,
  action: Action,
  name: string,
): PromiseNews[] {
  const published = postmortem.published?.epochMilliseconds ?? Infinity;
  const key = keyOf({ id: name }, { id: action.was ?? action.id });
  const of = (type: PromiseNews['type'], at: number, isByClock: boolean, mark = '') => ({
    type,
    id: `${type}:${key}${mark}`,
    at: Math.max(at, published),
    isByClock,
    incidents: postmortem.incidents,
    postmortem,
    action,
  });
  const standing = promiseStanding(postmortem, action, record);
  const { state } = standing;
  const isSaid =
    (state === 'kept' && standing.by === 'company') ||
    (state === 'dropped' && standing.reason === 'said');
  const closed =
    state !== 'kept' && state !== 'dropped'
      ? Infinity
      : isSaid
        ? dayInterval(standing.on, record.site.time_zone).from
        : lockEntryOf(record.lock, keyOf(postmortem, action))?.closed_at?.epochMilliseconds;
  const due = heldTo(action);
  const dueEnd = due ? dayInterval(due, record.site.time_zone).to : Infinity;
  // A move has a day and no time: it stands at its beginning, as corrections do.
  const moves = action.moved.map(({ on }, index) =>
    of('moved', dayInterval(on, record.site.time_zone).from, false, `/${index + 1}`),
  );
  return [
    of('promised', published, false),
    ...moves,
    // Of an issue that was closed nobody knows when, nobody knows whether that was late.
    ...(due && closed !== undefined && closed >= dueEnd
      ? [of('late', dueEnd, true, `/${due.toString()}`)]
      : []),
    ...((state === 'kept' || state === 'dropped') && closed !== undefined
      ? [of(state, closed, false, `/${instantText(closed)}`)]
      : []),
  ];
}

/** What became of the promises of a postmortem that was first known as `name`. */
export const promiseNews = (
  record: RecordIndex,
  postmortem: Postmortem,
  name: string,
): PromiseNews[] =>
  postmortem.actions.flatMap((action) => newsOfPromise(record, postmortem, action, name));
