import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type IssueKey, actionKey } from './key.ts';
import { type Instant, instant } from '../time.ts';

const digits = z.string().regex(/^[0-9a-f]{14}$/, 'is not a digest');

/** What is known of one promise: which issue tracks it, and how that stood when somebody last looked. */
export const lockEntry = z.strictObject({
  promise: actionKey.describe('Which promise'),
  repository: z.int().min(1).describe('GitHub’s id of the repository that the issue is in'),
  number: z.int().min(1).optional().describe('The number of its issue'),
  pending_since: instant
    .optional()
    .describe('When an issue was asked for whose creation nobody has confirmed yet'),
  state: z.enum(['open', 'closed']).optional().describe('How the issue stood'),
  state_reason: z
    .string()
    .regex(/^[a-z_]+$/, 'is not a reason')
    .optional()
    .describe(
      'Why it is in that state, in GitHub’s word: completed, not_planned, duplicate, reopened',
    ),
  closed_at: instant.optional().describe('When it was closed'),
  url: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe('Where it can be read'),
  verified_at: instant.optional().describe('When somebody last looked'),
  lacks: z
    .array(z.enum(['assignee', 'labels']))
    .optional()
    .describe('What it was to have from the beginning, and GitHub did not take'),
  applied: z
    .strictObject({
      title: digits.describe('Of the title'),
      block: digits.describe('Of the block in the body'),
      revision: z.int().min(0).default(0).describe('How often it has been written'),
    })
    .optional()
    .describe('Digests of what was last written into it'),
});

/** actions.lock.json: which promise is which issue, and its last known state. Written by `npm run actions`; it may be lost. */
export const lock = z
  .strictObject({
    version: z
      .literal(1)
      .describe('The version of this file; another one was written by another Ownup'),
    actions: z
      .array(lockEntry)
      .superRefine((entries, ctx) => {
        const seen = new Set<string>();
        for (const [index, { promise }] of entries.entries()) {
          if (seen.has(promise))
            ctx.addIssue({
              code: 'custom',
              path: [index, 'promise'],
              message: 'stands here a second time',
            });
          seen.add(promise);
        }
      })
      .describe('Every promise that has an issue, in the order of their keys'),
  })
  .meta({ title: 'Lock' });

export const lockFile = 'actions.lock.json';

/** What an issue can lack that it was to have from the beginning. */
export type Lack = NonNullable<LockEntry['lacks']>[number];

export type LockEntry = z.output<typeof lockEntry>;
export type Lock = z.output<typeof lock>;

export const emptyLock: Lock = { version: 1, actions: [] };

/** What is known of a promise; `undefined` if nobody tracks it. */
export const lockEntryOf = ({ actions }: Lock, key: IssueKey): LockEntry | undefined =>
  actions.find(({ promise }) => promise === key);

/** `lock` with `entry` in its place; no other promise keeps the same issue. */
export function withEntry(lock: Lock, entry: LockEntry): Lock {
  const stays = ({ promise, repository, number }: LockEntry): boolean =>
    promise !== entry.promise &&
    !(number !== undefined && number === entry.number && repository === entry.repository);
  return {
    version: 1,
    actions: [...lock.actions.filter(stays), entry].sort((a, b) =>
      a.promise < b.promise ? -1 : 1,
    ),
  };
}

export const withoutEntry = (lock: Lock, key: IssueKey): Lock => ({
  version: 1,
  actions: lock.actions.filter(({ promise }) => promise !== key),
});

/** `lock` as it would have stood at `now` (epoch ms): what was closed later is open again. */
export function lockAsOf(lock: Lock, now: number): Lock {
  const later = (at: Instant | undefined): boolean =>
    at !== undefined && at.epochMilliseconds > now;
  const entryAsOf = (entry: LockEntry): LockEntry => {
    if (!later(entry.verified_at)) return entry;
    const { state_reason, closed_at, ...rest } = entry;
    const known = { ...rest, verified_at: Temporal.Instant.fromEpochMilliseconds(now) };
    return later(closed_at) ? { ...known, state: 'open' } : { ...known, state_reason, closed_at };
  };
  return { version: 1, actions: lock.actions.map(entryAsOf) };
}
