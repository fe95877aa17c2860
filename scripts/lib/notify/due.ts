import type { Message } from './message.ts';
import type { OpenEntry, SentState } from './state.ts';

const hour = 60 * 60_000;

/** Nothing is sent that happened longer ago than this (ms): followers would take it for new. */
export const longestAgo = 72 * hour;
/** The same for a new target and on a first run: what is there already is no news to it. */
export const longestAgoAtFirst = hour;

type Piece = Pick<Message, 'id' | 'at'>;

/** What is to be sent, as far as the state and the record say. */
interface Due {
  /** With what is new in it. */
  state: SentState;
  /** What is not sent because it happened too long ago, though it was never sent. */
  tooLate: readonly Pick<OpenEntry, 'target' | 'id'>[];
}

/**
 * What is due to each of `targets` at `now` (epoch ms), given all news there is, the oldest first. Nothing that is known becomes new, whatever time it has now. Of
 * a target that has left the record nothing is remembered.
 */
export function dueOf(
  state: SentState,
  targets: readonly string[],
  news: readonly Piece[],
  now: number,
): Due {
  const known = new Set(state.known);
  const members = new Set(state.targets);
  const isTooOld = ({ at }: Pick<Piece, 'at'>, longest: number): boolean => now - at > longest;
  const kept = state.open.filter(({ target }) => targets.includes(target));
  // What may have arrived is left to a person, however long ago it was.
  const expired = kept.filter((entry) => entry.state === 'waiting' && isTooOld(entry, longestAgo));
  const fresh = news.filter(({ id }) => !known.has(id));
  const came = targets.flatMap((target) =>
    (members.has(target) ? fresh : news).map((piece): OpenEntry & { isTooOld: boolean } => ({
      target,
      id: piece.id,
      at: piece.at,
      state: 'waiting',
      isTooOld: isTooOld(piece, members.has(target) ? longestAgo : longestAgoAtFirst),
    })),
  );
  const opened = came
    .filter((entry) => !entry.isTooOld)
    .map(({ isTooOld: _, ...entry }): OpenEntry => entry);
  return {
    state: {
      ...state,
      targets: [...targets],
      known: [...state.known, ...fresh.map(({ id }) => id)],
      open: [...kept.filter((entry) => !expired.includes(entry)), ...opened],
    },
    tooLate: [
      ...expired,
      ...came.filter((entry) => entry.isTooOld && members.has(entry.target)),
    ].map(({ target, id }) => ({ target, id })),
  };
}
