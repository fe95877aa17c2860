import type { components } from '@octokit/openapi-types';

type Schemas = components['schemas'];
export type ApiIssue = Schemas['issue'];
export type ApiRepository = Schemas['full-repository'];
type ApiUser = Schemas['simple-user'];

/** An issue as the fake keeps it. */
export interface StoredIssue {
  number: number;
  title: string;
  body: string | null;
  author: string | null;
  association: ApiIssue['author_association'];
  labels: string[];
  assignees: string[];
  state: 'open' | 'closed';
  state_reason: ApiIssue['state_reason'];
  closed_at: string | null;
  locked: boolean;
  isPullRequest: boolean;
  /** What happened to it, in GitHub's words. */
  events: string[];
  /** Epoch ms from which listings show it. */
  visibleFrom: number;
}

const user = (login: string, id = 1): ApiUser => ({
  login,
  id,
  node_id: 'U_1',
  avatar_url: '',
  gravatar_id: null,
  url: `https://api.github.com/users/${login}`,
  html_url: `https://github.com/${login}`,
  followers_url: '',
  following_url: '',
  gists_url: '',
  starred_url: '',
  subscriptions_url: '',
  organizations_url: '',
  repos_url: '',
  events_url: '',
  received_events_url: '',
  type: login.endsWith('[bot]') ? 'Bot' : 'User',
  site_admin: false,
});

/** The issue as GitHub's API shows it; the compiler compares it with GitHub's own description. */
export function apiIssue(issue: StoredIssue, repository: string): ApiIssue {
  const url = `https://api.github.com/repos/${repository}`;
  const web = `https://github.com/${repository}`;
  const at = '2026-01-20T15:00:00Z';
  return {
    id: 5_000 + issue.number,
    node_id: `I_${issue.number}`,
    url: `${url}/issues/${issue.number}`,
    repository_url: url,
    labels_url: `${url}/issues/${issue.number}/labels{/name}`,
    comments_url: `${url}/issues/${issue.number}/comments`,
    events_url: `${url}/issues/${issue.number}/events`,
    html_url: `${web}/issues/${issue.number}`,
    number: issue.number,
    state: issue.state,
    state_reason: issue.state_reason ?? null,
    title: issue.title,
    body: issue.body,
    user: issue.author === null ? null : user(issue.author),
    labels: issue.labels.map((name, id) => ({
      id,
      node_id: 'L',
      url: '',
      name,
      description: null,
      color: 'ededed',
      default: false,
    })),
    assignee: null,
    assignees: issue.assignees.map((login) => user(login)),
    milestone: null,
    locked: issue.locked,
    active_lock_reason: null,
    comments: 0,
    closed_at: issue.closed_at,
    created_at: at,
    updated_at: at,
    author_association: issue.association,
    ...(issue.isPullRequest && {
      pull_request: { url: null, html_url: null, diff_url: null, patch_url: null },
    }),
  };
}

/** A repository as the fake keeps it. */
export interface StoredRepository {
  id: number;
  name: string;
  hasIssues: boolean;
  archived: boolean;
  /** `undefined`: the answer does not say. */
  isPrivate: boolean | undefined;
  /** Whether who asks may give labels; `undefined`: the answer does not say. */
  mayPush?: boolean;
  visibility?: string;
}

export const apiRepository = ({
  id,
  name,
  hasIssues,
  archived,
  isPrivate,
  mayPush,
  visibility,
}: StoredRepository): Pick<ApiRepository, 'id' | 'full_name' | 'has_issues' | 'archived'> &
  Partial<Pick<ApiRepository, 'private' | 'permissions' | 'visibility'>> => ({
  id,
  full_name: name,
  has_issues: hasIssues,
  archived,
  ...(isPrivate !== undefined && { private: isPrivate }),
  ...(visibility !== undefined && { visibility }),
  ...(mayPush !== undefined && {
    permissions: { admin: false, push: mayPush, triage: mayPush, pull: true },
  }),
});
