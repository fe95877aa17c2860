import { z } from 'zod';
import { form } from './form.ts';
import { id, webUrl } from './text.ts';

/** The variable of the environment in which a secret is. The secret itself is never in the record. */
const inVariable = (what: string, example: string) =>
  z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,99}$/, 'is not the name of a variable')
    .describe(`The variable of the environment that holds ${what}`)
    .meta({ ...form('capital letters, digits and underscores'), examples: [example] });

const named = {
  id: id.describe('What the target is called, for ever: by it is known what it got'),
};

const secretAddress = (service: string, example: string) => ({
  ...named,
  secret: inVariable(`the address of the webhook, which is a secret at ${service}`, example),
});

/** Somewhere that news is sent to. */
const pushTarget = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('slack'), ...secretAddress('Slack', 'SLACK_WEBHOOK') }),
  z.strictObject({ type: z.literal('discord'), ...secretAddress('Discord', 'DISCORD_WEBHOOK') }),
  z.strictObject({ type: z.literal('teams'), ...secretAddress('Teams', 'TEAMS_WEBHOOK') }),
  z.strictObject({
    type: z.literal('webhook'),
    ...named,
    url: webUrl.describe('Where it is sent to'),
    secret: inVariable('the key with which it is signed', 'WEBHOOK_SECRET'),
  }),
  z.strictObject({
    type: z.literal('buttondown'),
    ...named,
    secret: inVariable('the API key', 'BUTTONDOWN_API_KEY'),
    url: webUrl.default('https://api.buttondown.com/').describe('Where the API is'),
  }),
  z.strictObject({
    type: z.literal('listmonk'),
    ...named,
    url: webUrl.describe('Where listmonk is'),
    user: z.string().min(1).max(200).describe('The name of the API user'),
    secret: inVariable('the token of that user', 'LISTMONK_TOKEN'),
    lists: z
      .array(z.int().min(1))
      .min(1, 'names no list')
      .max(50)
      .describe('The numbers of the lists'),
    template: z
      .int()
      .min(1)
      .optional()
      .describe('The number of the template; left out, the default'),
  }),
]);

export type PushTarget = z.output<typeof pushTarget>;

export const pushTargets = z
  .array(pushTarget)
  .max(50)
  .refine(
    (targets) => new Set(targets.map((target) => target.id)).size === targets.length,
    'names two targets alike',
  );
