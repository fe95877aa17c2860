import type { z } from 'zod';
import type { Answer } from '../../../src/domain/tracking/tracker.ts';

/** What of a response counts. */
export interface Response {
  status: number;
  headers: Readonly<Record<string, string | number | undefined>>;
  data: unknown;
}

const second = 1_000;
/** What GitHub asks for where it does not say how long. */
const defaultWait = 60 * second;

const isResponse = (value: unknown): value is Response =>
  typeof value === 'object' && value !== null && 'status' in value && 'headers' in value;

/** The response that an error of octokit carries; `undefined` if none came. */
const responseOf = (error: unknown): Response | undefined => {
  const { response } = (error ?? {}) as { response?: unknown };
  return isResponse(response) ? response : undefined;
};

/** `Retry-After` in ms: seconds, or a date. */
function retryAfter({ headers }: Response, now: number): number | undefined {
  const text = headers['retry-after'];
  if (text === undefined || text === '') return undefined;
  const seconds = Number(text);
  const wait = Number.isFinite(seconds) ? seconds * second : Date.parse(String(text)) - now;
  return Number.isFinite(wait) ? Math.max(second, wait) : undefined;
}

/** How long GitHub asks to wait, in ms, if it is a limit that it speaks of. */
function limitOf(response: Response, message: string, now: number): number | undefined {
  const { status, headers } = response;
  if (status !== 429 && status !== 403) return undefined;
  const wait = retryAfter(response, now);
  if (wait !== undefined) return wait;
  const reset = Number(headers['x-ratelimit-reset']) * second;
  if (String(headers['x-ratelimit-remaining']) === '0' && Number.isFinite(reset)) return Math.max(second, reset - now + second);
  return status === 429 || /rate limit|abuse/i.test(message) ? defaultWait : undefined;
}

/** One line, without what a terminal would obey. */
const oneLine = (text: string): string =>
  text
    .replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ')
    .trim()
    .slice(0, 300);

function messageOf({ data, status }: Response): string {
  const { message, errors } = (typeof data === 'object' && data !== null ? data : {}) as { message?: unknown; errors?: unknown };
  const said = typeof message === 'string' ? message : typeof data === 'string' ? data : '';
  return oneLine([said || `status ${status}`, ...(Array.isArray(errors) ? [JSON.stringify(errors)] : [])].join(' '));
}

function answerToFailure(response: Response, now: number): Answer<never> {
  const why = messageOf(response);
  const { status } = response;
  const limit = limitOf(response, why, now);
  if (limit !== undefined) return { type: 'limited', wait: limit };
  // 408: the server did not wait for all of the request, or says so.
  if (status >= 500 || status === 408) return { type: 'unknown', why: `${status}: ${why}`, wait: retryAfter(response, now) };
  return { type: 'refused', status, why };
}

const causeOf = (error: unknown): string => {
  const { name, message, cause } = error as Error;
  const { name: inner } = (cause ?? {}) as Error;
  return name === 'TimeoutError' || inner === 'TimeoutError' ? 'no answer in time' : oneLine(message || name || 'no answer');
};

/** What one attempt came to, given what octokit returned or threw. A success counts only if it has the form that `schema` expects. */
export async function answerOf<S extends z.ZodType>(
  attempt: Promise<Response>,
  schema: S,
  now: () => number,
): Promise<Answer<z.output<S>> & { response?: Response }> {
  let response: Response;
  try {
    response = await attempt;
  } catch (error) {
    const failed = responseOf(error);
    return failed ? answerToFailure(failed, now()) : { type: 'unknown', why: causeOf(error) };
  }
  if (response.status >= 300) return { type: 'refused', status: response.status, why: 'redirected' };
  const { success, data } = schema.safeParse(response.data);
  return success ? { type: 'ok', value: data, response } : { type: 'unknown', why: 'the answer could not be understood' };
}
