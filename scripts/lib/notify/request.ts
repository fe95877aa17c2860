import { z } from 'zod';
import { type Hide, answerOf } from '../github/answers.ts';
import { type Single, singleSend } from '../github/single-send.ts';
import type { Sent } from './effects.ts';

/** A request to a target, once. */
export interface Asked extends Single {
  url: string;
}

/** What a target says, if it says yes; or what the attempt came to. */
export type Heard<T> = { type: 'ok'; value: T } | Exclude<Sent, { type: 'sent' }>;

/** Sends a request and understands the answer, by the form that it has to have. */
export type Post = <S extends z.ZodType>(asked: Asked, schema: S) => Promise<Heard<z.output<S>>>;

/** An answer that is no page: pages come from whoever stands before a target, or in its place. */
export const noPage = z
  .unknown()
  .refine((data) => typeof data !== 'string' || !/^\s*</.test(data), 'is a page');

/** With these no connection came about, so that nothing was handed over. */
const unreached =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL)/;

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? '');

/** Refusals that are about what is sent, and not about who sends it, or where to. */
const ofMessage: readonly number[] = [400, 413, 422];

const asData = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/** Requests of which each may take `timeout` ms. `hide` takes secrets out of what comes back. */
export const postWith =
  (timeout: number, hide: Hide): Post =>
  async ({ url, ...single }, schema) => {
    const sent = singleSend(timeout)(url, single);
    let code = '';
    const response = sent.then(async (answer) => ({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      data: asData(await answer.text()),
    }));
    response.catch((error: unknown) => (code = codeOf(error)));
    const heard = await answerOf(response, schema, hide);
    switch (heard.type) {
      case 'ok':
        return { type: 'ok', value: heard.value };
      case 'limited':
        return { type: 'limited', wait: heard.wait };
      case 'refused':
        return {
          type: 'refused',
          why: `${heard.status}: ${heard.why}`,
          ofMessage: ofMessage.includes(heard.status),
        };
      case 'unknown':
        return unreached.test(code)
          ? { type: 'unreached', why: `it is not reached (${code})` }
          : { type: 'unknown', why: heard.why };
    }
  };
