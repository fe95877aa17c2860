import { stories } from 'ownup:stories';
import IncidentItem from '../components/feeds/IncidentItem.astro';
import PostmortemItem from '../components/feeds/PostmortemItem.astro';
import { partsOf } from '../components/postmortems/parts.ts';
import { standing } from '../components/text/tone.ts';
import { plainText } from '../site/markdown.ts';
import { paths } from '../site/paths.ts';
import type { Incident } from '../domain/incident.ts';
import type { Postmortem } from '../domain/postmortem.ts';
import { lastSaidAt } from '../domain/progress.ts';
import type { Strings } from '../strings/index.ts';
import type { FeedItem } from './channel.ts';
import { renderForFeed } from './render.ts';

function summaryOf(incident: Incident, { say, format }: App.Locals): string {
  const latest = incident.updates.at(-1);
  if (latest) return plainText(latest.text);
  if (incident.kind !== 'maintenance') return '';
  const { from, to } = incident.scheduled;
  return say.feed.scheduled(
    format.dateTime(from.epochMilliseconds),
    format.dateTime(to.epochMilliseconds),
  );
}

function feedTitle(
  { kind, title }: Incident,
  state: ReturnType<typeof standing>,
  say: Strings,
): string {
  const words = plainText(title);
  return kind === 'notice'
    ? say.feed.notice(state === 'resolved', words)
    : say.feed.incident(say.updateStatus[state], words);
}

function incidentItem(incident: Incident, locals: App.Locals): FeedItem {
  const { record, say } = locals;
  const path = paths.incident(incident.id);
  return {
    id: `incident:${incident.id}`,
    title: feedTitle(incident, standing(incident, record.now), say),
    path,
    at: lastSaidAt(incident),
    summary: summaryOf(incident, locals),
    content: () => renderForFeed(IncidentItem, path, { incident }, locals),
  };
}

async function postmortemContent(
  postmortem: Postmortem,
  path: string,
  locals: App.Locals,
): Promise<string> {
  const story = await stories[postmortem.id]?.();
  return renderForFeed(
    PostmortemItem,
    path,
    { postmortem, Content: story?.Content, parts: partsOf(postmortem, !!story, locals.say) },
    locals,
  );
}

function postmortemItem(postmortem: Postmortem, at: number, locals: App.Locals): FeedItem {
  const path = paths.postmortem(postmortem.id);
  return {
    id: `postmortem:${postmortem.id}`,
    title: locals.say.feed.postmortem(plainText(postmortem.title)),
    path,
    at,
    summary: plainText(postmortem.summary),
    content: () => postmortemContent(postmortem, path, locals),
  };
}

export const incidentItems = (locals: App.Locals): FeedItem[] =>
  locals.record.incidents.map((incident) => incidentItem(incident, locals));

/** Drafts are never in a feed, not even while they are shown in `dev`. */
export const postmortemItems = (locals: App.Locals): FeedItem[] =>
  locals.record.postmortems.flatMap((postmortem) => {
    const { status, published } = postmortem;
    return status === 'published' && published
      ? [postmortemItem(postmortem, published.epochMilliseconds, locals)]
      : [];
  });
