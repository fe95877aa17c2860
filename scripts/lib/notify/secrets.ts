import type { PushTarget } from '../../../src/domain/push-target.ts';
import { isChat } from './chats.ts';
import { isWeak } from './signed.ts';

type Variables = Readonly<Record<string, string | undefined>>;

const isAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol);
};

/** The secret of a target, or what is wrong with it; never with the secret in it. */
export function secretOf(
  target: PushTarget,
  variables: Variables,
): { secret: string } | { wrong: string } {
  const { type, secret: name } = target;
  const secret = variables[name]?.trim();
  if (!secret) return { wrong: `${name} is not set in the environment` };
  const isWebhook = isChat(target);
  if (isWebhook && !isAddress(secret))
    return { wrong: `${name} is no address. Expected: that of the webhook, with https://` };
  if (type === 'webhook' && isWeak(secret))
    return { wrong: `${name} is too short for a key. Expected: 24 bytes or more` };
  if (!isWebhook && !/^[\x21-\x7E]+$/.test(secret))
    return {
      wrong: `${name} has characters that no key has. Is there a blank or a line break in it?`,
    };
  return { secret };
}

/** All parts of the secrets that nobody may see. The path of an address is one, because it alone tells a webhook from others. */
export const partsOf = (targets: readonly PushTarget[], variables: Variables): string[] =>
  targets.flatMap(({ secret: name }) => {
    const secret = variables[name]?.trim();
    if (!secret) return [];
    const url = URL.parse(secret);
    return [secret, ...(url ? [url.pathname + url.search, url.pathname] : [])].filter(
      (part) => part.length >= 8,
    );
  });
