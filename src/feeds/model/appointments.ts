import { dueOf } from '../../domain/action.ts';
import type { Incident, Maintenance } from '../../domain/incident.ts';
import { firstIds } from '../../domain/news/first-ids.ts';
import { lastSaidAt } from '../../domain/progress.ts';
import { promiseStanding } from '../../domain/promises/promises.ts';
import { type PlainDate, compareDays } from '../../domain/time.ts';
import { keyOf } from '../../domain/tracking/key.ts';
import { lockEntryOf } from '../../domain/tracking/lock.ts';
import { plainText } from '../../site/markdown.ts';
import { paths } from '../../site/paths.ts';
import { anchor } from '../../site/places.ts';
import { mostEntries } from './entry.ts';
import { latestSummary } from './summaries.ts';

/** Something with a date, as it stands in a calendar. */
export interface Appointment {
  /** Names it for ever. */
  id: string;
  /** How often it was changed: calendars take the version with the highest. */
  revision: number;
  /** From when to when (epoch ms), or the whole of a day. */
  when: { from: number; to: number } | PlainDate;
  /** Plain words, like the description. */
  title: string;
  description: string;
  path: string;
  /** When it was last changed, epoch ms. */
  changed: number;
}

/** Planned work, what is to come and the latest of what is over. Whatever changes it is an update: there are ever more of them. */
export function maintenanceAppointments(
  locals: Pick<App.Locals, 'record' | 'say' | 'format'>,
): Appointment[] {
  const { record } = locals;
  const firstId = firstIds('incidents', record.site);
  const isPlanned = (incident: Incident): incident is Extract<Incident, Maintenance> =>
    incident.kind === 'maintenance';
  return record.incidents
    .filter(isPlanned)
    .slice(0, mostEntries)
    .map((work) => ({
      id: `incident:${firstId(work.id)}`,
      revision: work.updates.length,
      when: {
        from: work.scheduled.from.epochMilliseconds,
        to: work.scheduled.to.epochMilliseconds,
      },
      title: plainText(work.title),
      description: latestSummary(work, locals),
      path: paths.incident(work.id),
      changed: lastSaidAt(work),
    }));
}

/** The days by which promises are to be kept, the latest first; what was given up is in no calendar. */
export function promiseAppointments({
  record,
  say,
}: Pick<App.Locals, 'record' | 'say'>): Appointment[] {
  const firstId = firstIds('postmortems', record.site);
  return record.postmortems
    .filter(({ status }) => status === 'published')
    .flatMap((postmortem) =>
      postmortem.actions.flatMap((action) => {
        const due = dueOf(action);
        return due ? [{ postmortem, action, due }] : [];
      }),
    )
    .sort((a, b) => compareDays(b.due, a.due))
    .map((one) => ({ ...one, ...promiseStanding(one.postmortem, one.action, record) }))
    .filter(({ state }) => state !== 'dropped')
    .slice(0, mostEntries)
    .map(({ postmortem, action, due, state }) => {
      const isKept = state === 'kept';
      const entry = isKept ? lockEntryOf(record.lock, keyOf(postmortem, action)) : undefined;
      const name = { id: firstId(postmortem.id) };
      return {
        id: `promise:${keyOf(name, { id: action.was ?? action.id })}`,
        revision: postmortem.corrections.length + action.moved.length + (isKept ? 1 : 0),
        when: due,
        title: say.feed.promise[isKept ? 'kept' : 'promised'](plainText(action.title)),
        description: plainText(action.done_when),
        path: `${paths.postmortem(postmortem.id)}#${anchor('promise', action.id)}`,
        changed: (entry?.closed_at ?? postmortem.published)?.epochMilliseconds ?? 0,
      };
    });
}
