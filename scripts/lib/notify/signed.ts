import { createHmac } from 'node:crypto';
import { shortId } from '../../../src/api/short-id.ts';
import type { Sent } from './effects.ts';
import type { Message } from './message.ts';
import { type Post, noPage } from './request.ts';

/** The bytes of a key: after `whsec_` stands Base64, as the standard has it; anything else is taken as it is. */
const bytesOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);

/** https://www.standardwebhooks.com: `v1,` and the HMAC-SHA256 of id, time (s) and body. */
const signature = (secret: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', bytesOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`;

/** Whether a key is too short to keep anybody from guessing it. */
export const isWeak = (secret: string): boolean => bytesOf(secret).length < 24;

const bodyOf = ({ id, at, type, title, text, address }: Message): string =>
  JSON.stringify({
    type,
    timestamp: new Date(at).toISOString(),
    data: { id, title, text, url: address },
  });

/**
 * Posts a signed message, once. Its `webhook-id` is always the same for the same news, so that whoever gets it can tell that it came twice. `now`:
 * epoch ms.
 */
export async function postSigned(
  url: string,
  secret: string,
  message: Message,
  { post, now }: { post: Post; now: number },
): Promise<Sent> {
  const id = `news_${shortId('news', message.id)}`;
  const seconds = Math.floor(now / 1000);
  const body = bodyOf(message);
  const heard = await post(
    {
      url,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signature(secret, id, seconds, body),
      },
      body,
    },
    noPage,
  );
  return heard.type === 'ok' ? { type: 'sent' } : heard;
}
