import { differences } from './comparison.ts';
import { create } from './creating.ts';
import { type Issue, carries, otherKeys } from './issue.ts';
import type { Ledger } from './ledger.ts';
import { keysIn, withBlock } from './marker.ts';
import {
  Stop,
  isRedirect,
  mostAttempts,
  read,
  refusal,
  tooManyLimits,
  waitAsAsked,
} from './patience.ts';
import { type Plan, type Step, type Wanted, stepFor } from './plan.ts';
import { lookUp } from './reading.ts';
import type { Decisions } from './issue-match.ts';
import { type Refused, type Run, ask } from './tracker.ts';
import { type Trouble, trouble } from './troubles.ts';

type Update = Extract<Step, { type: 'update' }>;

/** The update as the issue stands now; or what makes it impossible, `undefined` if there is nothing left to do. */
function* asItStands(
  { key, wanted, issue: { number }, adopting, labels }: Update,
  ledger: Ledger,
  force: boolean,
): Run<Update | Trouble | undefined> {
  const fresh = yield* lookUp(number);
  if (typeof fresh === 'string') return trouble(fresh, key, [number]);
  const isOurs = keysIn(fresh.body).includes(key);
  if (!isOurs && (!adopting || otherKeys(fresh, key).length))
    return trouble(otherKeys(fresh, key).length ? 'other-marker' : 'marker-gone', key, [number]);
  const step = stepFor(wanted, fresh, ledger.entry(key), {
    force,
    adopting,
    isNamed: labels.length > 0 || adopting,
  });
  return step.type === 'update' ? step : step.type === 'conflict' ? step.trouble : undefined;
}

/**
 * What a refused write means, where that is a matter for a person. What GitHub says of an issue that has gone, it also says to a token that
 * may only read, and of a repository: asked for once more, the issue tells which. One that is there cannot be gone (410), and where issues
 * are disabled none is there: that is about this one. @throws Stop
 */
function* troubleOf(refused: Refused, step: Update, ledger: Ledger, force: boolean): Run<Trouble> {
  const { status, why } = refused;
  const { key, issue } = step;
  const rejected = trouble('rejected', key, [issue.number], `${status}: ${why}`);
  if (status === 422) return rejected;
  if (status === 403 && issue.locked) return trouble('locked', key, [issue.number]);
  const mayBeGone = status === 404 || status === 410 || isRedirect(status);
  const now = mayBeGone ? yield* asItStands(step, ledger, force) : undefined;
  if (now && 'code' in now) return now;
  if (status === 410) return rejected;
  throw refusal(refused, `Updating #${issue.number}`);
}

/** Writes our fields, once. Where nobody knows what came of it, the next run sees. @throws Stop */
function* send(step: Update, ledger: Ledger, force: boolean): Run<Issue | Trouble | 'limited'> {
  const { key, wanted, issue, changes, adopting } = step;
  const { lock: before } = ledger;
  // From here on it may carry our marker.
  if (adopting) yield* ledger.keep(ledger.noted(key, issue));
  const title = changes.some(({ field }) => field === 'title') ? wanted.text.title : undefined;
  // The block ends with digests of both, so it changes with the title.
  const body = withBlock(issue.body, key, wanted.text, ledger.entry(key)?.applied?.revision);
  const answer = yield* ledger.write({ do: 'update', number: issue.number, title, body });
  if (answer.type === 'unknown')
    throw new Stop('partial', `Nobody knows whether #${issue.number} was updated: ${answer.why}.`, {
      comeBack: answer.wait,
      key,
    });
  if (answer.type === 'limited') {
    yield* waitAsAsked(answer.wait);
    return 'limited';
  }
  if (answer.type === 'refused') {
    yield* ledger.keep(before);
    return yield* troubleOf(answer, step, ledger, force);
  }
  if (differences(key, answer.value, wanted.text, undefined).length === 0) return answer.value;
  throw new Stop(
    'partial',
    `GitHub says that #${issue.number} was updated, and shows it as it was. Run again.`,
    { key },
  );
}

/** Adds our labels to an issue that a person has named. It is in the lock already, so what cannot be labelled is found all the same. */
function* addLabels({ key, issue: { number }, labels }: Update, ledger: Ledger): Run<void> {
  if (labels.length === 0) return;
  const answer = yield* ledger.write({ do: 'label', number, labels });
  if (answer.type === 'limited') yield* waitAsAsked(answer.wait);
  const again =
    answer.type === 'limited' ? yield* ledger.write({ do: 'label', number, labels }) : answer;
  if (again.type !== 'ok')
    ledger.notes.push(trouble('unlabelled', key, [number], labels.join(', ')));
}

/** Updates an issue, each time as it stands just then, so that what people write meanwhile is kept. @throws Stop */
function* update(step: Update, ledger: Ledger, force: boolean): Run<void> {
  const { key, wanted } = step;
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    yield* ledger.pause();
    const current = yield* asItStands(step, ledger, force);
    if (!current) return;
    if ('code' in current) return void ledger.troubles.push(current);
    const written = current.changes.length ? yield* send(current, ledger, force) : current.issue;
    if (written === 'limited') continue;
    if ('code' in written) return void ledger.troubles.push(written);
    if (current.changes.length) ledger.updated.push({ key, number: written.number });
    yield* ledger.keep(ledger.noted(key, written, wanted.text));
    return yield* addLabels(current, ledger);
  }
  throw tooManyLimits();
}

const login = /^@?([a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38})$/i;

/** Who of the owners can be assigned, asked before anything is written. Whom GitHub does not know is assigned to nothing. */
export function* readAssignees(wanted: readonly Wanted[]): Run<Map<string, string>> {
  const assignees = new Map<string, string>();
  for (const owner of new Set(wanted.flatMap((one) => one.owner ?? []))) {
    const [, name] = login.exec(owner) ?? [];
    if (!name) continue;
    const answer = yield* read({ do: 'assignable', login: name });
    if (answer.type === 'ok' && answer.value) assignees.set(owner, name);
  }
  return assignees;
}

/** The lock with the state of every issue that was found. One that a person has named is not ours before it is written to. */
export function noteStates(ledger: Ledger, steps: readonly Step[]): void {
  for (const step of steps) {
    const issue = 'issue' in step ? step.issue : undefined;
    if (!issue || !carries(issue, step.key) || (step.type === 'update' && step.adopting)) continue;
    if (step.type === 'conflict' && step.trouble.code === 'shared-issue') continue;
    ledger.lock = ledger.noted(
      step.key,
      issue,
      step.type === 'same' ? step.wanted.text : undefined,
    );
  }
}

/** Does what a plan says, in order. @throws Stop */
export function* write(
  plan: Plan,
  ledger: Ledger,
  decisions: Decisions,
  force: boolean,
): Run<void> {
  const todo = plan.steps.filter((step) => step.type === 'create' || step.type === 'update');
  const creates = todo.filter((step) => step.type === 'create').map(({ wanted }) => wanted);
  const assignees = yield* readAssignees(creates);
  for (const { key, owner } of creates)
    if (owner !== undefined && !assignees.has(owner))
      ledger.notes.push(trouble('unassignable', key, [], owner));
  for (const [index, step] of todo.entries()) {
    yield* ask({ do: 'progress', done: index, of: todo.length, what: `${step.type} ${step.key}` });
    if (step.type === 'create')
      yield* create(step.wanted, assignees.get(step.wanted.owner ?? ''), ledger, decisions);
    else yield* update(step, ledger, force);
  }
  yield* ask({ do: 'progress', done: todo.length, of: todo.length, what: '' });
}
