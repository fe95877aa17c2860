import { differences } from './comparison.ts';
import { create } from './creating.ts';
import type { Issue } from './issue.ts';
import type { IssueKey } from './key.ts';
import { type Ledger, noted } from './ledger.ts';
import { keysIn, withBlock } from './marker.ts';
import { Stop, longestWait, read, refusal, waitAsAsked } from './patience.ts';
import { type Plan, type Step, type Wanted, stepFor } from './plan.ts';
import { lookUp } from './reading.ts';
import { type Absence, type Decisions, type LossCode, absenceOf } from './sighting.ts';
import { type Run, ask } from './tracker.ts';
import { type Trouble, trouble } from './troubles.ts';

type Update = Extract<Step, { type: 'update' }>;

const mostAttempts = 5;

/** Why an issue could not be written to, where that is a matter for a person and no reason to stop. */
const troubleOf = ({ status, why }: { status: number; why: string }, { key, issue: { number, locked } }: Update): Trouble | undefined => {
  if (status === 422) return trouble('rejected', key, [number], why);
  if (status === 403 && locked) return trouble('locked', key, [number]);
  const absence = absenceOf(status);
  return absence && trouble(absence, key, [number]);
};

/** Writes our fields. Where nobody knows what came of it, the next run sees: writing the same twice does no harm, but now is no time for it. */
function* send(step: Update, ledger: Ledger): Run<Issue | Trouble> {
  const { key, wanted, issue, changes } = step;
  const isChanged = (field: string): boolean => changes.some((change) => change.field === field);
  const title = isChanged('title') ? wanted.text.title : undefined;
  // The block ends with digests of both, so it changes with the title.
  const body = withBlock(issue.body, key, wanted.text, ledger.entry(key)?.applied?.revision);
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const answer = yield* ledger.write({ do: 'update', number: issue.number, title, body });
    if (answer.type === 'ok') {
      if (differences(key, answer.value, wanted.text, undefined).length === 0) return answer.value;
      throw new Stop('partial', `GitHub says that #${issue.number} was updated, and shows it as it was. Run again.`, { key });
    }
    if (answer.type === 'unknown')
      throw new Stop('partial', `Nobody knows whether #${issue.number} was updated: ${answer.why}`, { comeBack: answer.wait, key });
    if (answer.type === 'limited') yield* waitAsAsked(answer.wait);
    else {
      const found = troubleOf(answer, step);
      if (found) return found;
      throw refusal(answer, `Updating #${issue.number}`);
    }
  }
  throw new Stop('partial', 'GitHub keeps asking to slow down.', { comeBack: longestWait });
}

/** Adds our labels to an issue that was not made by us; without them it is found all the same. */
function* addLabels({ key, wanted, issue: { number, labels: found } }: Update, ledger: Ledger): Run<void> {
  const labels = wanted.text.labels.filter((label) => !found.includes(label));
  if (labels.length === 0) return;
  const answer = yield* ledger.write({ do: 'label', number, labels });
  if (answer.type === 'limited') yield* waitAsAsked(answer.wait);
  const again = answer.type === 'limited' ? yield* ledger.write({ do: 'label', number, labels }) : answer;
  if (again.type !== 'ok') ledger.notes.push(trouble('unlabelled', key, [number], labels.join('”, “')));
}

/** What has happened to an issue since it was listed, if it may not be written to any more. */
function changedHands(key: IssueKey, fresh: Issue | Absence, adopting: boolean): LossCode | undefined {
  if (typeof fresh === 'string') return fresh;
  const keys = keysIn(fresh.body);
  if (keys.some((other) => other !== key)) return 'other-marker';
  return adopting || keys.length ? undefined : 'marker-gone';
}

/** Updates an issue as it stands now, so that what a person has just written outside our part is kept. @throws Stop */
function* update(step: Update, ledger: Ledger, force: boolean): Run<void> {
  const { key, wanted, adopting } = step;
  const { number } = step.issue;
  const { repository, now } = ledger;
  const fresh = yield* lookUp(number);
  const lost = changedHands(key, fresh, adopting);
  if (lost || typeof fresh === 'string') return void ledger.troubles.push(trouble(lost ?? 'missing', key, [number]));
  const again = stepFor(wanted, fresh, ledger.entry(key), { force, adopting });
  if (again.type === 'conflict') ledger.troubles.push(again.trouble);
  if (again.type !== 'update') return;
  const written = yield* send(again, ledger);
  if ('code' in written) return void ledger.troubles.push(written);
  ledger.updated.push({ key, number });
  yield* ledger.keep(noted(ledger.lock, key, written, { repository, now, written: wanted.text }));
  if (adopting) yield* addLabels(again, ledger);
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

/** The lock with the state of every issue that was found. */
export function noteStates(ledger: Ledger, steps: readonly Step[]): void {
  for (const step of steps) {
    const issue = 'issue' in step ? step.issue : undefined;
    if (!issue || (step.type === 'conflict' && step.trouble.code === 'shared-issue')) continue;
    const written = step.type === 'same' ? { written: step.wanted.text } : {};
    ledger.lock = noted(ledger.lock, step.key, issue, { repository: ledger.repository, now: ledger.now, ...written });
  }
}

/** Does what a plan says, in order. @throws Stop */
export function* write(plan: Plan, ledger: Ledger, { trusted }: Decisions, force: boolean): Run<void> {
  const todo = plan.steps.filter((step) => step.type === 'create' || step.type === 'update');
  const creates = todo.filter((step) => step.type === 'create').map(({ wanted }) => wanted);
  const assignees = yield* readAssignees(creates);
  for (const { key, owner } of creates)
    if (owner !== undefined && !assignees.has(owner)) ledger.notes.push(trouble('unassignable', key, [], owner));
  for (const [index, step] of todo.entries()) {
    yield* ask({ do: 'progress', done: index, of: todo.length, what: `${step.type} ${step.key}` });
    if (step.type === 'create') yield* create(step.wanted, assignees.get(step.wanted.owner ?? ''), ledger, trusted);
    else yield* update(step, ledger, force);
  }
  yield* ask({ do: 'progress', done: todo.length, of: todo.length, what: '' });
}
