import type { Strings } from '../strings/index.ts';

/**
 * The words of a feed. Whoever subscribes is told of each change, so that nothing in them counts with the clock: not how long something has
 * gone on, nor the days to a promise, nor since when nobody has looked.
 */
export function stillWords(say: Strings): Strings {
  const { goesOn, due, pastDue } = say.feed.still;
  return {
    ...say,
    duration: { ...say.duration, soFar: () => goesOn },
    incident: { ...say.incident, window: { ...say.incident.window, soFar: () => goesOn } },
    postmortem: {
      ...say.postmortem,
      standing: {
        ...say.postmortem.standing,
        due: () => due,
        late: () => pastDue,
        unverified: () => pastDue,
      },
    },
  };
}
