import type { Action } from './action.ts';
import { type PlainDate, daysBetween } from './time.ts';

/** How a promise stands. Without word from whoever tracks it, nobody can say that it was kept, nor that it was not. */
export type PromiseState = { state: 'due'; days: number } | { state: 'unverified'; days: number };

/** The state on the day `today`, counted in whole days to or since the due date. */
export function promiseState({ due }: Action, today: PlainDate): PromiseState {
  const days = daysBetween(today, due);
  return days >= 0 ? { state: 'due', days } : { state: 'unverified', days: -days };
}
