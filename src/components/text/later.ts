import { comingStates } from '../../domain/status/coming-states.ts';
import type { Incident } from '../../domain/incident.ts';

/** What an element becomes at a time (epoch ms), while the page stays open. The {names} in its text are where the times in it go, in their order. */
interface Later {
  at: number;
  classes: string;
  text: string;
}

const attribute = (
  steps: readonly (readonly [at: number, ...words: string[]])[],
): string | undefined => (steps.length ? JSON.stringify(steps) : undefined);

/** The same as an attribute that src/browser/live.ts reads; `undefined` if nothing will change. */
export const laterAttribute = (steps: readonly Later[]): string | undefined =>
  attribute(steps.map(({ at, classes, text }) => [at, classes, text]));

/**
 * What an element says when the time in it has passed: that this is overdue, to whoever has asked just now whether what was promised has come, and
 * else what was promised. Attributes for src/browser/live.ts.
 */
export const overdueAttributes = (overdue: string, passed: string) => ({
  'data-overdue': overdue,
  'data-passed': passed,
});

/** The id of the list of what is going on. */
export const nowList = 'Now';

/** When the clock will move an incident to the list of what is going on. An attribute for src/browser/live.ts. */
export const movesAttribute = (incident: Incident, now: number): string | undefined =>
  attribute(
    comingStates(incident, now)
      .filter(({ state }) => state === 'in_progress')
      .map(({ at }) => [at, nowList]),
  );
