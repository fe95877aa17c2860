import type { IssueKey } from './key.ts';
import { digestsOf } from './comparison.ts';
import type { Trouble } from './troubles.ts';
import type { Issue, IssueText } from './issue.ts';
import { type Lock, type LockEntry, lockEntryOf, withEntry } from './lock.ts';
import { blockIn } from './marker.ts';
import { type Instant, dayOf } from '../time.ts';
import { type Effect, type Run, ask, isWrite } from './tracker.ts';

/** What a run has done so far. Whatever stops it, this is told and kept. */
export class Ledger {
  lock: Lock;
  readonly created: { key: IssueKey; number: number }[] = [];
  readonly updated: { key: IssueKey; number: number }[] = [];
  /** Found by looking again, after a create of which nobody knew what had become. */
  readonly adopted: { key: IssueKey; number: number }[] = [];
  readonly troubles: Trouble[] = [];
  readonly notes: Trouble[] = [];
  readonly repository: number;
  /** The label of the issues that are tracked. */
  readonly label: string;
  readonly now: Instant;
  readonly #writeInterval: number;
  #writes = 0;

  /** `now`: the moment of the run. `writeInterval`: ms between two writes. */
  constructor({
    lock,
    repository,
    label,
    now,
    writeInterval,
  }: Pick<Ledger, 'lock' | 'repository' | 'label' | 'now'> & { writeInterval: number }) {
    this.lock = lock;
    this.repository = repository;
    this.label = label;
    this.now = now;
    this.#writeInterval = writeInterval;
  }

  entry(key: IssueKey): LockEntry | undefined {
    return lockEntryOf(this.lock, key);
  }

  /** Puts an entry into the lock, and the lock where a crash does not reach it. */
  *keep(lock: Lock): Run<void> {
    this.lock = lock;
    yield* ask({ do: 'save', lock });
  }

  /** Hands out a write, in good time after the last one. */
  *write<E extends Extract<Effect, { do: 'create' | 'update' | 'label' }>>(effect: E) {
    if (isWrite(effect) && this.#writes > 0 && this.#writeInterval > 0)
      yield* ask({ do: 'wait', ms: this.#writeInterval, why: '', asked: true });
    this.#writes += 1;
    return yield* ask(effect);
  }
}

const sameDay = (a: Instant | undefined, b: Instant): boolean =>
  a !== undefined && dayOf(a.epochMilliseconds, 'UTC').equals(dayOf(b.epochMilliseconds, 'UTC'));

/** The state of `issue`, as the lock keeps it. The moment changes once a day: a run that finds nothing new leaves the file alone. */
function stateOf({ state, state_reason, closed_at }: Issue, before: LockEntry | undefined, now: Instant): Partial<LockEntry> {
  const same =
    before?.state === state && before.state_reason === state_reason && before.closed_at?.epochMilliseconds === closed_at?.epochMilliseconds;
  return { state, state_reason, closed_at, verified_at: same && before && sameDay(before.verified_at, now) ? before.verified_at : now };
}

/** The lock with what `issue` is now; `written` where it says what we want, so that a later edit can be told from it. */
export function noted(lock: Lock, key: IssueKey, issue: Issue, about: { repository: number; now: Instant; written?: IssueText }): Lock {
  const before = lockEntryOf(lock, key);
  const known = before?.number === issue.number && before.repository === about.repository ? before : undefined;
  const revision = blockIn(issue.body, key)?.written.revision ?? 0;
  const applied = about.written ? { ...digestsOf(about.written), revision } : known?.applied;
  const entry: LockEntry = {
    promise: key,
    repository: about.repository,
    number: issue.number,
    url: issue.url,
    ...stateOf(issue, known, about.now),
    ...(applied && { applied }),
  };
  return withEntry(lock, Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as LockEntry);
}
