import type { IssueKey } from './key.ts';
import { type Issue, carries, isNamed, isTrusted, missingLabels, otherKeys } from './issue.ts';
import type { LockEntry } from './lock.ts';
import { hasEnd, mentions } from './marker.ts';
import type { Refused } from './tracker.ts';

/** What became of an issue that is not there. */
export type Absence = 'deleted' | 'transferred' | 'missing';

/** What GitHub says of an issue by refusing to show it; `undefined` if it says nothing about the issue. */
export function absenceOf({ status, moved }: Refused): Absence | undefined {
  if (status === 404) return 'missing';
  if (status === 410) return 'deleted';
  return moved ? 'transferred' : undefined;
}

/** Why an issue that should be there cannot be used. */
export type LossCode =
  | Absence
  | 'other-repository'
  | 'marker-gone'
  | 'other-marker'
  | 'pull-request'
  | 'unproven'
  | 'unconfirmed';

/** What became of the issue of a promise. */
export type IssueMatch =
  /** `by`: how it was found. `others` carry the same marker. */
  | { type: 'found'; issue: Issue; by: 'lock' | 'marker' | 'adoption'; others: readonly Issue[] }
  | { type: 'lost'; code: LossCode; number: number | undefined }
  | { type: 'none' };

/** What was read of a repository. */
export interface Seen {
  /** GitHub's id of the repository. */
  repository: number;
  /** The label of the issues that are looked for. */
  label: string;
  issues: ReadonlyMap<number, Issue>;
  /** Numbers that were asked for one by one and are not there. */
  gone: ReadonlyMap<number, Absence>;
  /** Logins of owners who can be assigned, of those who were asked for. */
  assignable: ReadonlySet<string>;
  /** How many issues of the lock should have been in a list of all that turned out empty; 0 where there is nothing strange. */
  absent: number;
}

/** What a person has decided about the issue of a promise. */
export interface Decisions {
  /** Logins whose markers count, beside those of insiders. */
  trusted: readonly string[];
  adopt: ReadonlyMap<IssueKey, number>;
  recreate: ReadonlySet<IssueKey>;
}

const lost = (code: LossCode, number: number | undefined): IssueMatch => ({
  type: 'lost',
  code,
  number,
});

function adopted(
  key: IssueKey,
  number: number,
  { issues, gone }: Seen,
  carriers: readonly Issue[],
): IssueMatch {
  const issue = issues.get(number);
  if (!issue) return lost(gone.get(number) ?? 'missing', number);
  if (issue.isPullRequest) return lost('pull-request', number);
  if (otherKeys(issue, key).length) return lost('other-marker', number);
  return {
    type: 'found',
    issue,
    by: 'adoption',
    others: carriers.filter((other) => other !== issue),
  };
}

function lockedLoss(key: IssueKey, { number, repository }: LockEntry, seen: Seen): IssueMatch {
  if (repository !== seen.repository) return lost('other-repository', number);
  if (number === undefined) return { type: 'none' };
  const issue = seen.issues.get(number);
  if (!issue) return lost(seen.gone.get(number) ?? 'missing', number);
  if (issue.isPullRequest) return lost('pull-request', number);
  return lost(otherKeys(issue, key).length ? 'other-marker' : 'marker-gone', number);
}

/**
 * An issue whose marker does not count may still be ours, because it mentions our marker somewhere. It may be ours if a trusted login or a
 * program made it, because strangers cannot let programs in; or if it has the end of our block and our label, which few people may give.
 */
export function mayBeOurs(
  issue: Issue,
  key: IssueKey,
  label: string,
  trusted: readonly string[],
): boolean {
  const { body, author, isPullRequest } = issue;
  if (isPullRequest || !mentions(body, key)) return false;
  return (
    !!author?.endsWith('[bot]') ||
    isNamed(author, trusted) ||
    (missingLabels(issue, [label]).length === 0 && hasEnd(body))
  );
}

/**
 * Which issue tracks the promise `key`: the one that a person names, else the one in the lock if it still carries the marker, else the
 * lowest number among those whose marker counts. What is lost is never replaced unless a person says so.
 */
export function matchIssue(
  key: IssueKey,
  entry: LockEntry | undefined,
  seen: Seen,
  { trusted, adopt, recreate }: Decisions,
): IssueMatch {
  const all = [...seen.issues.values()]
    .filter((issue) => carries(issue, key))
    .sort((a, b) => a.number - b.number);
  const carriers = all.filter((issue) => isTrusted(issue, trusted));
  const named = adopt.get(key);
  if (named !== undefined) return adopted(key, named, seen, carriers);
  const known =
    entry?.repository === seen.repository
      ? all.find(({ number }) => number === entry.number)
      : undefined;
  if (known)
    return {
      type: 'found',
      issue: known,
      by: 'lock',
      others: carriers.filter((other) => other !== known),
    };
  const [first, ...others] = carriers;
  if (first) return { type: 'found', issue: first, by: 'marker', others };
  const isPending = entry?.pending_since !== undefined;
  // We may have made it ourselves under a name that is not trusted: to make another one could be to make it twice.
  const ours =
    (isPending ? all[0] : undefined) ??
    [...seen.issues.values()].find((issue) => mayBeOurs(issue, key, seen.label, trusted));
  // A decision about the lost issue says nothing about the one that has been asked for since.
  if (ours && isPending) return lost('unconfirmed', ours.number);
  if (recreate.has(key)) return { type: 'none' };
  if (ours) return lost('unproven', ours.number);
  return entry ? lockedLoss(key, entry, seen) : { type: 'none' };
}

/** Issues that carry the marker of a promise, and whose author has no say. */
export const pretenders = (key: IssueKey, { issues }: Seen, trusted: readonly string[]): Issue[] =>
  [...issues.values()].filter((issue) => carries(issue, key) && !isTrusted(issue, trusted));
