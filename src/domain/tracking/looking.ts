import type { IssueKey } from './key.ts';
import type { Log } from './log.ts';
import { type Decisions, mayBeOurs } from './issue-match.ts';
import { type Conflict, conflict } from './conflicts.ts';
import { type Issue, carries, isTrusted } from './issue.ts';
import { Halt, longestWait, mustRead, waitAsAsked } from './stop-and-retry.ts';
import { type Answer, type Page, type Run, ask } from './tracker.ts';

/** When to look again for an issue that may have been created, in ms. */
const lookAgainAfter = [2_000, 10_000, 30_000];

const newest = { do: 'list', newestFirst: true } as const;

const oursAmong = (
  { issues }: Page,
  key: IssueKey,
  trusted: readonly string[],
): Issue | undefined =>
  issues
    .filter((issue) => carries(issue, key) && isTrusted(issue, trusted))
    .sort((a, b) => a.number - b.number)[0];

/** What is newest, from a list that can be believed. @throws Halt */
function* readNewest({ lock, repository }: Log, { recreate }: Decisions): Run<Page> {
  const page = yield* mustRead(newest, 'Listing issues');
  const known = lock.actions.some(
    (entry) =>
      entry.number !== undefined && entry.repository === repository && !recreate.has(entry.promise),
  );
  if (page.issues.length === 0 && known)
    throw new Halt('partial', 'The list of issues is empty, but the lock knows of some.');
  return page;
}

/** Looks for the issue of a create whose outcome is unknown. @throws Halt, also if an issue may be that one and cannot be proved to be */
export function* look(key: IssueKey, log: Log, decisions: Decisions): Run<Issue | undefined> {
  const page = yield* readNewest(log, decisions);
  const found = oursAmong(page, key, decisions.trusted);
  const unconfirmed = found
    ? undefined
    : page.issues.find((issue) => mayBeOurs(issue, key, log.label, decisions.trusted));
  if (unconfirmed)
    throw new Halt('conflict', conflict('unconfirmed', key, [unconfirmed.number]).what, {
      key,
    });
  return found;
}

/** The issue of `key` if it has appeared since everything was read: another run elsewhere may have made it. @throws Halt */
export function* appeared(
  key: IssueKey,
  log: Log,
  decisions: Decisions,
): Run<Issue | Conflict | undefined> {
  yield* log.pause();
  const page = yield* readNewest(log, decisions);
  const found = oursAmong(page, key, decisions.trusted);
  if (found || decisions.recreate.has(key)) return found;
  const unproven = page.issues.find((issue) => mayBeOurs(issue, key, log.label, decisions.trusted));
  return unproven && conflict('unproven', key, [unproven.number]);
}

interface Looked {
  issue?: Issue;
  /** In how many ms GitHub wants to be asked again, if it says so. */
  comeBack?: number | undefined;
}

function* lookAgain(key: IssueKey, trusted: readonly string[]): Run<Looked> {
  let comeBack: number | undefined;
  for (const pause of lookAgainAfter) {
    const asked = comeBack ?? 0;
    if (asked > longestWait) break;
    yield* ask({
      do: 'wait',
      ms: Math.max(pause, asked),
      why: `Looking for the issue of ${key} again.`,
      asked: asked > pause,
    });
    // One attempt: what cannot be read now is looked for later.
    const answer = yield* ask(newest);
    const issue = answer.type === 'ok' ? oursAmong(answer.value, key, trusted) : undefined;
    if (issue) return { issue };
    comeBack = 'wait' in answer ? answer.wait : undefined;
  }
  return { comeBack };
}

/**
 * The issue of a create whose outcome is unknown, if it has shown up by now. The last look has to succeed.
 * @throws Halt
 */
export function* settled(key: IssueKey, log: Log, decisions: Decisions): Run<Issue | undefined> {
  const { issue, comeBack } = yield* lookAgain(key, decisions.trusted);
  if (issue) return issue;
  if (comeBack !== undefined) yield* waitAsAsked(comeBack);
  return yield* look(key, log, decisions);
}

/** The issue after a create whose outcome is unknown. @throws Halt if it does not show up */
export function* lookFor(
  key: IssueKey,
  { why, wait }: Extract<Answer<Issue>, { type: 'unknown' }>,
  trusted: readonly string[],
): Run<Issue> {
  const { issue, comeBack } = yield* lookAgain(key, trusted);
  if (issue) return issue;
  throw new Halt(
    'unknown-outcome',
    `Nobody knows whether the issue of ${key} was created: ${why}. The next run looks first.`,
    {
      key,
      comeBack: comeBack ?? wait,
    },
  );
}
