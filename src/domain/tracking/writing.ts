import { create } from './creating.ts';
import { type Ledger, noted } from './ledger.ts';
import { type Plan, type Step, type Wanted, stepFor } from './plan.ts';
import type { Decisions } from './sighting.ts';
import { trouble } from './troubles.ts';
import type { Issue } from './issue.ts';
import { withBlock } from './marker.ts';
import { Stop, read, refusal, waitAsAsked } from './patience.ts';
import { type Run, ask } from './tracker.ts';

type Update = Extract<Step, { type: 'update' }>;

const mostAttempts = 5;

/** Writes our fields. Where nobody knows what came of it, the next run sees: writing the same twice does no harm, but now is no time for it. */
function* send({ key, wanted, issue, changes }: Update, ledger: Ledger): Run<Issue | { rejected: string }> {
  const isChanged = (field: string): boolean => changes.some((change) => change.field === field);
  const title = isChanged('title') ? wanted.text.title : undefined;
  // The block ends with digests of both, so it changes with the title.
  const body = withBlock(issue.body, key, wanted.text);
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const answer = yield* ledger.write({ do: 'update', number: issue.number, title, body });
    if (answer.type === 'ok') return answer.value;
    if (answer.type === 'refused' && answer.status === 422) return { rejected: answer.why };
    if (answer.type === 'refused') throw refusal(answer, `Updating #${issue.number}`);
    if (answer.type === 'unknown')
      throw new Stop('partial', `Nobody knows whether #${issue.number} was updated: ${answer.why}`, answer.wait);
    yield* waitAsAsked(answer.wait);
  }
  throw new Stop('partial', 'GitHub keeps asking to slow down.', 60_000);
}

/** Adds our labels to an issue that was not made by us; without them it is found all the same. */
function* addLabels({ wanted, issue }: Update, ledger: Ledger): Run<void> {
  const labels = wanted.text.labels.filter((label) => !issue.labels.includes(label));
  if (labels.length) yield* ledger.write({ do: 'label', number: issue.number, labels });
}

/** An issue as it is right now. @throws Stop */
function* readAgain(number: number): Run<Issue> {
  const answer = yield* read({ do: 'issue', number });
  if (answer.type === 'ok') return answer.value;
  const { status, why } = answer;
  throw status === 401 || status === 403
    ? refusal(answer, `Reading #${number}`)
    : new Stop('partial', `#${number} has gone since it was listed. (${status}: ${why})`);
}

/** Updates an issue as it stands now, so that what a person has just written outside our part is kept. @throws Stop */
function* update(step: Update, ledger: Ledger, force: boolean): Run<void> {
  const { key, wanted, adopting } = step;
  const { repository, now } = ledger;
  const fresh = yield* readAgain(step.issue.number);
  const again = stepFor(wanted, fresh, ledger.entry(key), { force, adopting });
  if (again.type === 'conflict') ledger.troubles.push(again.trouble);
  if (again.type !== 'update') return;
  const written = yield* send(again, ledger);
  if ('rejected' in written) {
    ledger.troubles.push(trouble('rejected', key, [fresh.number], written.rejected));
    return;
  }
  if (adopting) yield* addLabels(again, ledger);
  yield* ledger.keep(noted(ledger.lock, key, written, { repository, now, written: wanted.text }));
  ledger.updated.push({ key, number: written.number });
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
