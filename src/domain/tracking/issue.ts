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
  /** `undefined` if GitHub does not say. */
  assignees: readonly string[] | undefined;
  state: 'open' | 'closed';
  state_reason: string | undefined;
  closed_at: Instant | undefined;
  locked: boolean;
  /** GitHub lists pull requests among issues. */
  isPullRequest: boolean;
  /** Its markers have a former name, and are shown with that of today. */
  hasFormerName?: true;
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
  /** `false` if GitHub says that who asks may give no labels there: issues would lose theirs silently. */
  mayLabel?: false | undefined;
}

/** What we want an issue to say. `block` is our part of the body, without its markers. */
export interface IssueText {
  title: string;
  block: string;
  labels: readonly string[];
}

const insiders: readonly string[] = ['OWNER', 'MEMBER', 'COLLABORATOR'];

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether an author is among the logins that are trusted. */
export const isNamed = (author: string | undefined, trusted: readonly string[]): boolean =>
  author !== undefined && trusted.some((login) => isSame(login, author));

/** Whether a marker in an issue of this author counts: anyone may open an issue that looks like ours. */
export const isTrusted = ({ author, association }: Issue, trusted: readonly string[]): boolean =>
  insiders.includes(association) || isNamed(author, trusted);

/** Which of these labels an issue does not have; to GitHub capital letters make no other label. */
export const missingLabels = ({ labels }: Issue, wanted: readonly string[]): string[] =>
  wanted.filter((label) => !labels.some((found) => isSame(found, label)));

/** Whether an issue says that it tracks the promise `key`. */
export const carries = ({ body, isPullRequest }: Issue, key: IssueKey): boolean =>
  !isPullRequest && keysIn(body).includes(key);

/** What an issue tracks beside `key`. */
export const otherKeys = ({ body }: Issue, key: IssueKey): IssueKey[] =>
  keysIn(body).filter((other) => other !== key);
