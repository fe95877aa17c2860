import type { PushTarget } from '../../../src/domain/push-target.ts';
import { isChat, postTo } from './chats.ts';
import type { Effect, Sent } from './effects.ts';
import { writeTo } from './letters.ts';
import type { Post } from './request.ts';
import { secretOf } from './secrets.ts';
import { postSigned } from './signed.ts';

/** Chats take whatever comes, and cannot be asked what they have. */
export const tellsTwiceApart = (target: PushTarget): boolean => !isChat(target);

/** Makes one attempt to send a message to one of `targets`. */
export const sendWith =
  (
    targets: readonly PushTarget[],
    { post, variables }: { post: Post; variables: Readonly<Record<string, string | undefined>> },
  ) =>
  async ({ target: id, message, again }: Extract<Effect, { do: 'send' }>): Promise<Sent> => {
    const target = targets.find((one) => one.id === id);
    if (!target) throw new Error(`There is no target ${id}.`);
    const found = secretOf(target, variables);
    if ('wrong' in found) return { type: 'refused', why: found.wrong, ofMessage: false };
    const { secret } = found;
    if (isChat(target)) return postTo(target.type, secret, message, post);
    return target.type === 'webhook'
      ? postSigned(target.url, secret, message, { post, now: Date.now() })
      : writeTo(target, secret, message, { again, post });
  };
