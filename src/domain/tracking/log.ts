import type { IssueKey } from './key.ts';
import { digestsOf } from './comparison.ts';
import type { Conflict } from './conflicts.ts';
import type { Issue, IssueText } from './issue.ts';
import { hasNow } from './lacks.ts';
import { type Lack, type Lock, type LockEntry, lockEntryOf, withEntry } from './lock.ts';
import { blockIn } from './marker.ts';
import { type Instant, isSameDay } from '../time.ts';
import { type Effect, type Run, ask } from './tracker.ts';

/** What a run has done so far. It is told and kept, whatever interrupts the run. */
export class Log {
  lock: Lock;
  readonly created: { key: IssueKey; number: number }[] = [];
  readonly updated: { key: IssueKey; number: number }[] = [];
  /** Issues that were found by looking again, after a create whose outcome was unknown. */
  readonly adopted: { key: IssueKey; number: number }[] = [];
  /** Owners who cannot be assigned any issue. */
  readonly unassignable = new Set<string>();
  readonly conflicts: Conflict[] = [];
  readonly notes: Conflict[] = [];
  readonly repository: number;
  /** The label of the issues that are tracked. */
  readonly label: string;
  readonly now: Instant;
  /** The zone of the site, in which customers count days. */
  readonly zone: string;
  readonly #writeInterval: number;
  #hasWritten = false;

  /** `now`: the moment of the run. `writeInterval`: ms between two writes. */
  constructor({
    lock,
    repository,
    label,
    now,
    zone,
    writeInterval,
  }: Pick<Log, 'lock' | 'repository' | 'label' | 'now' | 'zone'> & { writeInterval: number }) {
    this.lock = lock;
    this.repository = repository;
    this.label = label;
    this.now = now;
    this.zone = zone;
    this.#writeInterval = writeInterval;
  }

  entry(key: IssueKey): LockEntry | undefined {
    return lockEntryOf(this.lock, key);
  }

  /**
   * The lock with what `issue` is now; `written` where it says what we want, so that a later edit can be told from it. What it `lacks` stays
   * noted until it is there.
   */
  noted(key: IssueKey, issue: Issue, written?: IssueText, lacks?: readonly Lack[]): Lock {
    const { repository } = this;
    const before = this.entry(key);
    const known =
      before?.number === issue.number && before.repository === repository ? before : undefined;
    const revision = blockIn(issue.body, key)?.written.revision ?? 0;
    const applied = written ? { ...digestsOf(written), revision } : known?.applied;
    const { number, url } = issue;
    const open = (lacks ?? known?.lacks ?? []).filter((lack) => !hasNow[lack](issue, written));
    const entry: LockEntry = {
      promise: key,
      repository,
      number,
      url,
      ...stateOf(issue, known, this),
      ...(open.length && { lacks: open }),
      ...(applied && { applied }),
    };
    return withEntry(
      this.lock,
      Object.fromEntries(
        Object.entries(entry).filter(([, value]) => value !== undefined),
      ) as LockEntry,
    );
  }

  /** Remembers that something was written into the issue, once. */
  didUpdate(key: IssueKey, number: number): void {
    if (!this.updated.some((done) => done.key === key)) this.updated.push({ key, number });
  }

  /** Puts an entry into the lock, and the lock where a crash does not reach it. */
  *keep(lock: Lock): Run<void> {
    this.lock = lock;
    yield* ask({ do: 'save', lock });
  }

  /** Lets some time pass after a write, before the next one, or before what that one rests on is read. */
  *pause(): Run<void> {
    if (this.#hasWritten && this.#writeInterval > 0)
      yield* ask({ do: 'wait', ms: this.#writeInterval, why: '', asked: true });
    this.#hasWritten = false;
  }

  /** Hands out a write, in good time after the last one. */
  *write<E extends Extract<Effect, { do: 'create' | 'update' | 'label' | 'assign' }>>(effect: E) {
    yield* this.pause();
    this.#hasWritten = true;
    return yield* ask(effect);
  }
}

/** The state of `issue`, as the lock keeps it. The moment changes once a day: a run that finds nothing new leaves the file alone. */
function stateOf(
  { state, state_reason, closed_at }: Issue,
  before: LockEntry | undefined,
  { now, zone }: Pick<Log, 'now' | 'zone'>,
): Partial<LockEntry> {
  const same =
    before?.state === state &&
    before.state_reason === state_reason &&
    before.closed_at?.epochMilliseconds === closed_at?.epochMilliseconds;
  const seen = same ? before.verified_at : undefined;
  const isToday =
    seen !== undefined && isSameDay(seen.epochMilliseconds, now.epochMilliseconds, zone);
  return { state, state_reason, closed_at, verified_at: isToday ? seen : now };
}
