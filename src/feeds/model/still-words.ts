import type { Strings } from '../../strings/index.ts';

/**
 * The words of a feed. Whoever subscribes is told of each change, so that nothing in them counts with the clock: not how long something has
 * gone on, nor the days to a promise, nor since when nobody has looked. Of what was to be said by a time, they name the time alone: whoever reads an
 * old copy does not know whether it has been said.
 */
export function stillWords(say: Strings): Strings {
  const { goesOn, due, pastDue, nextUpdate, answer } = say.feed.still;
  return {
    ...say,
    duration: { ...say.duration, soFar: () => goesOn },
    update: { ...say.update, next: nextUpdate, overdue: nextUpdate },
    incident: {
      ...say.incident,
      window: { ...say.incident.window, soFar: () => goesOn },
      promisedOverdue: say.incident.promised,
    },
    promises: {
      ...say.promises,
      counts: { ...say.promises.counts, due: () => '', late: () => '', unverified: () => '' },
    },
    postmortem: {
      ...say.postmortem,
      unknown: { ...say.postmortem.unknown, owner: answer, overdue: answer },
      standing: {
        ...say.postmortem.standing,
        dueToday: due,
        due: () => due,
        late: () => pastDue,
        unverified: () => pastDue,
        unverifiedSince: () => pastDue,
      },
    },
  };
}
