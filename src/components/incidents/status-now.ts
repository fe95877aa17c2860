import { changedAt } from '../../domain/news/news.ts';
import { type Status, statusAt } from '../../domain/status.ts';
import { situation } from '../../domain/status/headline.ts';
import { instantText } from '../../domain/time.ts';
import { perRecord } from '../../site/per-record.ts';
import { shortened } from '../../text/shortened.ts';
import { headlineText } from '../../site/headline-text.ts';

/** How things are, in so few words that a page that is open can ask for it each minute. */
export interface StatusNow {
  /** The worst of all services. */
  state: Status;
  headline: string;
  /** How much is not over: incidents, notices, and maintenance in progress. */
  open: number;
  /** When the record last changed, by its own dates; `null` while there is nothing in it. */
  changed: string | null;
  /** The moment that all this is true of. */
  built: string;
}

/** So that the whole is less than a kilobyte, whatever somebody calls an incident. */
const longestHeadline = 200;

/** Every page asks, and the record is the same for all. */
export const statusNow = perRecord(({ record, say }): StatusNow => {
  const changed = changedAt(record);
  return {
    state: statusAt([...record.impactsOfService.values()].flat(), record.now),
    headline: shortened(headlineText(situation(record).headline, say), longestHeadline),
    open: record.open.length,
    changed: changed === undefined ? null : instantText(changed),
    built: instantText(record.now),
  };
});
