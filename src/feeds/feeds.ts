import { type News, isToldByItself, newsOf } from '../domain/news/news.ts';
import type { Service } from '../domain/service.ts';
import { paths } from '../site/paths.ts';
import { perRecord } from '../site/per-record.ts';
import { spokenIn } from '../strings/index.ts';
import { type Channel, type Entry, mostEntries } from './model/entry.ts';
import { newsEntry } from './model/news-entries.ts';
import { postmortemEntries, recordEntries } from './model/record-entries.ts';

/** A feed without the texts of its entries. */
export interface Outline extends Channel {
  entries: readonly Entry[];
}

const news = perRecord(({ record }) => newsOf(record));

/** A feed by what it is called, what it is about, and where it is. */
function outline(
  [title, description, path]: readonly [title: string, description: string, path: string],
  entries: readonly Entry[],
  { record }: App.Locals,
): Outline {
  const { name, language, websub: hub } = record.site;
  const spoken = spokenIn(language, record.translations);
  return { title, description, path, language: spoken, author: name, hub, entries };
}

const newest = (found: readonly News[], locals: App.Locals): Entry[] =>
  found.slice(0, mostEntries).map((one) => newsEntry(one, { ...locals, paths }));

/** Every update, and whatever else happens, by itself. */
export function updatesFeed(locals: App.Locals): Outline {
  const { record, say } = locals;
  const { name } = record.site;
  return outline(
    [say.feed.updates(name), say.home.description(name), paths.updatesFeed],
    newest(news(locals).filter(isToldByItself), locals),
    locals,
  );
}

/** The same about one service. */
export function serviceFeed({ id, name }: Service, locals: App.Locals): Outline {
  const { record, say } = locals;
  const hit = new Set(
    record.incidents
      .filter(({ impact }) => impact.some(({ service }) => service === id))
      .map((incident) => incident.id),
  );
  return outline(
    [
      say.feed.service(record.site.name, name),
      say.service.description(name),
      paths.serviceFeed(id),
    ],
    newest(
      news(locals).filter(
        (one) => isToldByItself(one) && one.incidents.some((incident) => hit.has(incident)),
      ),
      locals,
    ),
    locals,
  );
}

/** What was promised, and what became of it. */
export function promisesFeed(locals: App.Locals): Outline {
  const { record, say } = locals;
  const { name } = record.site;
  return outline(
    [say.feed.promises(name), say.promises.description(name), paths.promisesFeed],
    newest(
      news(locals).filter((one) => 'action' in one || 'unknown' in one),
      locals,
    ),
    locals,
  );
}

/** Each incident, maintenance, notice and postmortem, with all that happened in it. */
export const recordFeed =
  (path: string) =>
  (locals: App.Locals): Outline => {
    const { record, say } = locals;
    const { name } = record.site;
    return outline(
      [say.feed.all(name), say.home.description(name), path],
      recordEntries(news(locals), locals),
      locals,
    );
  };

export function postmortemsFeed(locals: App.Locals): Outline {
  const { record, say } = locals;
  const { name } = record.site;
  return outline(
    [say.feed.postmortems(name), say.postmortems.description(name), paths.postmortemsFeed],
    postmortemEntries(news(locals), locals),
    locals,
  );
}
