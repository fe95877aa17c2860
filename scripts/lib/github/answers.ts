import type { z } from 'zod';
import type { Answer } from '../../../src/domain/tracking/tracker.ts';
import { hidden } from '../../../src/text/hidden.ts';
import { withoutSecrets } from '../secrets.ts';

/** The parts of a response that count. */
export interface Response {
  status: number;
  headers: Readonly<Record<string, string | number | undefined>>;
  data: unknown;
}

const second = 1_000;
/** How long to wait if GitHub asks for a wait without saying how long. */
const defaultWait = 60 * second;
/** A longer wait is a mistake of the server. */
const longestWait = 30 * 24 * 60 * 60 * second;

/** The server's own clock, in epoch ms: ours may be wrong, and waiting is counted in its time. */
const clockOf = ({ headers: { date } }: Response): number => {
  const said = Date.parse(String(date));
  return Number.isFinite(said) ? said : Date.now();
};

const isResponse = (value: unknown): value is Response =>
  typeof value === 'object' && value !== null && 'status' in value && 'headers' in value;

/** The response that an error of octokit carries; `undefined` if none came. */
const responseOf = (error: unknown): Response | undefined => {
  const { response } = (error ?? {}) as { response?: unknown };
  return isResponse(response) ? response : undefined;
};

/** `Retry-After` in ms: seconds, or a date. */
export function retryAfter(response: Response): number | undefined {
  const text = response.headers['retry-after'];
  if (text === undefined || text === '') return undefined;
  const seconds = Number(text);
  const wait = Number.isFinite(seconds)
    ? seconds * second
    : Date.parse(String(text)) - clockOf(response);
  return Number.isFinite(wait) ? Math.min(longestWait, Math.max(second, wait)) : undefined;
}

/** How long GitHub asks to wait, in ms, if its answer is about a limit. */
function limitOf(response: Response, message: string): number | undefined {
  const { status, headers } = response;
  const isNamed = /rate limit|abuse|too (?:quickly|many requests|fast)|blocked from content/i.test(
    message,
  );
  if (status !== 429 && status !== 403 && !(status === 422 && isNamed)) return undefined;
  const wait = retryAfter(response);
  if (wait !== undefined) return wait;
  const reset = Number(headers['x-ratelimit-reset']) * second;
  if (String(headers['x-ratelimit-remaining']) === '0' && Number.isFinite(reset))
    return Math.min(longestWait, Math.max(second, reset - clockOf(response) + second));
  return status === 429 || isNamed ? defaultWait : undefined;
}

/** Takes secrets out of a text. */
export type Hide = (text: string) => string;

const unshown = new RegExp(`(?:[\\t\\n]|${hidden.source})+`, 'gu');

/** One line, without secrets and what a terminal would obey. */
const oneLine = (text: string, hide: Hide): string =>
  hide(text).replace(unshown, ' ').trim().slice(0, 300);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What GitHub says in its own words, and about which fields. The values in its errors are repeated from what we sent. */
function saidIn({ data }: Response): { said: string; errors: unknown; fields: string[] } {
  const { message, errors } = (typeof data === 'object' && data !== null ? data : {}) as {
    message?: unknown;
    errors?: unknown;
  };
  const named = (Array.isArray(errors) ? errors : []).map((error: unknown) =>
    typeof error === 'object' && error !== null
      ? (error as { field?: unknown; message?: unknown })
      : { message: error },
  );
  return {
    said: [text(message) || text(data), ...named.map((error) => text(error.message))].join(' '),
    errors,
    fields: named.flatMap(({ field }) => text(field) || []),
  };
}

function messageOf(response: Response, hide: Hide): string {
  const { said, errors } = saidIn(response);
  const details = Array.isArray(errors) ? [JSON.stringify(errors)] : [];
  return oneLine([said.trim() || `status ${response.status}`, ...details].join(' '), hide);
}

/** Statuses by which GitHub says for certain that it did nothing. */
const isRefusal = (status: number): boolean =>
  [400, 401, 403, 404, 410, 413, 415, 422, 451].includes(status);

const relative = 'http://relative';

/** A redirect is not followed. GitHub sends whoever asks for what has moved to the number of a repository; a proxy sends elsewhere. */
function redirected({ status, headers }: Response, hide: Hide): Answer<never> {
  const location = String(headers['location'] ?? '');
  const { origin, pathname } = new URL(URL.parse(location, `${relative}/`) ?? relative);
  const where = origin === relative ? pathname : `${origin}${pathname}`;
  return {
    type: 'refused',
    status,
    why: oneLine(`redirected to ${where}`, hide),
    moved: /\/repositories\/\d+(?:\/|$)/.test(pathname),
  };
}

function answerToFailure(response: Response, hide: Hide): Answer<never> {
  const { status } = response;
  const { said, fields } = saidIn(response);
  const limit = limitOf(response, said);
  if (limit !== undefined) return { type: 'limited', wait: limit };
  const why = messageOf(response, hide);
  return isRefusal(status)
    ? { type: 'refused', status, why, fields }
    : { type: 'unknown', why: `${status}: ${why}`, wait: retryAfter(response) };
}

const causeOf = (error: unknown, hide: Hide): string => {
  const { name, message, cause } = error as Error;
  const { name: inner } = (cause ?? {}) as Error;
  return name === 'TimeoutError' || inner === 'TimeoutError'
    ? 'no answer in time'
    : oneLine(message || name || 'no answer', hide);
};

/** What one attempt came to, given what octokit returned or threw. A success counts only if it has the form that `schema` expects. */
export async function answerOf<S extends z.ZodType>(
  attempt: Promise<Response>,
  schema: S,
  hide: Hide = withoutSecrets,
): Promise<Answer<z.output<S>> & { response?: Response }> {
  let response: Response;
  try {
    response = await attempt;
  } catch (error) {
    const failed = responseOf(error);
    if (!failed) return { type: 'unknown', why: causeOf(error, hide) };
    response = failed;
  }
  if (response.status >= 400) return answerToFailure(response, hide);
  if (response.status >= 300) return redirected(response, hide);
  const { success, data } = schema.safeParse(response.data);
  return success
    ? { type: 'ok', value: data, response }
    : { type: 'unknown', why: 'the answer could not be understood' };
}
