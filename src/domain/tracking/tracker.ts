import type { Issue, Repository } from './issue.ts';
import type { Lock } from './lock.ts';

/** What one attempt came to. Times in ms. */
export type Answer<T> =
  | { type: 'ok'; value: T }
  /**
   * For certain nothing was done: GitHub said no. `fields`: of what was sent, what it names as wrong. `moved`: it says that what was asked
   * for is elsewhere, at GitHub; any other redirect says nothing about that.
   */
  | { type: 'refused'; status: number; why: string; fields?: readonly string[]; moved?: boolean }
  /** Not now, but after `wait`. Nothing should have been done. */
  | { type: 'limited'; wait: number }
  /** Nobody knows whether it was done: no answer, a failing server, or an answer that makes no sense. `wait`: when the server says it is back. */
  | { type: 'unknown'; why: string; wait?: number };

export type Refused = Extract<Answer<never>, { type: 'refused' }>;

/** A page of a listing. */
export interface Page {
  issues: readonly Issue[];
  /**
   * Where to go on; `undefined` at the end. `promised`: the server says that there is something. `numbered`: pages have numbers, so that
   * what is on them can move.
   */
  next: { at: string; promised: boolean; numbered: boolean } | undefined;
  /** Where each page of the listing is found, in order, if the server says how many there are. */
  pages: readonly string[] | undefined;
}

/** What a new issue is made of. */
export interface NewIssue {
  title: string;
  body: string;
  labels: readonly string[];
  assignee: string | undefined;
}

/** All that a run does to the world, as data: one attempt each, nothing is repeated behind its back. */
export type Effect =
  | { do: 'repository' }
  /** Issues in every state, a hundred at a time: oldest first, or the newest. */
  | { do: 'list'; label?: string; newestFirst?: boolean; from?: string }
  | { do: 'issue'; number: number }
  | { do: 'assignable'; login: string }
  /** Whether an issue was turned into a discussion. */
  | { do: 'discussion'; number: number }
  | { do: 'create'; issue: NewIssue }
  | { do: 'update'; number: number; title: string | undefined; body: string | undefined }
  | { do: 'label'; number: number; labels: readonly string[] }
  | { do: 'assign'; number: number; login: string }
  /** Writes the lock so that it is there after a crash. */
  | { do: 'save'; lock: Lock }
  /** `asked`: GitHub asks for it, or we promise it; it must not be cut short. */
  | { do: 'wait'; ms: number; why: string; asked: boolean }
  /** For whoever watches. `begins`: something new, and not one step more. */
  | { do: 'progress'; what: string; begins: boolean };

interface Answers {
  repository: Answer<Repository>;
  list: Answer<Page>;
  issue: Answer<Issue>;
  assignable: Answer<boolean>;
  discussion: Answer<boolean>;
  create: Answer<Issue>;
  update: Answer<Issue>;
  label: Answer<undefined>;
  assign: Answer<Issue>;
  save: undefined;
  wait: undefined;
  progress: undefined;
}

export type AnswerTo<E extends Effect> = Answers[E['do']];

/** A run that hands out effects and is handed their answers: the whole logic, and no I/O. */
export type Run<T> = Generator<Effect, T, Answers[Effect['do']]>;

/** Hands out one effect. */
export function* ask<E extends Effect>(effect: E): Run<AnswerTo<E>> {
  return (yield effect) as AnswerTo<E>;
}

/** Effects that change something on GitHub. */
export const isWrite = ({ do: what }: Effect): boolean =>
  what === 'create' || what === 'update' || what === 'label' || what === 'assign';
