import { movedFrom } from '../../domain/incident.ts';
import type { News } from '../../domain/news/news.ts';
import { plainText } from '../../site/markdown.ts';
import { anchor, paths, updatePath } from '../../site/paths.ts';
import type { Entry } from './entry.ts';
import { scheduleSummary } from './summaries.ts';

type Locals = Pick<App.Locals, 'say' | 'format'>;
type Told = Pick<Entry, 'title' | 'path' | 'summary'>;
type NewsOf<T extends News['type']> = Extract<News, { type: T }>;

function ofUpdate({ incident, update, number }: NewsOf<'update'>, { say }: Locals): Told {
  const title = plainText(incident.title);
  const isMove = 'moved_from' in update && movedFrom(update) !== undefined;
  return {
    title:
      incident.kind === 'notice'
        ? say.feed.notice(update.status === 'resolved', title)
        : say.feed.incident(isMove ? say.feed.moved : say.updateStatus[update.status], title),
    path: updatePath(incident.id, number),
    summary: plainText(update.text),
  };
}

const planStates = { announced: 'scheduled', begun: 'in_progress', done: 'completed' } as const;

const ofPlan = (
  { type, incident }: NewsOf<'announced' | 'begun' | 'done'>,
  locals: Locals,
): Told => ({
  title: locals.say.feed.incident(
    locals.say.updateStatus[planStates[type]],
    plainText(incident.title),
  ),
  path: paths.incident(incident.id),
  summary: scheduleSummary(incident, locals),
});

const ofPostmortem = ({ postmortem }: NewsOf<'postmortem'>, { say }: Locals): Told => ({
  title: say.feed.postmortem(plainText(postmortem.title)),
  path: paths.postmortem(postmortem.id),
  summary: plainText(postmortem.summary),
});

const ofCorrection = (
  { postmortem, correction, number }: NewsOf<'correction'>,
  { say }: Locals,
): Told => ({
  title: say.feed.correction(plainText(postmortem.title)),
  path: `${paths.postmortem(postmortem.id)}#${anchor('correction', number)}`,
  summary: plainText(correction.text),
});

const ofPromise = (
  { type, postmortem, action }: NewsOf<'promised' | 'kept' | 'dropped' | 'late'>,
  { say, format }: Locals,
): Told => ({
  title: say.feed.promise[type](plainText(action.title)),
  path: `${paths.postmortem(postmortem.id)}#${anchor('promise', action.id)}`,
  summary: say.feed.promisedBy(action.owner, format.day(action.due)),
});

function told(news: News, locals: Locals): Told {
  switch (news.type) {
    case 'update':
      return ofUpdate(news, locals);
    case 'announced':
    case 'begun':
    case 'done':
      return ofPlan(news, locals);
    case 'postmortem':
      return ofPostmortem(news, locals);
    case 'correction':
      return ofCorrection(news, locals);
    case 'promised':
    case 'kept':
    case 'dropped':
    case 'late':
      return ofPromise(news, locals);
  }
}

/** What happened as an entry that does not change any more. */
export const newsEntry = (news: News, locals: Locals): Entry => ({
  id: news.id,
  published: news.at,
  updated: news.at,
  subject: news,
  ...told(news, locals),
});
