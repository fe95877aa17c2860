import {
  type Absence,
  type Decisions,
  type IssueMatch,
  type Seen,
  absenceOf,
  matchIssue,
} from './issue-match.ts';
import { type Wanted, whyUnopened } from './wanted.ts';
import { withoutDiscussions } from './discussions.ts';
import type { Issue, Repository } from './issue.ts';
import type { Kind } from './kind.ts';
import { awaitsAssignee } from './lacks.ts';
import { type Lock, type LockEntry, lockEntryOf } from './lock.ts';
import { listAll } from './listing.ts';
import { Halt, mustRead, read, refusal } from './stop-and-retry.ts';
import type { Run } from './tracker.ts';

/** From so many issues on that the label does not lead to, a scan of all is cheaper than asking for each. */
const manyMissing = 10;

/** @throws Halt if it may not hold issues of this kind, before anything is written */
export function* readRepository({ privateOnly }: Kind): Run<Repository> {
  const repository = yield* mustRead({ do: 'repository' }, 'Reading the repository');
  const { name, hasIssues, isPrivate, mayLabel } = repository;
  if (!hasIssues)
    throw new Halt('refused', `Issues are disabled in ${name}. Enable them in its settings.`);
  if (privateOnly && !isPrivate)
    throw new Halt('refused', `${name} is not a private repository. Expected: one that is.`);
  if (mayLabel === false)
    throw new Halt(
      'refused',
      `The token may not give labels in ${name}. Expected: one that may write issues there.`,
    );
  return repository;
}

/** An issue as it is right now, or what became of it: some refusals are news, others mean that we cannot see. @throws Halt */
export function* lookUp(number: number): Run<Issue | Absence> {
  const answer = yield* read({ do: 'issue', number });
  if (answer.type === 'ok') return answer.value;
  const absence = absenceOf(answer);
  if (absence) return absence;
  throw refusal(answer, `Reading issue #${number}`);
}

/** The issues of `lock` in this repository, with their numbers. */
const tracked = ({ actions }: Lock, repository: number): (LockEntry & { number: number })[] =>
  actions.flatMap((entry) =>
    entry.repository === repository && entry.number !== undefined
      ? [{ ...entry, number: entry.number }]
      : [],
  );

function* lookUpEach(numbers: readonly number[], issues: Map<number, Issue>): Run<Seen['gone']> {
  const gone = new Map<number, Absence>();
  for (const number of numbers) {
    const found = yield* lookUp(number);
    if (typeof found === 'string') gone.set(number, found);
    else issues.set(number, found);
  }
  return gone;
}

/** Refuses a scan that does not show an issue which we can ask for by its number: it has left out others too. @throws Halt */
function requireComplete(
  scan: ReadonlyMap<number, Issue>,
  issues: ReadonlyMap<number, Issue>,
): void {
  const leftOut = [...issues.values()].find(
    ({ number, isPullRequest }) => !isPullRequest && !scan.has(number),
  );
  if (leftOut)
    throw new Halt(
      'partial',
      `Listing issues: the list leaves out #${leftOut.number}, which is there. Nothing was created.`,
    );
}

/** Whether somebody is still to be assigned. */
function lacksAssignee(one: Wanted, match: IssueMatch, lock: Lock, decisions: Decisions): boolean {
  if (match.type === 'none') return !whyUnopened(one, decisions);
  return match.type === 'found' && awaitsAssignee(match.issue, lockEntryOf(lock, one.key));
}

/** The logins of owners whom GitHub can assign. */
function* readAssignable(wanted: readonly Wanted[]): Run<Set<string>> {
  const assignable = new Set<string>();
  for (const login of new Set(wanted.flatMap((one) => one.login ?? []))) {
    const answer = yield* read({ do: 'assignable', login });
    if (answer.type === 'ok' && answer.value) assignable.add(login);
  }
  return assignable;
}

/** What is wanted and known before anything is read. */
interface Question {
  kind: Kind;
  wanted: readonly Wanted[];
  lock: Lock;
  decisions: Decisions;
}

/**
 * Reads all that a plan needs: issues with our label; those of the lock that are not among them; and, if a promise has none yet, every
 * issue of the repository once. @throws Halt
 */
export function* readIssues(
  repository: number,
  { kind, wanted, lock, decisions }: Question,
): Run<Seen> {
  const issues = yield* listAll(kind.label);
  const known = [
    ...tracked(lock, repository).map(({ number }) => number),
    ...decisions.adopt.values(),
  ];
  const missing = (): number[] => [...new Set(known)].filter((number) => !issues.has(number));
  let scan: Map<number, Issue> | undefined;
  function* scanOnce(): Run<void> {
    if (scan) return;
    scan = yield* listAll();
    for (const [number, issue] of scan) if (!issues.has(number)) issues.set(number, issue);
  }
  if (missing().length > manyMissing) yield* scanOnce();
  const gone = yield* lookUpEach(missing(), issues);
  yield* withoutDiscussions(issues, lock, repository);
  const found: Seen = {
    repository,
    label: kind.label,
    issues,
    gone,
    assignable: new Set(),
    absent: 0,
  };
  const matchOf = ({ key }: Wanted): IssueMatch =>
    matchIssue(key, lockEntryOf(lock, key), found, decisions);
  const isSettled = (one: Wanted): boolean => {
    const { type } = matchOf(one);
    return type === 'found' || (type === 'none' && !!whyUnopened(one, decisions));
  };
  if (!wanted.every(isSettled)) yield* scanOnce();
  const assignable = yield* readAssignable(
    wanted.filter((one) => lacksAssignee(one, matchOf(one), lock, decisions)),
  );
  const seen = { ...found, assignable };
  if (!scan) return seen;
  requireComplete(scan, issues);
  const expected = tracked(lock, repository).filter(
    ({ promise }) => !decisions.recreate.has(promise),
  );
  const isEmpty = [...scan.values()].every(({ isPullRequest }) => isPullRequest);
  return { ...seen, absent: isEmpty ? expected.length : 0 };
}

/** Reads how the issues of the lock stand, and nothing else. @throws Halt */
export function* readTracked(repository: number, { label }: Kind, lock: Lock): Run<Seen> {
  const issues = yield* listAll(label);
  const missing = tracked(lock, repository)
    .map(({ number }) => number)
    .filter((number) => !issues.has(number));
  const gone = yield* lookUpEach(missing, issues);
  yield* withoutDiscussions(issues, lock, repository);
  return { repository, label, issues, gone, assignable: new Set(), absent: 0 };
}
