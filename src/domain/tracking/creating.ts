import type { IssueKey } from './key.ts';
import type { Ledger } from './ledger.ts';
import type { Wanted } from './wanted.ts';
import { type Decisions, mayBeOurs } from './issue-match.ts';
import { type Trouble, trouble } from './troubles.ts';
import { type Issue, carries, isTrusted, missingLabels } from './issue.ts';
import { type Lack, withEntry, withoutEntry } from './lock.ts';
import { framed } from './marker.ts';
import {
  Stop,
  longestWait,
  mostAttempts,
  mustRead,
  refusal,
  tooManyLimits,
  waitAsAsked,
} from './patience.ts';
import { type Answer, type NewIssue, type Page, type Refused, type Run, ask } from './tracker.ts';

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

/** What is newest, from a list that can be believed. @throws Stop */
function* readNewest({ lock, repository }: Ledger, { recreate }: Decisions): Run<Page> {
  const page = yield* mustRead(newest, 'Listing issues');
  const known = lock.actions.some(
    (entry) =>
      entry.number !== undefined && entry.repository === repository && !recreate.has(entry.promise),
  );
  if (page.issues.length === 0 && known)
    throw new Stop('partial', 'The list of issues is empty, but the lock knows of some.');
  return page;
}

/** The issue of a create of which nobody knows what became. @throws Stop, also if there is one of which nobody can say whether it is that */
function* look(key: IssueKey, ledger: Ledger, decisions: Decisions): Run<Issue | undefined> {
  const page = yield* readNewest(ledger, decisions);
  const found = oursAmong(page, key, decisions.trusted);
  const unconfirmed = found
    ? undefined
    : page.issues.find((issue) => mayBeOurs(issue, key, ledger.label, decisions.trusted));
  if (unconfirmed)
    throw new Stop('conflict', trouble('unconfirmed', key, [unconfirmed.number]).what, { key });
  return found;
}

/** What has appeared since everything was read: whoever runs elsewhere makes the same issues. @throws Stop */
function* appeared(
  key: IssueKey,
  ledger: Ledger,
  decisions: Decisions,
): Run<Issue | Trouble | undefined> {
  yield* ledger.pause();
  const page = yield* readNewest(ledger, decisions);
  const found = oursAmong(page, key, decisions.trusted);
  if (found || decisions.recreate.has(key)) return found;
  const unproven = page.issues.find((issue) =>
    mayBeOurs(issue, key, ledger.label, decisions.trusted),
  );
  return unproven && trouble('unproven', key, [unproven.number]);
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

/** An answer that tells of another issue tells nothing of ours. */
const understood = (answer: Answer<Issue>, key: IssueKey): Answer<Issue> =>
  answer.type === 'ok' && !carries(answer.value, key)
    ? { type: 'unknown', why: 'GitHub answered with another issue.' }
    : answer;

/**
 * The issue of a create of which nobody knows what became, if it has shown up by now. Here the last look has to succeed.
 * @throws Stop
 */
function* settled(key: IssueKey, ledger: Ledger, decisions: Decisions): Run<Issue | undefined> {
  const { issue, comeBack } = yield* lookAgain(key, decisions.trusted);
  if (issue) return issue;
  if (comeBack !== undefined) yield* waitAsAsked(comeBack);
  return yield* look(key, ledger, decisions);
}

const isAboutAssignee = ({ fields }: Refused): boolean =>
  fields?.some((field) => /^assignees?$/.test(field)) ?? false;

/** How long to look after an answer, before anything else is done. */
const looksAfter = {
  refused: look,
  limited: settled,
} as const;

/** After a create of which nobody knows what became. @throws Stop if it does not show up */
function* lookFor(
  key: IssueKey,
  { why, wait }: Extract<Answer<Issue>, { type: 'unknown' }>,
  trusted: readonly string[],
): Run<Issue> {
  const { issue, comeBack } = yield* lookAgain(key, trusted);
  if (issue) return issue;
  throw new Stop(
    'unknown-outcome',
    `Nobody knows whether the issue of ${key} was created: ${why}. The next run looks first.`,
    {
      key,
      comeBack: comeBack ?? wait,
    },
  );
}

type Created =
  | { issue: Issue; by: 'create' | 'look'; assignee: string | undefined }
  /** GitHub has said that it did not do it. `stop`: and that it would do no other. */
  | { refused: string; stop: Stop | undefined };

/**
 * Creates an issue once. A POST is sent again only after GitHub has said that it did not do it, and after looking whether that is so.
 * @throws Stop when nobody knows what GitHub did, or it asks to wait for long
 */
function* createOnce(
  key: IssueKey,
  issue: NewIssue,
  ledger: Ledger,
  decisions: Decisions,
): Run<Created> {
  let request = issue;
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const answer = understood(yield* ledger.write({ do: 'create', issue: request }), key);
    if (answer.type === 'ok')
      return { issue: answer.value, by: 'create', assignee: issue.assignee };
    if (answer.type === 'refused' && answer.status !== 422)
      return { refused: answer.why, stop: refusal(answer, 'Creating an issue') };
    if (answer.type === 'refused' && !(request.assignee !== undefined && isAboutAssignee(answer)))
      return { refused: answer.why, stop: undefined };
    if (answer.type === 'refused') request = { ...request, assignee: undefined };
    if (answer.type === 'limited') yield* waitAsAsked(answer.wait);
    const found =
      answer.type === 'unknown'
        ? yield* lookFor(key, answer, decisions.trusted)
        : yield* looksAfter[answer.type](key, ledger, decisions);
    if (found) return { issue: found, by: 'look', assignee: issue.assignee };
  }
  throw tooManyLimits();
}

/** Notes an issue that we have just made, or found, and what is strange about it. @throws Stop if we are not who we are thought to be */
function* noteCreated(
  { key, text, owner }: Wanted,
  { issue, by, assignee }: Extract<Created, { issue: Issue }>,
  ledger: Ledger,
  trusted: readonly string[],
): Run<void> {
  // First what was done: the lock may fail to be written.
  ledger[by === 'create' ? 'created' : 'adopted'].push({ key, number: issue.number });
  const missing = missingLabels(issue, text.labels);
  const isUnassigned =
    owner !== undefined && (assignee === undefined || issue.assignees?.length === 0);
  const lacks: Lack[] = [
    ...(isUnassigned ? (['assignee'] as const) : []),
    ...(missing.length ? (['labels'] as const) : []),
  ];
  yield* ledger.keep(ledger.noted(key, issue, text, lacks));
  if (missing.length)
    ledger.notes.push(trouble('unlabelled', key, [issue.number], missing.join(', ')));
  if (isUnassigned && !issue.assignees?.length) ledger.unassignable.add(owner);
  if (isTrusted(issue, trusted)) return;
  const found = trouble('author-not-trusted', key, [issue.number], issue.author ?? 'nobody');
  ledger.troubles.push(found);
  throw new Stop('conflict', found.what, { key });
}

/**
 * Creates an issue that is wanted, with an entry in the lock before it is asked for and its number after. Just before, it looks whether one
 * has appeared, and longer where an earlier run has asked for it and nobody knows what became of that.
 * @throws Stop
 */
export function* create(
  wanted: Wanted,
  assignee: string | undefined,
  ledger: Ledger,
  decisions: Decisions,
): Run<void> {
  const { key, text } = wanted;
  const { trusted } = decisions;
  const { repository, now, lock: before } = ledger;
  const isPending = ledger.entry(key)?.pending_since !== undefined;
  const there = yield* (isPending ? settled : appeared)(key, ledger, decisions);
  if (there && 'code' in there) return void ledger.troubles.push(there);
  if (there)
    return yield* noteCreated(wanted, { issue: there, by: 'look', assignee }, ledger, trusted);
  // It stays pending until there is an answer that can be believed, whatever stops the run meanwhile.
  yield* ledger.keep(
    withEntry(withoutEntry(before, key), { promise: key, repository, pending_since: now }),
  );
  const asked = { title: text.title, body: framed(key, text), labels: text.labels, assignee };
  const created = yield* createOnce(key, asked, ledger, decisions);
  if ('issue' in created) return yield* noteCreated(wanted, created, ledger, trusted);
  yield* ledger.keep(before);
  if (created.stop) throw created.stop;
  ledger.troubles.push(trouble('rejected', key, [], created.refused));
}
