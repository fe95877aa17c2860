import { movedFrom } from '../../domain/incident.ts';
import type { News } from '../../domain/news/news.ts';
import { plainText } from '../../site/markdown.ts';
import { type Paths, anchor } from '../../site/places.ts';
import { answerText, promisedText } from '../../components/text/promised-text.ts';
import type { Entry } from './entry.ts';
import { scheduleSummary } from './summaries.ts';

/** How to say things, and where they are shown. */
type Words = Pick<App.Locals, 'say' | 'format'> & { paths: Paths };
type Told = Pick<Entry, 'title' | 'path' | 'summary'>;
type NewsOf<T extends News['type']> = Extract<News, { type: T }>;

function ofUpdate({ incident, update, number }: NewsOf<'update'>, { say, paths }: Words): Told {
  const title = plainText(incident.title);
  const isMove = 'moved_from' in update && movedFrom(update) !== undefined;
  return {
    title:
      incident.kind === 'notice'
        ? (update.status === 'resolved' ? say.feed.noticeResolved : say.feed.notice)(title)
        : say.feed.incident(isMove ? say.feed.moved : say.updateStatus[update.status], title),
    path: paths.update(incident.id, number),
    summary: plainText(update.text),
  };
}

const ofTold = ({ incident }: NewsOf<'told'>, { say, paths }: Words): Told => ({
  title: say.feed.incident(say.silence.short, plainText(incident.title)),
  path: paths.incident(incident.id),
  summary: incident.kind === 'incident' ? plainText(incident.silence?.because ?? '') : '',
});

const planStates = { announced: 'scheduled', begun: 'in_progress', done: 'completed' } as const;

const ofPlan = (
  { type, incident }: NewsOf<'announced' | 'begun' | 'done'>,
  words: Words,
): Told => ({
  title: words.say.feed.incident(
    words.say.updateStatus[planStates[type]],
    plainText(incident.title),
  ),
  path: words.paths.incident(incident.id),
  summary: scheduleSummary(incident, words),
});

const ofPostmortem = ({ postmortem }: NewsOf<'postmortem'>, { say, paths }: Words): Told => ({
  title: say.feed.postmortem(plainText(postmortem.title)),
  path: paths.postmortem(postmortem.id),
  summary: plainText(postmortem.summary),
});

const ofCorrection = (
  { postmortem, correction, number }: NewsOf<'correction'>,
  { say, paths }: Words,
): Told => ({
  title: say.feed.correction(plainText(postmortem.title)),
  path: `${paths.postmortem(postmortem.id)}#${anchor('correction', number)}`,
  summary: plainText(correction.text),
});

const ofCorrected = (
  { incident, correction, number }: NewsOf<'corrected'>,
  { say, paths }: Words,
): Told => ({
  title: say.feed.correction(plainText(incident.title)),
  path: `${paths.incident(incident.id)}#${anchor('correction', number)}`,
  summary: plainText(correction.text),
});

const ofPromise = (
  { type, postmortem, action }: NewsOf<'promised' | 'moved' | 'kept' | 'dropped' | 'late'>,
  { say, format, paths }: Words,
): Told => ({
  title: say.feed.promise[type](plainText(action.title)),
  path: `${paths.postmortem(postmortem.id)}#${anchor('promise', action.id)}`,
  summary: promisedText(action, say, format),
});

const ofUnanswered = (
  { postmortem, unknown }: NewsOf<'unanswered'>,
  { say, format, paths }: Words,
): Told => ({
  title: say.feed.unanswered(plainText(unknown.question)),
  path: `${paths.postmortem(postmortem.id)}#${anchor('unknown', unknown.id)}`,
  summary: answerText(unknown, say, format),
});

function told(news: News, words: Words): Told {
  switch (news.type) {
    case 'update':
      return ofUpdate(news, words);
    case 'told':
      return ofTold(news, words);
    case 'announced':
    case 'begun':
    case 'done':
      return ofPlan(news, words);
    case 'postmortem':
      return ofPostmortem(news, words);
    case 'correction':
      return ofCorrection(news, words);
    case 'corrected':
      return ofCorrected(news, words);
    case 'promised':
    case 'moved':
    case 'kept':
    case 'dropped':
    case 'late':
      return ofPromise(news, words);
    case 'unanswered':
      return ofUnanswered(news, words);
  }
}

/** What happened as an entry that does not change any more. */
export const newsEntry = (news: News, words: Words): Entry => ({
  id: news.id,
  published: news.at,
  updated: news.at,
  subject: news,
  ...told(news, words),
});
