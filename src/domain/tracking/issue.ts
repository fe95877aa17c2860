import type { IssueKey } from './key.ts';
import { keysIn } from './marker.ts';
import type { Instant } from '../time.ts';

/** An issue of GitHub, as far as Ownup looks at it. */
export interface Issue {
  number: number;
  /** Where people read it; `undefined` if GitHub gives no such address. */
  url: string | undefined;
  title: string;
  body: string;
  /** `undefined` when the account is gone. */
  author: string | undefined;
  /** What the author is to the repository, in GitHub's word. */
  association: string;
  labels: readonly string[];
  state: 'open' | 'closed';
  state_reason: string | undefined;
  closed_at: Instant | undefined;
  locked: boolean;
  /** GitHub lists pull requests among issues. */
  isPullRequest: boolean;
}

export interface Repository {
  /** Stays the same when the repository is renamed. */
  id: number;
  /** OWNER/NAME */
  name: string;
  hasIssues: boolean;
  archived: boolean;
  /** Whether only members see it; `undefined` if GitHub does not say. */
  isPrivate?: boolean | undefined;
}

/** What we want an issue to say. `block` is our part of the body, without its markers. */
export interface IssueText {
  title: string;
  block: string;
  labels: readonly string[];
}

const insiders: readonly string[] = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/** Whether a marker in an issue of this author counts: anyone may open an issue that looks like ours. */
export const isTrusted = ({ author, association }: Issue, trusted: readonly string[]): boolean =>
  insiders.includes(association) || (author !== undefined && trusted.some((login) => login.toLowerCase() === author.toLowerCase()));

/** Whether an issue says that it tracks the promise `key`. */
export const carries = ({ body, isPullRequest }: Issue, key: IssueKey): boolean => !isPullRequest && keysIn(body).includes(key);
