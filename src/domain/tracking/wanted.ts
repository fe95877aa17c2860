import type { Decisions } from './issue-match.ts';
import type { IssueText } from './issue.ts';
import type { IssueKey } from './key.ts';

/** An issue that should exist. */
export interface Wanted {
  key: IssueKey;
  text: IssueText;
  /** The owner as the record names them, to be assigned if possible. */
  owner?: string | undefined;
  /** The login to try; left out, the owner has none. */
  login?: string | undefined;
  /** Why none is opened where there is none: it was promised before the day from which on promises get issues, or it is over. */
  unopened?: 'old' | 'over' | undefined;
}

/** Why a promise without an issue gets none; `undefined` if it gets one, also because a person asks for it. */
export const whyUnopened = (
  { key, unopened }: Wanted,
  { recreate }: Decisions,
): Wanted['unopened'] => (recreate.has(key) ? undefined : unopened);
