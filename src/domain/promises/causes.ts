import { type Postmortem, causesOf } from '../postmortem.ts';
import type { RecordIndex } from '../record/index-record.ts';
import type { Site } from '../site.ts';

/** A cause, and the published postmortems that name it, the latest first. */
export interface CauseHistory {
  cause: Site['causes'][number];
  postmortems: Postmortem[];
}

/** The causes that something has had, the most frequent first. */
export const causeHistories = ({ site, postmortems }: RecordIndex): CauseHistory[] =>
  site.causes
    .map((cause) => ({
      cause,
      postmortems: postmortems.filter(
        (one) => one.status === 'published' && causesOf(one).includes(cause.id),
      ),
    }))
    .filter((history) => history.postmortems.length > 0)
    .sort((a, b) => b.postmortems.length - a.postmortems.length);
