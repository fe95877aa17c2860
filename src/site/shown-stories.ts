import { type StatusRecord, isKnown } from '../domain/record/record.ts';
import { environment } from '../environment/environment.ts';

/** The ids of the postmortems that have a page: of what is not published yet, not even a picture goes out. */
export function shownStories({ postmortems }: Pick<StatusRecord, 'postmortems'>): string[] {
  const { now, withDrafts } = environment();
  return postmortems
    .filter((postmortem) => isKnown(postmortem, now))
    .filter(({ status }) => status === 'published' || withDrafts)
    .map(({ id }) => id);
}
