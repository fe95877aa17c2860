/** One of a few answers. */
export interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
}

/** What was read from an answer, or why nothing could be and what to write. */
export type Read<T> = { value: T } | { why: string };

/** One thing to know before something can be said. Its answer is text, wherever it comes from: a flag, a terminal, a form. */
export interface Question<T> {
  /** Its name: that of the flag, of the field of a form, and of the key in a template. */
  flag: string;
  ask: string;
  /** An answer, as it may be written. */
  example: string;
  choices?: readonly Choice[];
  /** Whether several of the choices may be named, with commas between them. */
  many?: boolean;
  /** The answer that is usually right. */
  usual?: string | undefined;
  /** That answer was written for this before, and is gone over. */
  isBegun?: boolean;
  /** Nobody is asked: whoever wants to say it does. */
  aside?: boolean;
  /** The answer is a moment, which is shown back as clocks show it. */
  isTime?: boolean;
  read: (text: string) => Read<T>;
}

/** Something to be said: it asks one question after the other, each with the answers before it known, and returns what comes of them. */
export type Asking<R> = Generator<Question<unknown>, R, unknown>;

/** Whoever was asked has ended it. */
export class Ended extends Error {}

/** The answer to a question. */
export function* ask<T>(question: Question<T>): Asking<T> {
  return (yield question) as T;
}

/** The answer to a question that is not asked; `undefined` if nobody gave one. */
export function* aside<T>(question: Question<T>): Asking<T | undefined> {
  return (yield { ...question, aside: true }) as T | undefined;
}

/** A question that may stay open for now: its answer is `undefined` then. */
export const later = <T>(question: Question<T>): Question<T | undefined> => ({
  ...question,
  usual: '',
  read: (text) => (text.trim() === '' ? { value: undefined } : question.read(text)),
});
