import { type Maintenance, movedFrom } from './incident.ts';
import { type Interval, clip, isEmpty } from './time.ts';

/** Times of a maintenance, and since when customers knew of them. Epoch ms; `undefined` if nobody knows. */
interface Told {
  since: number | undefined;
  window: Interval | undefined;
}

/**
 * What customers knew of the times of a maintenance. `in_time`: they knew of `window` soon enough. `late`: they did not. `unknown`: nobody
 * knows; `window` is what they may have known of, and missing where nobody knows the times that an update moved either.
 */
export type Announcement =
  | { knew: 'in_time'; window: Interval }
  | { knew: 'late' }
  | { knew: 'unknown'; window: Interval | undefined };

const interval = ({ from, to }: Maintenance['scheduled']): Interval => ({
  from: from.epochMilliseconds,
  to: to.epochMilliseconds,
});

/** All the times that customers were told, the first ones first. Each update that moved them says which ones it replaced. */
function timesTold({ announced, scheduled, updates }: Maintenance): Told[] {
  const moves = updates.flatMap((update) => {
    const before = movedFrom(update);
    return before ? [{ at: update.at.epochMilliseconds, before }] : [];
  });
  const since = [
    announced === 'unknown' ? undefined : announced.epochMilliseconds,
    ...moves.map(({ at }) => at),
  ];
  const windows = [
    ...moves.map(({ before }) => (before === 'unknown' ? undefined : interval(before))),
    interval(scheduled),
  ];
  return windows.map((window, index) => ({ since: since[index], window }));
}

/**
 * The window of which customers knew at least `notice` (ms) before the work was to begin, and that no later move took away: what lay in the
 * times they were told then, and in all that they were told since.
 */
export function announcement(maintenance: Maintenance, notice: number): Announcement {
  const told = timesTold(maintenance);
  const latest = maintenance.scheduled.from.epochMilliseconds - notice;
  const inTime = told.findLastIndex(({ since }) => since !== undefined && since <= latest);
  if (inTime === -1 && told[0]?.since !== undefined) return { knew: 'late' };
  const standing = told.slice(Math.max(inTime, 0)).map(({ window }) => window);
  if (!standing.every((window) => window !== undefined))
    return { knew: 'unknown', window: undefined };
  const window = standing.reduce((a, b) => clip(a, b));
  if (isEmpty(window)) return { knew: 'late' };
  return { knew: inTime === -1 ? 'unknown' : 'in_time', window };
}
