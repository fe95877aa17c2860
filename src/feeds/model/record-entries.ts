import { standing } from '../../domain/progress.ts';
import type { Incident } from '../../domain/incident.ts';
import { firstIds } from '../../domain/news/first-ids.ts';
import { type News, byNewest } from '../../domain/news/news.ts';
import { firstSaidAt } from '../../domain/progress.ts';
import { plainText } from '../../site/markdown.ts';
import { paths } from '../../site/paths.ts';
import { type Entry, mostEntries } from './entry.ts';
import { newsEntry } from './news-entries.ts';
import { latestSummary } from './summaries.ts';

type Locals = Pick<App.Locals, 'record' | 'say' | 'format'>;

function titleOf({ kind, title }: Incident, state: ReturnType<typeof standing>, { say }: Locals) {
  const words = plainText(title);
  return kind === 'notice'
    ? (state === 'resolved' ? say.feed.noticeResolved : say.feed.notice)(words)
    : say.feed.incident(say.updateStatus[state], words);
}

const incidentEntry = (incident: Incident, updated: number, id: string, locals: Locals): Entry => ({
  id,
  title: titleOf(incident, standing(incident, locals.record.now), locals),
  path: paths.incident(incident.id),
  published: firstSaidAt(incident),
  updated,
  summary: latestSummary(incident, locals),
  subject: { type: 'incident', incident },
});

/** When something last happened to each incident and postmortem, epoch ms; `news` stands newest first. */
function lastNews(news: readonly News[]): Map<object, number> {
  const last = new Map<object, number>();
  for (const one of news) {
    const of = 'postmortem' in one ? one.postmortem : one.incident;
    if (!last.has(of)) last.set(of, one.at);
  }
  return last;
}

/** An entry for each postmortem to which something happened last, with all of it. */
export function postmortemEntries(news: readonly News[], locals: Locals): Entry[] {
  const last = lastNews(news);
  return news
    .filter((one) => one.type === 'postmortem')
    .map((one) => ({ one, id: one.id, at: last.get(one.postmortem) ?? one.at }))
    .sort(byNewest)
    .slice(0, mostEntries)
    .map(({ one, at }) => ({ ...newsEntry(one, { ...locals, paths }), updated: at }));
}

/** An entry for each incident and postmortem to which something happened last, with all that happened in it: it changes, and keeps its name. */
export function recordEntries(news: readonly News[], locals: Locals): Entry[] {
  const { record } = locals;
  const last = lastNews(news);
  const firstId = firstIds('incidents', record.site);
  const incidents = record.incidents
    .map((incident) => ({
      incident,
      id: `incident:${firstId(incident.id)}`,
      at: last.get(incident) ?? firstSaidAt(incident),
    }))
    .sort(byNewest)
    .slice(0, mostEntries)
    .map(({ incident, id, at }) => incidentEntry(incident, at, id, locals));
  return [...incidents, ...postmortemEntries(news, locals)]
    .sort((a, b) => b.updated - a.updated || (a.id < b.id ? 1 : -1))
    .slice(0, mostEntries);
}
