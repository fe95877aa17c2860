import { z } from 'zod';
import type { Answer, AnswerTo, Effect, Page } from '../../../src/domain/tracking/tracker.ts';
import { type Hide, type Response, answerOf } from './answers.ts';
import { perPage, positionAfter } from './pages.ts';
import { eventsSchema, issueSchema, issuesSchema, repositorySchema } from './schemas.ts';

/** Effects that GitHub answers. */
type Request = Exclude<Effect, { do: 'save' | 'wait' | 'progress' }>;

/** Makes one attempt and says what came of it; never throws, never repeats. */
export type GitHub = <R extends Request>(request: R) => Promise<AnswerTo<R>>;

/** Sends one request about the repository, and throws if GitHub does not answer with success. */
export type Send = (route: string, parameters: object) => Promise<Response>;

/** How each effect is asked of GitHub. `isPerson`: whether what GitHub says of permissions is about who asks; to programs it says nothing of theirs. */
export function requestsBy(
  send: Send,
  { hide, isPerson }: { hide: Hide; isPerson: boolean },
): GitHub {
  const understood = <S extends z.ZodType>(attempt: Promise<Response>, schema: S) =>
    answerOf(attempt, schema, hide);

  const list = async ({
    label,
    newestFirst,
    from,
  }: Extract<Request, { do: 'list' }>): Promise<Answer<Page>> => {
    const order = {
      state: 'all',
      sort: 'created',
      direction: newestFirst ? 'desc' : 'asc',
      per_page: perPage,
    };
    const answer = await understood(
      send('GET /repos/{owner}/{repo}/issues', {
        ...order,
        ...(label && { labels: label }),
        ...Object.fromEntries(new URLSearchParams(from)),
      }),
      issuesSchema,
    );
    if (answer.type !== 'ok') return answer;
    try {
      const position = positionAfter(
        answer.response?.headers['link']?.toString(),
        answer.value.length,
        from,
      );
      return { type: 'ok', value: { issues: answer.value, ...position } };
    } catch {
      return { type: 'unknown', why: 'it does not say clearly where the list goes on' };
    }
  };

  /** An answer about another issue than the one that was asked about has no meaning. */
  const about = async (number: number, attempt: Promise<Response>) => {
    const answer = await understood(attempt, issueSchema);
    return answer.type === 'ok' && answer.value.number !== number
      ? { type: 'unknown' as const, why: `the answer is about #${answer.value.number}` }
      : answer;
  };

  const isAssignable = async (login: string): Promise<Answer<boolean>> => {
    const answer = await understood(
      send('GET /repos/{owner}/{repo}/assignees/{assignee}', { assignee: login }),
      z.unknown(),
    );
    if (answer.type === 'ok') return { type: 'ok', value: true };
    return answer.type === 'refused' && answer.status === 404
      ? { type: 'ok', value: false }
      : answer;
  };

  const one = '/repos/{owner}/{repo}/issues/{issue_number}';
  const attempt = (request: Request): Promise<Answer<unknown>> => {
    switch (request.do) {
      case 'repository':
        return understood(
          send('GET /repos/{owner}/{repo}', {}),
          repositorySchema.transform((found) =>
            isPerson ? found : { ...found, mayLabel: undefined },
          ),
        );
      case 'list':
        return list(request);
      case 'issue':
        return about(request.number, send(`GET ${one}`, { issue_number: request.number }));
      case 'assignable':
        return isAssignable(request.login);
      case 'discussion':
        return understood(
          send(`GET ${one}/events`, { issue_number: request.number, per_page: perPage }),
          eventsSchema.transform((events) =>
            events.some(({ event }) => event === 'converted_to_discussion'),
          ),
        );
      case 'create': {
        const { title, body, labels, assignee } = request.issue;
        return understood(
          send('POST /repos/{owner}/{repo}/issues', {
            title,
            body,
            labels,
            ...(assignee && { assignees: [assignee] }),
          }),
          issueSchema,
        );
      }
      case 'update': {
        const { number, title, body } = request;
        return about(
          number,
          send(`PATCH ${one}`, {
            issue_number: number,
            ...(title !== undefined && { title }),
            ...(body !== undefined && { body }),
          }),
        );
      }
      case 'label':
        return understood(
          send(`POST ${one}/labels`, { issue_number: request.number, labels: request.labels }),
          z.unknown(),
        );
      case 'assign':
        return about(
          request.number,
          send(`POST ${one}/assignees`, {
            issue_number: request.number,
            assignees: [request.login],
          }),
        );
    }
  };
  return attempt as GitHub;
}
