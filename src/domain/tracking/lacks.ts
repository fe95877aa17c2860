import { type Issue, type IssueText, missingLabels } from './issue.ts';
import type { Lack, LockEntry } from './lock.ts';

/** Whether an issue has what it lacked, whoever gave it. `written`: what it says, where that is what we want. */
export const hasNow: Record<Lack, (issue: Issue, written: IssueText | undefined) => boolean> = {
  assignee: ({ assignees }) => !!assignees?.length,
  labels: (issue, written) => !!written && missingLabels(issue, written.labels).length === 0,
};

/** Whether somebody is still to be assigned, because GitHub did not take that when the issue was created. */
export const awaitsAssignee = (issue: Issue, entry: LockEntry | undefined): boolean =>
  issue.state === 'open' &&
  !hasNow.assignee(issue, undefined) &&
  entry?.number === issue.number &&
  !!entry.lacks?.includes('assignee');

/** Whether labels are still to be given, for the same reason. */
export const awaitsLabels = ({ number }: Issue, entry: LockEntry | undefined): boolean =>
  entry?.number === number && !!entry.lacks?.includes('labels');
