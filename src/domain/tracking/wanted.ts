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
  /** Whether it was promised before the day from which on promises get issues. */
  isOld?: boolean;
}

/** Whether a promise was made before those that get issues, unless a person asks for one. */
export const isTooOld = ({ key, isOld }: Wanted, { recreate }: Decisions): boolean =>
  !!isOld && !recreate.has(key);
