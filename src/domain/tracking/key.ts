import { z } from 'zod';

/** By what a promise is known everywhere, for good: `postmortem id/action id`. */
export type ActionKey = `${string}/${string}`;

const part = '[a-z0-9]+(?:[._-]+[a-z0-9]+)*';

/** The form of a key, to build patterns from. */
export const keyPattern = `${part}/${part}`;

export const actionKey = z
  .string()
  .regex(new RegExp(`^${keyPattern}$`), 'is not POSTMORTEM/ACTION')
  .transform((key) => key as ActionKey)
  .meta({ description: 'the id of a postmortem, a slash, the id of an action in it', examples: ['2026-01-17-late-webhooks/pool-floor'] });

export const keyOf = (postmortem: { id: string }, action: { id: string }): ActionKey => `${postmortem.id}/${action.id}`;
