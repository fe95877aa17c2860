import { differences } from './comparison.ts';
import { create } from './creating.ts';
import { type Issue, carries, otherKeys } from './issue.ts';
import type { Log } from './log.ts';
import { withEntry } from './lock.ts';
import { keysIn } from './marker.ts';
import {
  Halt,
  isRedirect,
  mostAttempts,
  refusal,
  tooManyLimits,
  waitAsAsked,
} from './stop-and-retry.ts';
import { type ChangePlan, type Step, stepFor } from './change-plan.ts';
import { lookUp } from './reading.ts';
import type { Decisions } from './issue-match.ts';
import { type Refused, type Run, ask } from './tracker.ts';
import { type Conflict, conflict } from './conflicts.ts';

type Update = Extract<Step, { type: 'update' }>;

/** The update as the issue stands now; or what makes it impossible, `undefined` if there is nothing left to do. */
function* asItStands(
  { key, wanted, issue: { number }, adopting, labels, assignee }: Update,
  log: Log,
  force: boolean,
): Run<Update | Conflict | undefined> {
  const fresh = yield* lookUp(number);
  if (typeof fresh === 'string') return conflict(fresh, key, [number]);
  const isOurs = keysIn(fresh.body).includes(key);
  if (!isOurs && (!adopting || otherKeys(fresh, key).length))
    return conflict(otherKeys(fresh, key).length ? 'other-marker' : 'marker-gone', key, [number]);
  const step = stepFor(wanted, fresh, log.entry(key), {
    force,
    adopting,
    isNamed: labels.length > 0 || adopting,
    login: assignee,
  });
  return step.type === 'update' ? step : step.type === 'conflict' ? step.conflict : undefined;
}

/**
 * The conflict that a refused write means, if a person has to see to it. GitHub gives the same answer for an issue that has gone, for a
 * token that may only read, and for a repository that has gone. We read the issue once more to tell them apart: if it is there, a 410 is about
 * this write alone. @throws Halt
 */
function* conflictOf(refused: Refused, step: Update, log: Log, force: boolean): Run<Conflict> {
  const { status, why } = refused;
  const { key, issue } = step;
  const rejected = conflict('rejected', key, [issue.number], `${status}: ${why}`);
  if (status === 422) return rejected;
  if (status === 403 && issue.locked) return conflict('locked', key, [issue.number]);
  const mayBeGone = status === 404 || status === 410 || isRedirect(status);
  const now = mayBeGone ? yield* asItStands(step, log, force) : undefined;
  if (now && 'code' in now) return now;
  if (status === 410) return rejected;
  throw refusal(refused, `Updating #${issue.number}`);
}

/** Writes our fields, once. If the outcome stays unknown, the next run finds out. @throws Halt */
function* send(step: Update, log: Log, force: boolean): Run<Issue | Conflict | 'limited'> {
  const { key, wanted, issue, changes, adopting, body } = step;
  const { lock: before } = log;
  // From here on it may carry our marker.
  if (adopting) yield* log.keep(log.noted(key, issue));
  const title = changes.some(({ field }) => field === 'title') ? wanted.text.title : undefined;
  // The block ends with digests of both, so it changes with the title.
  const answer = yield* log.write({ do: 'update', number: issue.number, title, body });
  if (answer.type === 'unknown')
    throw new Halt('partial', `Nobody knows whether #${issue.number} was updated: ${answer.why}.`, {
      comeBack: answer.wait,
      key,
    });
  if (answer.type === 'limited') {
    yield* waitAsAsked(answer.wait);
    return 'limited';
  }
  if (answer.type === 'refused') {
    yield* log.keep(before);
    return yield* conflictOf(answer, step, log, force);
  }
  if (differences(key, answer.value, wanted.text, undefined).length === 0) return answer.value;
  throw new Halt(
    'partial',
    `GitHub says that #${issue.number} was updated, and shows it as it was. Run again.`,
    { key },
  );
}

/** Adds the labels that an issue lacks. The issue is in the lock already, so it will be found even if it cannot be labelled. */
function* addLabels({ key, issue: { number }, labels }: Update, log: Log): Run<void> {
  if (labels.length === 0) return;
  const answer = yield* log.write({ do: 'label', number, labels });
  if (answer.type === 'limited') yield* waitAsAsked(answer.wait);
  const again =
    answer.type === 'limited' ? yield* log.write({ do: 'label', number, labels }) : answer;
  if (again.type !== 'ok')
    return void log.notes.push(conflict('unlabelled', key, [number], labels.join(', ')));
  log.didUpdate(key, number);
  const entry = log.entry(key);
  if (!entry?.lacks) return;
  const lacks = entry.lacks.filter((lack) => lack !== 'labels');
  yield* log.keep(withEntry(log.lock, { ...entry, lacks: lacks.length ? lacks : undefined }));
}

/** Assigns the owner to an issue that was to be assigned from the beginning. GitHub leaves out silently whom it does not assign. */
function* assign({ key, issue: { number }, assignee }: Update, log: Log): Run<void> {
  if (assignee === undefined) return;
  const answer = yield* log.write({ do: 'assign', number, login: assignee });
  if (answer.type === 'limited') return yield* waitAsAsked(answer.wait);
  if (answer.type === 'ok' && answer.value.assignees?.length) {
    log.didUpdate(key, number);
    return yield* log.keep(log.noted(key, answer.value));
  }
  log.notes.push(conflict('unassignable', key, [number], assignee));
}

/** Updates an issue, each time as it stands just then, so that what people write meanwhile is kept. @throws Halt */
function* update(step: Update, log: Log, force: boolean): Run<void> {
  const { key, wanted } = step;
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    yield* log.pause();
    const current = yield* asItStands(step, log, force);
    if (!current) return;
    if ('code' in current) return void log.conflicts.push(current);
    const written = current.changes.length ? yield* send(current, log, force) : current.issue;
    if (written === 'limited') continue;
    if ('code' in written) return void log.conflicts.push(written);
    if (current.changes.length) log.didUpdate(key, written.number);
    yield* log.keep(log.noted(key, written, wanted.text));
    yield* addLabels(current, log);
    return yield* assign(current, log);
  }
  throw tooManyLimits();
}

/** The lock with the state of every issue that was found. One that a person has named is not ours before it is written to. */
export function noteStates(log: Log, steps: readonly Step[]): void {
  for (const step of steps) {
    const issue = 'issue' in step ? step.issue : undefined;
    if (!issue || !carries(issue, step.key) || (step.type === 'update' && step.adopting)) continue;
    if (step.type === 'conflict' && step.conflict.code === 'shared-issue') continue;
    log.lock = log.noted(step.key, issue, step.type === 'same' ? step.wanted.text : undefined);
  }
}

/** Does what a plan says, in order. @throws Halt */
export function* write(
  plan: ChangePlan,
  log: Log,
  decisions: Decisions,
  force: boolean,
): Run<void> {
  const todo = plan.steps.filter((step) => step.type === 'create' || step.type === 'update');
  for (const [index, step] of todo.entries()) {
    const what = `${index + 1} of ${todo.length}: ${step.type} ${step.key}`;
    yield* ask({ do: 'progress', what, begins: index === 0 });
    if (step.type === 'create') yield* create(step.wanted, step.assignee, log, decisions);
    else yield* update(step, log, force);
  }
}
