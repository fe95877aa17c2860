import { z } from 'zod';
import type { Issue, Repository } from '../../../src/domain/tracking/issue.ts';
import { instant } from '../../../src/domain/time.ts';

// Body and author must be there, because markers are judged by them: an issue without them would look as if it were not ours.
const issueAnswer = z.object({
  number: z.int().min(1),
  html_url: z
    .url({ protocol: /^https$/ })
    .optional()
    .catch(undefined),
  title: z.string(),
  body: z.string().nullable(),
  user: z.object({ login: z.string() }).nullable(),
  author_association: z.string(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  state: z.enum(['open', 'closed']),
  state_reason: z.string().nullish(),
  closed_at: instant.nullish(),
  locked: z.boolean().default(false),
  pull_request: z.unknown().optional(),
});

const reason = (word: string | null | undefined): string | undefined =>
  word ? (/^[a-z_]+$/.test(word) ? word : 'other') : undefined;

/** An issue as GitHub sends it. */
export const issueSchema = issueAnswer.transform(
  ({
    html_url,
    body,
    user,
    author_association,
    labels,
    assignees,
    state_reason,
    closed_at,
    pull_request,
    ...rest
  }): Issue => ({
    ...rest,
    url: html_url,
    body: body ?? '',
    author: user?.login,
    association: author_association,
    labels: labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    assignees: assignees?.map(({ login }) => login),
    state_reason: reason(state_reason),
    closed_at: closed_at ?? undefined,
    isPullRequest: pull_request !== undefined && pull_request !== null,
  }),
);

export const issuesSchema = z.array(issueSchema);

/** What happened to an issue, by GitHub’s words. */
export const eventsSchema = z.array(z.object({ event: z.string() }));

export const repositorySchema = z
  .object({
    id: z.int().min(1),
    full_name: z.string(),
    has_issues: z.boolean().default(true),
    archived: z.boolean().default(false),
    private: z.boolean().optional(),
    visibility: z.string().optional(),
    permissions: z
      .object({ push: z.boolean().optional(), triage: z.boolean().optional() })
      .optional(),
  })
  .transform(
    ({
      id,
      full_name,
      has_issues,
      archived,
      private: isPrivate,
      visibility = 'private',
      permissions,
    }): Repository => ({
      id,
      name: full_name,
      hasIssues: has_issues,
      archived,
      // A whole enterprise can read an internal repository.
      isPrivate: isPrivate && visibility === 'private',
      mayLabel: permissions?.push === false && permissions.triage === false ? false : undefined,
    }),
  );

export const installationSchema = z.object({ id: z.int().min(1) });
