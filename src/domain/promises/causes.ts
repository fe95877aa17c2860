import { type Postmortem, causesOf } from '../postmortem.ts';
import type { RecordIndex } from '../record/index-record.ts';
import type { Site } from '../site.ts';

/** A cause, and the published postmortems that name it, the latest first. */
export interface CauseHistory {
  cause: Site['causes'][number];
  postmortems: Postmortem[];
}

const isOf =
  ({ id }: CauseHistory['cause']) =>
  (one: Postmortem): boolean =>
    one.status === 'published' && causesOf(one).includes(id);

/** Whether something published has a cause, which then has a page. */
export const hasHistory = ({ postmortems }: RecordIndex, cause: CauseHistory['cause']): boolean =>
  postmortems.some(isOf(cause));

/** The causes that something has had, the most frequent first. */
export const causeHistories = ({ site, postmortems }: RecordIndex): CauseHistory[] =>
  site.causes
    .map((cause) => ({ cause, postmortems: postmortems.filter(isOf(cause)) }))
    .filter((history) => history.postmortems.length > 0)
    .sort((a, b) => b.postmortems.length - a.postmortems.length);
