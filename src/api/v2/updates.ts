import type { Incident, Update } from '../../domain/incident.ts';
import { firstIds } from '../../domain/news/first-ids.ts';
import { beganAt, firstSaidAt } from '../../domain/progress.ts';
import type { RecordIndex } from '../../domain/record/index-record.ts';
import { statusAt } from '../../domain/status.ts';
import { moment } from '../moments.ts';
import { shortId } from '../short-id.ts';
import { type Source, pageOf } from '../source.ts';
import { incidentId } from './incident-id.ts';
import type { UpdateAnswer } from './shapes.ts';
import { statusOf } from './words.ts';

/** Something that was said of an incident. */
interface Said<State> {
  /** Names it among all that was said of the incident, for good. */
  name: string;
  /** Epoch ms. */
  at: number;
  status: State;
  /** Markdown. */
  body: string;
}

/** What was said, oldest first. It is named by its place, as it is in feeds: a corrected time leaves that where it is. */
function saidIn<State>(
  { updates }: Incident,
  stateOf: (status: Update['status']) => State,
): Said<State>[] {
  return updates.map(({ at, status, text }, index) => ({
    name: String(index + 1),
    at: at.epochMilliseconds,
    status: stateOf(status),
    body: text,
  }));
}

/** The first word on what nobody spoke of while it lasted: that it is over, and why nothing was said. */
const brokenSilence = (incident: Incident): Said<'resolved'>[] =>
  incident.kind === 'incident' && incident.silence
    ? [
        {
          name: 'told',
          at: incident.silence.until.epochMilliseconds,
          status: 'resolved',
          body: incident.silence.because,
        },
      ]
    : [];

/** The announcement of a maintenance, where no update made it: what was said then is its title and its times. */
function announcementOf<State>(maintenance: Incident, state: State): Said<State>[] {
  const at = firstSaidAt(maintenance);
  return maintenance.updates[0]?.at.epochMilliseconds === at
    ? []
    : [{ name: 'announced', at, status: state, body: maintenance.title }];
}

/** The postmortems of an incident that is over, as Statuspage tells of them: an update each. */
const postmortemsOf = (source: Source, { id }: Incident): Said<'postmortem'>[] =>
  (source.record.postmortemsOfIncident.get(id) ?? []).flatMap((postmortem) =>
    postmortem.status === 'published' && postmortem.published
      ? [
          {
            name: `postmortem ${firstIds('postmortems', source.record.site)(postmortem.id)}`,
            at: postmortem.published.epochMilliseconds,
            status: 'postmortem' as const,
            body: `${postmortem.summary}\n\n${pageOf(source, 'postmortems', postmortem.id)}`,
          },
        ]
      : [],
  );

/**
 * How the services that an incident had hit by `at` changed since `before`; both in epoch ms. `null` where it had hit none, and where nobody
 * knows when one was well again.
 */
function affected(
  { impactsOfIncident, impactsOfService, service }: RecordIndex,
  { id, kind }: Incident,
  before: number,
  at: number,
): UpdateAnswer<never>['affected_components'] {
  const hit = (impactsOfIncident.get(id) ?? []).filter(
    ({ span }) => kind === 'maintenance' || span.from <= at,
  );
  if (hit.length === 0 || hit.some(({ end }) => end === 'unknown')) return null;
  return [...new Set(hit.map((impact) => impact.service))].map((each) => {
    const impacts = impactsOfService.get(each) ?? [];
    return {
      code: shortId('service', each),
      name: service.get(each)?.name ?? each,
      old_status: statusAt(impacts, before),
      new_status: statusAt(impacts, at),
    };
  });
}

function answers<State>(
  record: RecordIndex,
  incident: Incident,
  said: readonly Said<State>[],
): UpdateAnswer<State>[] {
  const own = incidentId(record, incident);
  const firstName = firstIds('incidents', record.site)(incident.id);
  return said
    .map(({ name, at, status, body }, index): UpdateAnswer<State> => {
      const before = said[index - 1]?.at ?? beganAt(incident) - 1;
      const time = moment(at);
      return {
        id: shortId('update', `${firstName}/${name}`),
        status,
        body,
        incident_id: own,
        created_at: time,
        updated_at: time,
        display_at: time,
        affected_components: affected(record, incident, Math.min(before, at), at),
        deliver_notifications: true,
        custom_tweet: null,
        tweet_id: null,
      };
    })
    .reverse();
}

type IncidentState = (typeof statusOf)[keyof typeof statusOf];

/** What was said of an incident or a notice, newest first. */
export function incidentUpdates(source: Source, incident: Incident): UpdateAnswer<IncidentState>[] {
  const said = [
    ...brokenSilence(incident),
    ...saidIn(incident, (status) => statusOf[status as keyof typeof statusOf]),
  ];
  const accounts = said.at(-1)?.status === 'resolved' ? postmortemsOf(source, incident) : [];
  return answers<IncidentState>(
    source.record,
    incident,
    [...said, ...accounts].sort((a, b) => a.at - b.at),
  );
}

/** What was said of a maintenance, newest first, in the words that `stateOf` has. */
export const maintenanceUpdates = <State>(
  record: RecordIndex,
  maintenance: Incident,
  stateOf: Readonly<Record<string, State>> & { scheduled: State },
): UpdateAnswer<State>[] =>
  answers(record, maintenance, [
    ...announcementOf(maintenance, stateOf.scheduled),
    ...saidIn(maintenance, (status) => stateOf[status] ?? stateOf.scheduled),
  ]);
