import { Temporal } from 'temporal-polyfill';
import type { ImpactWindow, Incident, Maintenance } from '../../../src/domain/incident.ts';
import { instantText } from '../../../src/domain/time.ts';
import type { Saying } from './edit.ts';
import { type Asking, aside } from './question.ts';
import { moment } from './questions.ts';
import type { Setting } from './setting.ts';
import type { Change } from './yaml-change.ts';

type Times = Maintenance['scheduled'];
const ends = ['from', 'to'] as const;

/** Planned work at other times. */
interface Moved {
  /** As it is then. */
  incident: Incident;
  changes: readonly Change[];
  /** What the update says of it: the times that hold no longer. */
  update: { moved_from: { from: string; to: string } };
  back: Saying['back'];
}

/** When a maintenance that has not begun is spoken of again, its times stay as they are. */
export const unmoved = (incident: Incident, status: string): object =>
  incident.kind === 'maintenance' && status === 'scheduled' ? { moved_from: 'none' } : {};

const textOf = (at: Times['from']): string => instantText(at.epochMilliseconds);

const goesAlong = (end: ImpactWindow['to'], planned: Times['from']): boolean =>
  end !== undefined && end !== 'unknown' && end.equals(planned);

/** The plan moves, and with it each end of impact that stood where the plan did. */
function changesOf({ scheduled: before, impact }: Maintenance, now: Times): Change[] {
  return ends
    .filter((end) => !before[end].equals(now[end]))
    .flatMap((end) => {
      const value = textOf(now[end]);
      const along = impact.flatMap((window, index) =>
        goesAlong(window[end], before[end]) ? [index] : [],
      );
      return [
        { do: 'set', at: ['scheduled', end], value } as const,
        ...along.map((index) => ({ do: 'set', at: ['impact', index, end], value }) as const),
      ];
    });
}

const asMoved = (incident: Maintenance & { id: string }, now: Times): Incident => ({
  ...incident,
  scheduled: now,
  impact: incident.impact.map((window) => ({
    ...window,
    ...(goesAlong(window.from, incident.scheduled.from) && { from: now.from }),
    ...(goesAlong(window.to, incident.scheduled.to) && { to: now.to }),
  })),
});

/** Where planned work is moved to, if it is. An end that nobody names stays. */
export function* movedOf(incident: Incident, setting: Setting): Asking<Moved | undefined> {
  if (incident.kind !== 'maintenance') return undefined;
  const { scheduled: before } = incident;
  const from = yield* aside(
    moment({ flag: 'from', ask: 'When does it begin?', example: 'tomorrow 02:00' }, setting, {
      must: 'come',
    }),
  );
  const after = Math.max(from ?? before.from.epochMilliseconds, setting.now);
  const to = yield* aside(
    moment({ flag: 'to', ask: 'When does it end?', example: 'in 1h' }, setting, {
      must: 'come',
      after,
    }),
  );
  if (from === undefined && to === undefined) return undefined;
  const at = (moment: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(moment);
  const scheduled: Times = {
    from: from === undefined ? before.from : at(from),
    to: to === undefined ? before.to : at(to),
  };
  return {
    incident: asMoved(incident, scheduled),
    changes: changesOf(incident, scheduled),
    update: { moved_from: { from: textOf(before.from), to: textOf(before.to) } },
    back: [
      ['Begins', scheduled.from.epochMilliseconds],
      ['Ends', scheduled.to.epochMilliseconds],
    ],
  };
}
