import type { Message } from './message.ts';
import type { SentState } from './state.ts';

/** What one attempt to send came to. Times in ms. */
export type Sent =
  | { type: 'sent' }
  /** For certain it was not taken. `ofMessage`: because of what it says, so that others may be. */
  | { type: 'refused'; why: string; ofMessage: boolean }
  /** For certain nobody was reached. */
  | { type: 'unreached'; why: string }
  /** Not now, but after `wait`. */
  | { type: 'limited'; wait: number }
  /** Nobody knows whether it was taken. */
  | { type: 'unknown'; why: string };

/** All that a run does to the world, as data. */
export type Effect =
  /** One attempt. `again`: it may be there already, and that is to be found out, or to be left to whoever gets it. */
  | { do: 'send'; target: string; message: Message; again: boolean }
  /** Writes the state so that it is there after a crash. */
  | { do: 'save'; state: SentState }
  /** `asked`: the target asks for it; it must not be cut short. */
  | { do: 'wait'; ms: number; why: string; asked: boolean }
  /** For whoever watches. */
  | { do: 'progress'; what: string };

interface Answers {
  send: Sent;
  save: undefined;
  wait: undefined;
  progress: undefined;
}

/** A run that hands out effects and is handed their answers: the whole logic, and no I/O. */
export type Run<T> = Generator<Effect, T, Answers[Effect['do']]>;

export function* ask<E extends Effect>(effect: E): Run<Answers[E['do']]> {
  return (yield effect) as Answers[E['do']];
}
