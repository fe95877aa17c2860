import { digest } from './digest.ts';
import { isTrusted } from './issue.ts';
import type { Seen } from './issue-match.ts';
import { type IssueKey, wordOf } from './key.ts';
import { lockEntryOf } from './lock.ts';
import { keysIn } from './marker.ts';
import type { Basis } from './change-plan.ts';
import type { Wanted } from './wanted.ts';

/** Something that has an issue, by the lock or by a marker, and is no longer wanted. */
export interface Orphan {
  key: IssueKey;
  number: number | undefined;
  /** Digests of the titles that it has, or that we have given it. */
  titles: readonly string[];
}

/** All that is no longer wanted; nothing for kinds of issues that are never all wanted at once. */
export function orphansOf(
  { kind, wanted, lock, decisions: { trusted, adopt } }: Basis,
  { issues }: Seen,
): Orphan[] {
  if (!kind.complete) return [];
  const kept = new Set(wanted.map(({ key }) => key));
  const named = new Set(adopt.values());
  const locked = lock.actions.map(({ promise, number }) => [promise, number] as const);
  const marked = [...issues.values()]
    .filter((issue) => !issue.isPullRequest && isTrusted(issue, trusted))
    .flatMap((issue) => keysIn(issue.body).map((key) => [key, issue.number] as const));
  const found = new Map(
    [...marked, ...locked].filter(
      ([key, number]) =>
        !kept.has(key) && wordOf(key) === kind.word && !(number !== undefined && named.has(number)),
    ),
  );
  return [...found].map(([key, number]) => {
    const issue = number === undefined ? undefined : issues.get(number);
    const titles = [issue && digest(issue.title), lockEntryOf(lock, key)?.applied?.title];
    return { key, number, titles: titles.filter((title) => title !== undefined) };
  });
}

const partsOf = (key: IssueKey): string[] => key.split('/');

/**
 * The orphan that `wanted` may have been before its name changed: it has the same title, or the same action in a postmortem that no longer
 * promises anything.
 */
export function predecessorOf(
  { key, text }: Wanted,
  orphans: readonly Orphan[],
  wanted: readonly Wanted[],
): Orphan | undefined {
  const [, action] = partsOf(key);
  const title = digest(text.title);
  const postmortems = new Set(wanted.map((one) => partsOf(one.key)[0]));
  return (
    orphans.find(({ titles }) => titles.includes(title)) ??
    orphans.find(({ key: former }) => {
      const [formerPostmortem, formerAction] = partsOf(former);
      return formerAction === action && !postmortems.has(formerPostmortem);
    })
  );
}
