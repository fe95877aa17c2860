import type { PublicPromise } from './promise-groups.ts';
import type { PromiseState } from './promises.ts';

/** What promises are counted as: each is one of these. What was kept without a day to keep it by is `kept`. */
export const outcomes = [
  'kept_on_time',
  'kept_late',
  'kept',
  'late',
  'unverified',
  'due',
  'undated',
  'dropped',
] as const;
export type Outcome = (typeof outcomes)[number];

export function outcomeOf(standing: PromiseState): Outcome {
  if (standing.state !== 'kept' || standing.days === undefined) return standing.state;
  return standing.days > 0 ? 'kept_late' : 'kept_on_time';
}

/** Whether somebody still waits for it: it is neither kept nor given up. */
export const isAwaited = ({ state }: PromiseState): boolean =>
  state !== 'kept' && state !== 'dropped';

/** How many promises came to what; what none came to is left out. */
export const tallyOf = (
  promises: readonly Pick<PublicPromise, 'standing'>[],
): [Outcome, number][] =>
  outcomes
    .map((outcome): [Outcome, number] => [
      outcome,
      promises.filter(({ standing }) => outcomeOf(standing) === outcome).length,
    ])
    .filter(([, count]) => count > 0);
