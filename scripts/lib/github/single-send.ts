import { request } from 'undici';

/** Answers that cannot have a body. */
const empty: readonly number[] = [204, 205, 304];

/** A request to an address. */
export interface Single {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  headers: Record<string, string>;
  body?: string;
}

/**
 * A `fetch` that sends each request once, and waits so many ms for the answer. That of Node sends a POST again after a 421, and follows
 * redirects, to which the token must not go.
 */
export const singleSend =
  (timeout: number) =>
  async (url: string, { method, headers, body }: Single): Promise<Response> => {
    const answer = await request(url, {
      method,
      headers,
      body: body ?? null,
      signal: AbortSignal.timeout(timeout),
    });
    const found = Object.entries(answer.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    );
    const text = await answer.body.text();
    return new Response(empty.includes(answer.statusCode) ? null : text, {
      status: answer.statusCode,
      headers: found,
    });
  };
