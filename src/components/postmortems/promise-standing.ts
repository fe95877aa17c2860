import type { Action } from '../../domain/action.ts';
import { keyOf } from '../../domain/tracking/key.ts';
import type { RecordIndex } from '../../domain/index-record.ts';
import { lockEntryOf } from '../../domain/tracking/lock.ts';
import type { Postmortem } from '../../domain/postmortem.ts';
import { type PromiseState, promiseState } from '../../domain/promises.ts';
import { dayOf } from '../../domain/time.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';

/** How a promise stands as of the record's `now`, as far as the lock knows. */
export const promiseStanding = (account: Postmortem, action: Action, { lock, now, site }: RecordIndex): PromiseState =>
  promiseState(action, lockEntryOf(lock, keyOf(account, action)), dayOf(now, site.time_zone), site.time_zone);

/** The same in words. */
export function standingText(standing: PromiseState, { postmortem: { standing: words } }: Strings, format: Format): string {
  switch (standing.state) {
    case 'due':
      return words.due(standing.days);
    case 'kept':
      return words.kept(format.day(standing.on), standing.days);
    case 'late':
      return words.late(standing.days);
    case 'dropped':
      return words.dropped(format.day(standing.on));
    case 'unverified':
      return words.unverified(standing.days, standing.since && format.day(standing.since));
  }
}
