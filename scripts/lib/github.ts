import { createPrivateKey } from 'node:crypto';
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from 'octokit';
import { z } from 'zod';
import { Stop } from '../../src/domain/patience.ts';
import type { Answer, AnswerTo, Effect, Page } from '../../src/domain/tracker.ts';
import { type Response, answerOf } from './github-answers.ts';
import { nextCursor, perPage } from './github-pages.ts';
import { installationSchema, issueSchema, issuesSchema, repositorySchema } from './github-schemas.ts';

/** Who asks: a token, or a GitHub App. */
export type Credentials = { token: string } | { appId: string; privateKey: string; installationId: number | undefined };

export interface Connection {
  /** The root of the API, such as https://api.github.com */
  api: string;
  owner: string;
  repo: string;
  credentials: Credentials;
  /** How long one attempt may take, in ms. */
  timeout: number;
}

/** Effects that GitHub answers. */
export type Request = Exclude<Effect, { do: 'save' | 'wait' | 'progress' }>;

/** Makes one attempt and says what came of it; never throws, never repeats. */
export type GitHub = <R extends Request>(request: R) => Promise<AnswerTo<R>>;

const apiVersion = '2022-11-28';
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Octokit without its own retries, which would send a POST again, and without its throttle, which does not wait as long as it is told to. */
const octokitWith = ({ api, timeout }: Connection, auth: object): Octokit =>
  new Octokit({
    ...auth,
    baseUrl: api,
    userAgent: 'ownup',
    log: silent,
    retry: { enabled: false },
    throttle: { enabled: false },
    request: {
      retries: 0,
      // A redirected POST would become a GET; and the token goes nowhere else. `request.timeout` would do nothing.
      fetch: (url: string, init: RequestInit) => fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) }),
    },
  });

const headers = { 'x-github-api-version': apiVersion };

/** @throws Stop; without the reason, which could quote the key. */
function requireKey(privateKey: string): void {
  try {
    createPrivateKey(privateKey);
  } catch {
    throw new Stop(
      'refused',
      'OWNUP_APP_PRIVATE_KEY is not a private key. Expected: the text of the PEM file, with its first and last line.',
    );
  }
}

/** An octokit that may speak for the app in the repository. @throws Stop */
async function asApp(
  connection: Connection,
  { appId, privateKey, installationId }: Extract<Credentials, { appId: string }>,
): Promise<Octokit> {
  const { owner, repo } = connection;
  requireKey(privateKey);
  const strategy = (installation?: number) =>
    octokitWith(connection, {
      authStrategy: createAppAuth,
      auth: { appId, privateKey, ...(installation && { installationId: installation }) },
    });
  const send = strategy().request('GET /repos/{owner}/{repo}/installation', { owner, repo, headers });
  const found = installationId
    ? { type: 'ok' as const, value: { id: installationId } }
    : await answerOf(send, installationSchema, Date.now);
  if (found.type === 'unknown' || found.type === 'limited')
    throw new Stop('partial', `The GitHub App cannot sign in now: ${'why' in found ? found.why : 'rate-limited'}`, found.wait);
  if (found.type === 'refused')
    throw new Stop('refused', `The GitHub App is not installed for ${owner}/${repo}, or its key is wrong. (${found.status}: ${found.why})`);
  const octokit = strategy(found.value.id);
  const token = await answerOf(
    (octokit.auth({ type: 'installation' }) as Promise<unknown>).then(() => ({ status: 200, headers: {}, data: {} })),
    z.unknown(),
    Date.now,
  );
  if (token.type === 'refused') throw new Stop('refused', `The GitHub App gets no token. (${token.status}: ${token.why})`);
  if (token.type !== 'ok') throw new Stop('partial', 'The GitHub App cannot sign in now.');
  return octokit;
}

/** @throws Stop when the credentials get no access. */
export async function connect(connection: Connection): Promise<GitHub> {
  const { owner, repo, credentials } = connection;
  const octokit = 'token' in credentials ? octokitWith(connection, { auth: credentials.token }) : await asApp(connection, credentials);
  const at = { owner, repo, headers };
  const send = (route: string, parameters: object): Promise<Response> =>
    octokit.request(route, { ...at, ...parameters }) as Promise<Response>;
  const understood = <S extends z.ZodType>(attempt: Promise<Response>, schema: S) => answerOf(attempt, schema, Date.now);

  const list = async ({ label, newestFirst, from }: Extract<Request, { do: 'list' }>): Promise<Answer<Page>> => {
    const order = { state: 'all', sort: 'created', direction: newestFirst ? 'desc' : 'asc', per_page: perPage };
    const answer = await understood(
      send('GET /repos/{owner}/{repo}/issues', {
        ...order,
        ...(label && { labels: label }),
        ...Object.fromEntries(new URLSearchParams(from)),
      }),
      issuesSchema,
    );
    if (answer.type !== 'ok') return answer;
    const link = answer.response?.headers['link'];
    return {
      type: 'ok',
      value: { issues: answer.value, next: nextCursor(link === undefined ? undefined : String(link), answer.value.length, from) },
    };
  };

  /** Of an answer about another issue than the one that was asked about, nobody can say what it means. */
  const about = async (number: number, attempt: Promise<Response>) => {
    const answer = await understood(attempt, issueSchema);
    return answer.type === 'ok' && answer.value.number !== number
      ? { type: 'unknown' as const, why: `the answer is about #${answer.value.number}` }
      : answer;
  };

  const isAssignable = async (login: string): Promise<Answer<boolean>> => {
    const answer = await understood(send('GET /repos/{owner}/{repo}/assignees/{assignee}', { assignee: login }), z.unknown());
    if (answer.type === 'ok') return { type: 'ok', value: true };
    return answer.type === 'refused' && answer.status === 404 ? { type: 'ok', value: false } : answer;
  };

  const one = '/repos/{owner}/{repo}/issues/{issue_number}';
  const attempt = (request: Request): Promise<Answer<unknown>> => {
    switch (request.do) {
      case 'repository':
        return understood(send('GET /repos/{owner}/{repo}', {}), repositorySchema);
      case 'list':
        return list(request);
      case 'issue':
        return about(request.number, send(`GET ${one}`, { issue_number: request.number }));
      case 'assignable':
        return isAssignable(request.login);
      case 'create': {
        const { title, body, labels, assignee } = request.issue;
        return understood(
          send('POST /repos/{owner}/{repo}/issues', { title, body, labels, ...(assignee && { assignees: [assignee] }) }),
          issueSchema,
        );
      }
      case 'update': {
        const { number, title, body } = request;
        return about(
          number,
          send(`PATCH ${one}`, { issue_number: number, ...(title !== undefined && { title }), ...(body !== undefined && { body }) }),
        );
      }
      case 'label':
        return understood(send(`POST ${one}/labels`, { issue_number: request.number, labels: request.labels }), z.unknown());
    }
  };
  return attempt as GitHub;
}
