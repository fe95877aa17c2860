import { z } from 'zod';
import { shortened } from '../../../src/text/shortened.ts';
import { type Post, noPage } from './request.ts';
import type { Sent } from './effects.ts';
import type { Message } from './message.ts';

/** A chat: what it is sent, and what it says when it has taken it. None of them can tell whether it has a message already. */
interface Chat {
  bodyOf: (message: Message) => object;
  addressOf: (webhook: string) => string;
  taken: z.ZodType;
}

/** Slack takes these for its own signs, also where it formats nothing. */
const slackText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const plainBlock = (type: 'header' | 'section', text: string, longest: number) => ({
  type,
  text: { type: 'plain_text', text: shortened(text, longest), emoji: false },
});

/** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks: lengths are those of its blocks. */
const slack: Chat = {
  bodyOf: ({ title, text, address }) => ({
    text: slackText(shortened(`${title}: ${text}`, 2900)),
    blocks: [
      plainBlock('header', title, 150),
      ...(text ? [plainBlock('section', text, 3000)] : []),
      { type: 'section', text: { type: 'mrkdwn', text: `<${slackText(address)}>` } },
    ],
    unfurl_links: false,
  }),
  addressOf: (webhook) => webhook,
  taken: z.literal('ok'),
};

/** Discord would format a text by these. */
const discordText = (text: string): string => text.replace(/[\\*_~`|>#[\]()<:@-]/g, '\\$&');

/** https://discord.com/developers/docs/resources/webhook#execute-webhook; it mentions nobody. */
const discord: Chat = {
  bodyOf: ({ title, text, address, at }) => ({
    embeds: [
      {
        title: shortened(title, 256),
        description: shortened(discordText(shortened(text, 3000)), 4096),
        url: address,
        timestamp: new Date(at).toISOString(),
      },
    ],
    allowed_mentions: { parse: [] },
  }),
  addressOf: (webhook) => {
    const url = new URL(webhook);
    // Without it, Discord answers before it has taken the message.
    url.searchParams.set('wait', 'true');
    return url.href;
  },
  taken: z.object({ id: z.string() }),
};

/** Runs of text, which Teams does not format. */
const run = (text: string, more: object = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...more }],
});

/** The workflow “Post to a channel when a webhook request is received”: an Adaptive Card of at most 28 KB. */
const teams: Chat = {
  bodyOf: ({ title, text, address }) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            run(shortened(title, 500), { weight: 'Bolder', size: 'Medium' }),
            ...(text ? [run(shortened(text, 6000))] : []),
          ],
          actions: [{ type: 'Action.OpenUrl', title: new URL(address).host, url: address }],
        },
      },
    ],
  }),
  addressOf: (webhook) => webhook,
  taken: noPage,
};

const chats = { slack, discord, teams };
type ChatName = keyof typeof chats;

/** Whether a target is a chat, whose secret is the address of its webhook. */
export const isChat = <T extends { type: string }>(
  target: T,
): target is Extract<T, { type: ChatName }> => Object.hasOwn(chats, target.type);

/** Posts a message by the webhook of a chat, once. */
export async function postTo(
  name: ChatName,
  webhook: string,
  message: Message,
  post: Post,
): Promise<Sent> {
  const { bodyOf, addressOf, taken } = chats[name];
  const heard = await post(
    {
      url: addressOf(webhook),
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf(message)),
    },
    taken,
  );
  return heard.type === 'ok' ? { type: 'sent' } : heard;
}
