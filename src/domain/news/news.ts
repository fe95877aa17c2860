import type { RecordIndex } from '../record/index-record.ts';
import { firstIds } from './first-ids.ts';
import { type IncidentNews, incidentNews } from './incident-news.ts';
import { type PostmortemNews, postmortemNews } from './postmortem-news.ts';
import { type PromiseNews, promiseNews } from './promise-news.ts';
import { type UnknownNews, unknownNews } from './unknown-news.ts';

/** Something that happened, of which whoever follows the page is told once. */
export type News = IncidentNews | PostmortemNews | PromiseNews | UnknownNews;

/** The newest first; of what happened in the same moment, always in the same order. */
export const byNewest = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
  b.at - a.at || (a.id < b.id ? 1 : -1);

/** All that has happened by the record’s `now`, the newest first. Drafts are no news. */
export function newsOf(record: RecordIndex): News[] {
  const { incidents, postmortems, site, now } = record;
  const firstIncident = firstIds('incidents', site);
  const firstPostmortem = firstIds('postmortems', site);
  const published = postmortems.filter(({ status }) => status === 'published');
  return [
    ...incidents.flatMap((incident) =>
      incidentNews(incident, firstIncident(incident.id), { now, zone: site.time_zone }),
    ),
    ...published.flatMap((postmortem) => {
      const name = firstPostmortem(postmortem.id);
      return [
        ...postmortemNews(postmortem, name, site.time_zone),
        ...promiseNews(record, postmortem, name),
        ...unknownNews(postmortem, name, site.time_zone),
      ];
    }),
  ]
    .filter(({ at }) => at <= now)
    .sort(byNewest);
}

/** Whether whoever follows hears of it by itself: of a promise that is made, the postmortem tells. */
export const isToldByItself = ({ type }: News): boolean => type !== 'promised';

/** When the record last changed, by its own dates and not by the clock, epoch ms; `undefined` while there is nothing in it. */
export const changedAt = (record: RecordIndex): number | undefined =>
  newsOf(record).find(({ isByClock }) => !isByClock)?.at;
