import { createPrivateKey } from 'node:crypto';
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from 'octokit';
import { z } from 'zod';
import { Halt } from '../../../src/domain/tracking/stop-and-retry.ts';
import type { Answer } from '../../../src/domain/tracking/tracker.ts';
import { type Response, answerOf } from './answers.ts';
import { withoutSecrets } from '../secrets.ts';
import { type GitHub, type Send, requestsBy } from './requests.ts';
import { type Talk, talkBy } from './talk.ts';
import { singleSend } from './single-send.ts';
import { installationSchema } from './schemas.ts';

interface App {
  appId: string;
  privateKey: string;
  /** Asked for where it is not given. */
  installationId: number | undefined;
}

/** Who asks: a token, or a GitHub App. */
export type Credentials = { token: string } | App;

export interface Connection {
  /** The root of the API, such as https://api.github.com */
  api: string;
  owner: string;
  repo: string;
  credentials: Credentials;
  /** How long one attempt may take, in ms. */
  timeout: number;
}

const apiVersion = '2022-11-28';
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Octokit without its own retries, because they would send a POST again, and without its throttle, because it does not wait long enough. */
function octokitWith({ api, timeout }: Connection, auth: object): Octokit {
  const octokit = new Octokit({
    ...auth,
    baseUrl: api,
    userAgent: 'ownup',
    log: silent,
    retry: { enabled: false },
    throttle: { enabled: false },
    request: {
      retries: 0,
      fetch: singleSend(timeout),
    },
  });
  // This covers the requests by which an app signs in, too, which octokit makes itself.
  octokit.hook.before(
    'request',
    ({ headers }) => void (headers['x-github-api-version'] = apiVersion),
  );
  return octokit;
}

/** @throws Halt; without the reason, which could quote the key. */
function requireKey(privateKey: string): void {
  const wrong = (what: string): Halt =>
    new Halt(
      'refused',
      `OWNUP_APP_PRIVATE_KEY ${what}. Expected: the text of the PEM file that GitHub gave, with its first and last line.`,
    );
  let type: string | undefined;
  try {
    type = createPrivateKey(privateKey).asymmetricKeyType;
  } catch {
    throw wrong('is not a private key');
  }
  if (type !== 'rsa') throw wrong('is not an RSA key, and GitHub Apps sign in with no other');
}

/** The value of an answer without which the app has no access. @throws Halt */
function granted<T>(answer: Answer<T>, missing: string): T {
  if (answer.type === 'ok') return answer.value;
  if (answer.type === 'refused')
    throw new Halt('refused', `${missing} (${answer.status}: ${answer.why})`);
  const why = answer.type === 'limited' ? 'GitHub asks to slow down.' : answer.why;
  throw new Halt('partial', `The GitHub App cannot sign in now: ${why}`, {
    comeBack: answer.wait,
  });
}

/**
 * The token with which the app may speak in the repository for an hour. It is taken once, because the app's own octokit sends a request
 * again, also a POST, when a new token is not known everywhere yet. @throws Halt
 */
async function tokenOf(
  connection: Connection,
  { appId, privateKey, installationId }: App,
): Promise<string> {
  const { owner, repo } = connection;
  requireKey(privateKey);
  const octokitOf = (installation: object): Octokit =>
    octokitWith(connection, {
      authStrategy: createAppAuth,
      auth: { appId, privateKey, ...installation },
    });
  const find = async (): Promise<number> => {
    const sent = octokitOf({}).request('GET /repos/{owner}/{repo}/installation', { owner, repo });
    return granted(
      await answerOf(sent, installationSchema),
      `The GitHub App is not installed for ${owner}/${repo}, or its key is wrong.`,
    ).id;
  };
  const octokit = octokitOf({ installationId: installationId ?? (await find()) });
  const signedIn = octokit
    .auth({ type: 'installation' })
    .then((data) => ({ status: 200, headers: {}, data }));
  return granted(
    await answerOf(signedIn, z.object({ token: z.string().min(1) })),
    'The GitHub App gets no token.',
  ).token;
}

/** How requests about the repository are sent, and how secrets are kept out of what comes back. */
interface Line {
  send: Send;
  hide: (text: string) => string;
  token: string;
}

/** @throws Halt when the credentials get no access. */
async function lineTo(connection: Connection): Promise<Line> {
  const { owner, repo, credentials } = connection;
  const token = 'token' in credentials ? credentials.token : await tokenOf(connection, credentials);
  const octokit = octokitWith(connection, { auth: token });
  const send: Send = (route, parameters) =>
    octokit.request(route, { owner, repo, ...parameters }) as Promise<Response>;
  return { send, token, hide: (text) => withoutSecrets(text, [token]) };
}

/** @throws Halt when the credentials get no access. */
export async function connect(connection: Connection): Promise<GitHub> {
  const { send, hide, token } = await lineTo(connection);
  return requestsBy(send, {
    hide,
    isPerson: /^(ghp_|gho_|github_pat_)/.test(token),
  });
}

/** To ask who may push, and to answer in an issue. @throws Halt when the credentials get no access. */
export async function connectToTalk(connection: Connection): Promise<Talk> {
  const { send, hide } = await lineTo(connection);
  return talkBy(send, hide);
}
