import type { IssueKey } from './key.ts';
import { type Decisions, type Seen, sight } from './sighting.ts';
import type { Issue, Repository } from './issue.ts';
import type { Kind } from './kind.ts';
import { type Lock, type LockEntry, lockEntryOf } from './lock.ts';
import { Stop, mustRead, read, refusal } from './patience.ts';
import type { Run } from './tracker.ts';

/** From so many issues on that the label does not lead to, a scan of all is cheaper than asking for each. */
const manyMissing = 10;

/** All issues of a listing. @throws Stop if a page cannot be had, or the listing leads in a circle: half a list would make duplicates. */
export function* listAll(label?: string): Run<Map<number, Issue>> {
  const issues = new Map<number, Issue>();
  let from: string | undefined;
  do {
    const page: { issues: readonly Issue[]; next: string | undefined } = yield* mustRead(
      { do: 'list', ...(label && { label }), ...(from && { from }) },
      'Listing issues',
    );
    const known = issues.size;
    for (const issue of page.issues) issues.set(issue.number, issue);
    if (page.next !== undefined && issues.size === known)
      throw new Stop('partial', 'Listing issues: the listing leads in a circle. Nothing was created.');
    from = page.next;
  } while (from !== undefined);
  return issues;
}

/** @throws Stop if it may not hold issues of this kind, before anything is written */
export function* readRepository({ privateOnly }: Kind): Run<Repository> {
  const repository = yield* mustRead({ do: 'repository' }, 'Reading the repository');
  const { name, hasIssues, isPrivate } = repository;
  if (!hasIssues) throw new Stop('refused', `Issues are disabled in ${name}. Enable them in its settings.`);
  if (privateOnly && !isPrivate) throw new Stop('refused', `${name} is not a private repository. Expected: one that is.`);
  return repository;
}

/** What became of an issue that no listing shows: some answers are news, others mean that we cannot see. */
function* lookUp(number: number): Run<Issue | 'deleted' | 'transferred' | 'missing'> {
  const answer = yield* read({ do: 'issue', number });
  if (answer.type === 'ok') return answer.value;
  const { status } = answer;
  if (status === 404) return 'missing';
  if (status === 410) return 'deleted';
  if (status >= 300 && status < 400) return 'transferred';
  throw refusal(answer, `Reading issue #${number}`);
}

/** The issues of `lock` in this repository, with their numbers. */
const tracked = ({ actions }: Lock, repository: number): (LockEntry & { number: number })[] =>
  actions.flatMap((entry) => (entry.repository === repository && entry.number !== undefined ? [{ ...entry, number: entry.number }] : []));

function* lookUpEach(numbers: readonly number[], issues: Map<number, Issue>): Run<Seen['gone']> {
  const gone = new Map<number, 'deleted' | 'transferred' | 'missing'>();
  for (const number of numbers) {
    const found = yield* lookUp(number);
    if (typeof found === 'string') gone.set(number, found);
    else issues.set(number, found);
  }
  return gone;
}

/** Refuses a scan that does not show an issue which we can ask for by its number: it has left out others too. @throws Stop */
function distrust(scan: ReadonlyMap<number, Issue>, issues: ReadonlyMap<number, Issue>): void {
  const leftOut = [...issues.values()].find(({ number, isPullRequest }) => !isPullRequest && !scan.has(number));
  if (leftOut) throw new Stop('partial', `Listing issues: the list leaves out #${leftOut.number}, which is there. Nothing was created.`);
}

/** What is wanted and known before anything is read. */
export interface Question {
  kind: Kind;
  keys: readonly IssueKey[];
  lock: Lock;
  decisions: Decisions;
}

/**
 * Reads all that a plan needs: issues with our label; those of the lock that are not among them; and, if a promise has none yet, every
 * issue of the repository once. @throws Stop
 */
export function* readIssues(repository: number, { kind, keys, lock, decisions }: Question): Run<Seen> {
  const issues = yield* listAll(kind.label);
  const known = [...tracked(lock, repository).map(({ number }) => number), ...decisions.adopt.values()];
  const missing = (): number[] => [...new Set(known)].filter((number) => !issues.has(number));
  let scan: Map<number, Issue> | undefined;
  function* scanOnce(): Run<void> {
    if (scan) return;
    scan = yield* listAll();
    for (const [number, issue] of scan) if (!issues.has(number)) issues.set(number, issue);
  }
  if (missing().length > manyMissing) yield* scanOnce();
  const gone = yield* lookUpEach(missing(), issues);
  const seen: Seen = { repository, issues, gone, absent: 0 };
  const isFound = (key: IssueKey): boolean => sight(key, lockEntryOf(lock, key), seen, decisions).type === 'found';
  if (!keys.every(isFound)) yield* scanOnce();
  if (!scan) return seen;
  distrust(scan, issues);
  const expected = tracked(lock, repository).filter(({ promise }) => !decisions.recreate.has(promise));
  return { ...seen, absent: scan.size === 0 ? expected.length : 0 };
}

/** Reads how the issues of the lock stand, and nothing else. @throws Stop */
export function* readTracked(repository: number, { label }: Kind, lock: Lock): Run<Seen> {
  const issues = yield* listAll(label);
  const missing = tracked(lock, repository)
    .map(({ number }) => number)
    .filter((number) => !issues.has(number));
  return { repository, issues, gone: yield* lookUpEach(missing, issues), absent: 0 };
}
