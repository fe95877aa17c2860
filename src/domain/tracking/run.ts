import { Log } from './log.ts';
import { type Basis, type ChangePlan, planChanges } from './change-plan.ts';
import { readIssues, readRepository, readTracked } from './reading.ts';
import { noteStates, write } from './writing.ts';
import { type Conflict, conflict, unassignable } from './conflicts.ts';
import type { Repository } from './issue.ts';
import { keysIn } from './marker.ts';
import { lockOfToday, underNamesOfToday } from './names.ts';
import { Halt } from './stop-and-retry.ts';
import type { Instant } from '../time.ts';
import { type Run, ask } from './tracker.ts';

export type Mode = 'plan' | 'apply' | 'pull';

export interface Task extends Basis {
  mode: Mode;
  /** The moment of the run. */
  now: Instant;
  /** Of the site. */
  zone: string;
  /** Ms between two writes. */
  writeInterval: number;
}

/** What came of a run. */
export interface Outcome {
  repository: Repository | undefined;
  changePlan: ChangePlan | undefined;
  created: Log['created'];
  updated: Log['updated'];
  adopted: Log['adopted'];
  /** What a person has to see to. */
  conflicts: Conflict[];
  notes: Conflict[];
  /** Why it ended before it was through. */
  halt: Halt | undefined;
}

function* plan(log: Log, task: Task): Run<ChangePlan> {
  const { kind, wanted, lock, decisions } = task;
  const seen = yield* readIssues(log.repository, {
    kind,
    wanted,
    lock,
    decisions,
  });
  const found = planChanges(task, seen);
  noteStates(log, found.steps);
  log.conflicts.push(
    ...found.steps.flatMap((step) => (step.type === 'conflict' ? [step.conflict] : [])),
    ...found.duplicates,
  );
  log.notes.push(...found.notes);
  for (const step of found.steps)
    if (step.type === 'create' && step.assignee === undefined && step.wanted.owner !== undefined)
      log.unassignable.add(step.wanted.owner);
  if (seen.absent > 0 && found.steps.some(({ type }) => type === 'create')) {
    throw new Halt(
      'partial',
      `The list of issues is empty, but the lock knows of ${seen.absent}. Nothing was created. If they are really gone, name each with --recreate.`,
    );
  }
  return found;
}

/** Refreshes the states of the issues that the lock knows. */
function* pull(log: Log, { kind, lock }: Task): Run<void> {
  const { repository } = log;
  const { issues, gone } = yield* readTracked(repository, kind, lock);
  for (const { promise, number, repository: at } of lock.actions) {
    if (number === undefined) continue;
    const issue = at === repository ? issues.get(number) : undefined;
    const lost = at === repository ? gone.get(number) : ('other-repository' as const);
    if (issue && keysIn(issue.body).includes(promise)) log.lock = log.noted(promise, issue);
    else
      log.conflicts.push(
        conflict(lost ?? (issue?.isPullRequest ? 'pull-request' : 'marker-gone'), promise, [
          number,
        ]),
      );
  }
}

/** Goes as far as it can, and returns what stopped it. */
function* untilStopped(part: Run<void>): Run<Halt | undefined> {
  try {
    yield* part;
    return undefined;
  } catch (error) {
    if (error instanceof Halt) return error;
    throw error;
  }
}

/** How far a run came. */
interface Reached {
  repository?: Repository;
  log?: Log;
  changePlan?: ChangePlan;
}

function* work(task: Task, reached: Reached): Run<void> {
  const { kind, mode, lock, now, zone, writeInterval, decisions, force } = task;
  const repository = (reached.repository = yield* readRepository(kind));
  const log = (reached.log = new Log({
    lock,
    repository: repository.id,
    label: kind.label,
    now,
    zone,
    writeInterval,
  }));
  yield* ask({ do: 'progress', what: `Reading the issues of ${repository.name}`, begins: true });
  if (mode === 'pull') return yield* pull(log, task);
  const planned = (reached.changePlan = yield* plan(log, task));
  if (mode === 'plan') return;
  if (
    repository.archived &&
    planned.steps.some(({ type }) => type === 'create' || type === 'update')
  )
    throw new Halt('refused', `${repository.name} is archived: nothing can be written to it.`);
  yield* write(planned, log, decisions, force);
}

/** One run, from the first request to the last: everything is read, then planned, then written. It yields effects and does nothing itself. */
export const trackIssues = (task: Task): Run<Outcome> =>
  underNamesOfToday(runOf({ ...task, lock: lockOfToday(task.lock, task.former) }), task);

function* runOf(task: Task): Run<Outcome> {
  const reached: Reached = {};
  const halt = yield* untilStopped(work(task, reached));
  const { repository, log, changePlan } = reached;
  const unsaved =
    log && task.mode !== 'plan'
      ? yield* untilStopped(ask({ do: 'save', lock: log.lock }))
      : undefined;
  const { created = [], updated = [], adopted = [], conflicts = [], notes = [] } = log ?? {};
  const owners = [...(log?.unassignable ?? [])];
  return {
    repository,
    changePlan,
    created,
    updated,
    adopted,
    conflicts,
    notes: owners.length ? [...notes, unassignable(owners)] : notes,
    halt: halt ?? unsaved,
  };
}
