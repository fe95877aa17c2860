import { Temporal } from 'temporal-polyfill';
import type { IssueKey } from '../../src/domain/tracking/key.ts';
import { type Issue, carries } from '../../src/domain/tracking/issue.ts';
import type { Lock } from '../../src/domain/tracking/lock.ts';
import {
  type Answer,
  type Effect,
  type NewIssue,
  type Page,
  isWrite,
} from '../../src/domain/tracking/tracker.ts';

/** What may happen to one effect. What does not apply to it is no fault. */
export const mishaps = [
  'none',
  'refused',
  'invalid',
  'limited',
  'limited-long',
  'limited-but-done',
  'lost-before',
  'lost-after',
  'lost-and-late',
  'lagging',
  'empty',
  'shifting',
  'uncounted',
  'refused-but-done',
  'crash-before',
  'crash-after',
  'crash-and-late',
] as const;
export type Mishap = (typeof mishaps)[number];

/** The process has died. */
export class Crash extends Error {}

const unknown: Answer<never> = { type: 'unknown', why: 'lost' };

const edit = (issue: Issue, fields: Partial<Issue>): void => void Object.assign(issue, fields);

/** A GitHub without a network, for the machine alone: with a clock of its own, and a disk on which the lock survives a crash. */
export class ModelGitHub {
  /** Seconds. */
  clock = 1_000_000;
  disk: Lock;
  readonly issues: Issue[] = [];
  /** Creates that GitHub has accepted and not yet carried out, and when it will, in seconds. */
  #late: { at: number; issue: NewIssue }[] = [];
  readonly #visibleFrom = new Map<number, number>();
  #next = 1;
  /** Who creates issues. */
  author = 'github-actions[bot]';
  /** Who can be assigned. */
  assignable: string[] = [];
  /** Numbers of issues that were turned into discussions. */
  readonly discussions = new Set<number>();
  /** Whether labels are taken. */
  mayLabel = true;
  /** What people have written below our block while a run waited, by the number of the issue. */
  readonly notes = new Map<number, string>();
  /** Every write that was carried out. */
  writes: Effect[] = [];

  constructor(lock: Lock) {
    this.disk = lock;
  }

  now = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(this.clock * 1000);

  add(fields: Partial<Issue>): Issue {
    const issue: Issue = {
      number: this.#next++,
      url: undefined,
      title: 'Something else',
      body: '',
      author: this.author,
      association: 'NONE',
      labels: [],
      assignees: undefined,
      state: 'open',
      state_reason: undefined,
      closed_at: undefined,
      locked: false,
      isPullRequest: false,
      ...fields,
    };
    this.issues.push(issue);
    return issue;
  }

  advance(seconds: number): void {
    this.clock += seconds;
    const due = this.#late.filter(({ at }) => at <= this.clock);
    this.#late = this.#late.filter(({ at }) => at > this.clock);
    for (const { issue } of due) this.#commit(issue);
  }

  /** Issues of ours for `key`, also those that are still to come. */
  count(key: IssueKey): number {
    const coming = this.#late.filter(({ issue: { body } }) =>
      body.includes(`<!-- ownup:action ${key} -->`),
    );
    return (
      this.issues.filter((issue) => issue.author !== 'outsider' && carries(issue, key)).length +
      coming.length
    );
  }

  /** People do not wait for us. */
  #someoneWrites(): void {
    const issue = this.issues.findLast(
      ({ author }) => author !== 'outsider' && author !== 'someone',
    );
    if (!issue || this.notes.has(issue.number)) return;
    this.notes.set(issue.number, `Note ${this.clock}.`);
    issue.body += `\n\nNote ${this.clock}.`;
  }

  #commit({ title, body, labels, assignee }: NewIssue): Issue {
    const assignees = assignee === undefined ? [] : [assignee];
    return { ...this.add({ title, body, labels: this.mayLabel ? labels : [], assignees }) };
  }

  /** One attempt, struck by a mishap. */
  perform(effect: Effect, mishap: Mishap): unknown {
    if (effect.do === 'progress') return undefined;
    if (effect.do === 'wait') {
      this.#someoneWrites();
      return this.advance(effect.ms / 1000);
    }
    if (mishap === 'crash-before') throw new Crash();
    if (effect.do === 'save') {
      this.disk = effect.lock;
      if (mishap === 'crash-after') throw new Crash();
      return undefined;
    }
    this.advance(1);
    if (mishap === 'limited') return { type: 'limited', wait: 5_000 };
    if (mishap === 'limited-long') return { type: 'limited', wait: 90_000 };
    if (mishap === 'lost-before') return unknown;
    if (mishap === 'refused') return { type: 'refused', status: 403, why: 'no' };
    return isWrite(effect) ? this.#write(effect, mishap) : this.#read(effect, mishap);
  }

  #read(effect: Effect, mishap: Mishap): unknown {
    if (mishap === 'lost-after') return unknown;
    if (effect.do === 'repository')
      return {
        type: 'ok',
        value: { id: 77, name: 'ferry/ferry', hasIssues: true, archived: false },
      };
    if (effect.do === 'assignable')
      return { type: 'ok', value: this.assignable.includes(effect.login) };
    if (effect.do === 'discussion')
      return { type: 'ok', value: this.discussions.has(effect.number) };
    if (effect.do === 'list') return { type: 'ok', value: this.#page(effect, mishap) };
    const issue =
      effect.do === 'issue'
        ? this.issues.find(({ number }) => number === effect.number)
        : undefined;
    return issue
      ? { type: 'ok', value: { ...issue } }
      : { type: 'refused', status: 404, why: 'Not Found' };
  }

  #page({ label, newestFirst, from = '0' }: Extract<Effect, { do: 'list' }>, mishap: Mishap): Page {
    // An empty list that nothing contradicts cannot be told from the truth.
    if (
      mishap === 'empty' &&
      this.disk.actions.some(({ number }) => this.issues.some((issue) => issue.number === number))
    )
      return { issues: [], next: undefined, pages: undefined };
    const shown = this.issues.filter(
      ({ number, labels }) =>
        (this.#visibleFrom.get(number) ?? 0) <= this.clock && (!label || labels.includes(label)),
    );
    const ordered = newestFirst ? [...shown].reverse() : shown;
    const [start, size] = [Number(from), 3];
    const count = Math.ceil(ordered.length / size);
    const page = {
      issues: ordered.slice(start, start + size).map((issue) => ({ ...issue })),
      next:
        ordered.length > start + size
          ? { at: String(start + size), promised: true, numbered: true }
          : undefined,
      pages:
        count > 1 && mishap !== 'uncounted'
          ? Array.from({ length: count }, (_, index) => String(index * size))
          : undefined,
    };
    // Somebody deletes an issue of others, so that those behind it move.
    if (mishap === 'shifting') this.issues.splice(0, this.issues[0]?.author === 'someone' ? 1 : 0);
    return page;
  }

  #write(effect: Effect, mishap: Mishap): unknown {
    if (mishap === 'invalid') return { type: 'refused', status: 422, why: 'Validation Failed' };
    if (effect.do === 'create' && (mishap === 'lost-and-late' || mishap === 'crash-and-late')) {
      this.#late.push({ at: this.clock + 30, issue: effect.issue });
      if (mishap === 'crash-and-late') throw new Crash();
      return unknown;
    }
    this.writes.push(effect);
    const done = this.#carryOut(effect, mishap === 'lagging' ? 30 : 0);
    if (mishap === 'crash-after') throw new Crash();
    if (mishap === 'lost-after') return unknown;
    if (mishap === 'refused-but-done') return { type: 'refused', status: 422, why: 'no' };
    return mishap === 'limited-but-done'
      ? { type: 'limited', wait: 5_000 }
      : { type: 'ok', value: done };
  }

  #carryOut(effect: Effect, lag: number): Issue | undefined {
    if (effect.do === 'create') {
      const issue = this.#commit(effect.issue);
      this.#visibleFrom.set(issue.number, this.clock + lag);
      return issue;
    }
    const issue = this.issues.find(({ number }) => 'number' in effect && number === effect.number);
    if (!issue) return undefined;
    if (effect.do === 'update')
      edit(issue, {
        ...(effect.title !== undefined && { title: effect.title }),
        ...(effect.body !== undefined && { body: effect.body }),
      });
    if (effect.do === 'assign' && this.assignable.includes(effect.login))
      edit(issue, { assignees: [effect.login] });
    if (effect.do === 'label')
      edit(issue, { labels: [...new Set([...issue.labels, ...effect.labels])] });
    return { ...issue };
  }
}
