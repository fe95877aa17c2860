import type { IssueKey } from './key.ts';
import type { Log } from './log.ts';
import type { Wanted } from './wanted.ts';
import type { Decisions } from './issue-match.ts';
import { appeared, look, lookFor, settled } from './looking.ts';
import { conflict } from './conflicts.ts';
import { type Issue, carries, isTrusted, missingLabels } from './issue.ts';
import { type Lack, withEntry, withoutEntry } from './lock.ts';
import { framed } from './marker.ts';
import { Halt, mostAttempts, refusal, tooManyLimits, waitAsAsked } from './stop-and-retry.ts';
import { type Answer, type NewIssue, type Refused, type Run } from './tracker.ts';

/** An answer that tells of another issue tells nothing of ours. */
const understood = (answer: Answer<Issue>, key: IssueKey): Answer<Issue> =>
  answer.type === 'ok' && !carries(answer.value, key)
    ? { type: 'unknown', why: 'GitHub answered with another issue.' }
    : answer;

const isAboutAssignee = ({ fields }: Refused): boolean =>
  fields?.some((field) => /^assignees?$/.test(field)) ?? false;

/** How long to look after an answer, before anything else is done. */
const looksAfter = {
  refused: look,
  limited: settled,
} as const;

type Created =
  | { issue: Issue; by: 'create' | 'look'; assignee: string | undefined }
  /** GitHub has said that it did not do it. `halt`: and that it would do no other. */
  | { refused: string; halt: Halt | undefined };

/**
 * Creates an issue once. A POST is sent again only after GitHub has said that it did not do it, and after looking whether that is so.
 * @throws Halt when nobody knows what GitHub did, or it asks to wait for long
 */
function* createOnce(key: IssueKey, issue: NewIssue, log: Log, decisions: Decisions): Run<Created> {
  let request = issue;
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const answer = understood(yield* log.write({ do: 'create', issue: request }), key);
    if (answer.type === 'ok')
      return { issue: answer.value, by: 'create', assignee: issue.assignee };
    if (answer.type === 'refused' && answer.status !== 422)
      return { refused: answer.why, halt: refusal(answer, 'Creating an issue') };
    if (answer.type === 'refused' && !(request.assignee !== undefined && isAboutAssignee(answer)))
      return { refused: answer.why, halt: undefined };
    if (answer.type === 'refused') request = { ...request, assignee: undefined };
    if (answer.type === 'limited') yield* waitAsAsked(answer.wait);
    const found =
      answer.type === 'unknown'
        ? yield* lookFor(key, answer, decisions.trusted)
        : yield* looksAfter[answer.type](key, log, decisions);
    if (found) return { issue: found, by: 'look', assignee: issue.assignee };
  }
  throw tooManyLimits();
}

/** Notes an issue that we have just made, or found, and what is strange about it. @throws Halt if we are not who we are thought to be */
function* noteCreated(
  { key, text, owner }: Wanted,
  { issue, by, assignee }: Extract<Created, { issue: Issue }>,
  log: Log,
  trusted: readonly string[],
): Run<void> {
  // First what was done: the lock may fail to be written.
  log[by === 'create' ? 'created' : 'adopted'].push({ key, number: issue.number });
  const missing = missingLabels(issue, text.labels);
  const isUnassigned =
    owner !== undefined && (assignee === undefined || issue.assignees?.length === 0);
  const lacks: Lack[] = [
    ...(isUnassigned ? (['assignee'] as const) : []),
    ...(missing.length ? (['labels'] as const) : []),
  ];
  yield* log.keep(log.noted(key, issue, text, lacks));
  if (missing.length)
    log.notes.push(conflict('unlabelled', key, [issue.number], missing.join(', ')));
  if (isUnassigned && assignee !== undefined && !issue.assignees?.length)
    log.notes.push(conflict('unassignable', key, [issue.number], assignee));
  if (isTrusted(issue, trusted)) return;
  const found = conflict('author-not-trusted', key, [issue.number], issue.author ?? 'nobody');
  log.conflicts.push(found);
  throw new Halt('conflict', found.what, { key });
}

/**
 * Creates an issue that is wanted, with an entry in the lock before it is asked for and its number after. Just before, it looks whether one
 * has appeared, and longer where an earlier run has asked for it and nobody knows what became of that.
 * @throws Halt
 */
export function* create(
  wanted: Wanted,
  assignee: string | undefined,
  log: Log,
  decisions: Decisions,
): Run<void> {
  const { key, text } = wanted;
  const { trusted } = decisions;
  const { repository, now, lock: before } = log;
  const isPending = log.entry(key)?.pending_since !== undefined;
  const there = yield* (isPending ? settled : appeared)(key, log, decisions);
  if (there && 'code' in there) return void log.conflicts.push(there);
  if (there)
    return yield* noteCreated(wanted, { issue: there, by: 'look', assignee }, log, trusted);
  // It stays pending until there is an answer that can be believed, whatever stops the run meanwhile.
  yield* log.keep(
    withEntry(withoutEntry(before, key), { promise: key, repository, pending_since: now }),
  );
  const asked = { title: text.title, body: framed(key, text), labels: text.labels, assignee };
  const created = yield* createOnce(key, asked, log, decisions);
  if ('issue' in created) return yield* noteCreated(wanted, created, log, trusted);
  yield* log.keep(before);
  if (created.halt) throw created.halt;
  log.conflicts.push(conflict('rejected', key, [], created.refused));
}
