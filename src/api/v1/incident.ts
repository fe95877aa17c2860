import { z } from 'zod';
import { type Incident, type ImpactWindow, type Update, movedFrom } from '../../domain/incident.ts';
import { beganAt, isOpen, standing } from '../../domain/progress.ts';
import { resolvedAt } from '../../domain/impact.ts';
import type { Instant } from '../../domain/time.ts';
import { plainText } from '../../site/markdown.ts';
import { moment, momentOf } from '../moments.ts';
import { type Source, answerOf, pageOf } from '../source.ts';
import { correction, correctionOf, redacted, redactedOf } from './correction.ts';
import { states, updateStates } from './state.ts';
import { address, day, markdown, name, place, plain, status, time, times } from './values.ts';

const window = z.strictObject({
  service: name,
  status: status.describe('How the service was'),
  from: time,
  from_day: day
    .nullable()
    .describe('The day, where nobody knows the time: `from` is then its first moment'),
  to: z
    .union([z.literal('unknown'), time])
    .nullable()
    .describe(
      'When it ended; `unknown` if nobody knows; null: with the last update, if that says that it is over, or not yet',
    ),
  regions: z.array(name).nullable().describe('The regions it was limited to, if known'),
  share: z.number().nullable().describe('The share of requests or customers that it hit, 0 to 1'),
  error_rate: z.number().nullable().describe('The share of requests that failed, 0 to 1'),
  excluded_as: markdown.nullable().describe('Why credit policies may leave it out'),
});

const update = z.strictObject({
  at: time,
  status: z.enum(updateStates),
  text: markdown,
  next_update_by: time.nullable().describe('When the next update was promised'),
  moved_from: z
    .union([z.literal('unknown'), times])
    .nullable()
    .describe('If it moved a maintenance: the times that hold no longer'),
});

/** What lists say of an incident. */
export const incidentLine = z.strictObject({
  ...place,
  kind: z.enum(['incident', 'maintenance', 'notice']),
  title: plain,
  state: z.enum(states).describe('Where it stands: what was last said, or the clock'),
  open: z.boolean().describe('Whether customers should still see it first'),
  began_at: time,
});

/** All that the record says of an incident, a maintenance or a notice. */
export const incidentAnswer = incidentLine
  .extend({
    severity: name.nullable().describe('One of the severities in record.json'),
    noticed: z
      .strictObject({ at: time, by: z.enum(['monitor', 'staff', 'customer']) })
      .nullable()
      .describe('When it was noticed, and by whom'),
    resolved_at: time.nullable().describe('When an update said that it is over'),
    announced_at: z
      .union([z.literal('unknown'), time])
      .nullable()
      .describe('When a maintenance was announced'),
    scheduled: times.nullable().describe('The times of a maintenance that hold now'),
    workaround: markdown.nullable().describe('What customers can do meanwhile, or `none`'),
    impact: z.array(window),
    updates: z.array(update).describe('What was said, newest first'),
    corrections: z.array(correction).describe('What was changed since, newest first'),
    redacted,
    postmortems: z.array(z.strictObject({ id: name, url: address, json: address })),
  })
  .meta({ title: 'Incident, maintenance or notice' });

const scheduleOf = ({ from, to }: Record<'from' | 'to', Instant>): z.output<typeof times> => ({
  from: moment(from.epochMilliseconds),
  to: moment(to.epochMilliseconds),
});

export const lineOf = (source: Source, incident: Incident): z.output<typeof incidentLine> => ({
  id: incident.id,
  url: pageOf(source, 'incidents', incident.id),
  json: answerOf(source, 'incidents', incident.id),
  kind: incident.kind,
  title: plainText(incident.title),
  state: standing(incident, source.record.now),
  open: isOpen(incident, source.record.now),
  began_at: moment(beganAt(incident)),
});

const windowOf = (given: ImpactWindow): z.output<typeof window> => ({
  service: given.service,
  status: given.status,
  from: moment(given.from.epochMilliseconds),
  from_day: given.from_day?.toString() ?? null,
  to: given.to === 'unknown' ? 'unknown' : momentOf(given.to),
  regions: given.regions ?? null,
  share: given.share ?? null,
  error_rate: given.error_rate ?? null,
  excluded_as: given.excluded_as ?? null,
});

function movedOf(given: Update): z.output<typeof update>['moved_from'] {
  const before = 'moved_from' in given ? movedFrom(given) : undefined;
  if (before === undefined || before === 'unknown') return before ?? null;
  return scheduleOf(before);
}

const updateOf = (given: Update): z.output<typeof update> => ({
  at: moment(given.at.epochMilliseconds),
  status: given.status,
  text: given.text,
  next_update_by: momentOf(given.next_update_by),
  moved_from: movedOf(given),
});

/** What only a kind of incident has. */
function ofKind(
  incident: Incident,
): Pick<z.output<typeof incidentAnswer>, 'severity' | 'noticed' | 'announced_at' | 'scheduled'> {
  if (incident.kind === 'maintenance') {
    const { announced, scheduled } = incident;
    return {
      severity: null,
      noticed: null,
      announced_at: announced === 'unknown' ? announced : momentOf(announced),
      scheduled: scheduleOf(scheduled),
    };
  }
  const detected = incident.kind === 'incident' ? incident.detected : undefined;
  return {
    severity: incident.severity ?? null,
    noticed: detected ? { at: moment(detected.at.epochMilliseconds), by: detected.by } : null,
    announced_at: null,
    scheduled: null,
  };
}

export function answerAboutIncident(
  source: Source,
  incident: Incident,
): z.output<typeof incidentAnswer> {
  const { severity, noticed, announced_at, scheduled } = ofKind(incident);
  const resolved = resolvedAt(incident);
  return {
    ...lineOf(source, incident),
    severity,
    noticed,
    resolved_at: resolved === undefined ? null : moment(resolved),
    announced_at,
    scheduled,
    workaround: incident.workaround ?? null,
    impact: incident.impact.map(windowOf),
    updates: incident.updates.map(updateOf).reverse(),
    corrections: incident.corrections.map(correctionOf).reverse(),
    redacted: incident.redacted.map(redactedOf).reverse(),
    postmortems: (source.record.postmortemsOfIncident.get(incident.id) ?? [])
      .filter((postmortem) => postmortem.status === 'published')
      .map((postmortem) => ({
        id: postmortem.id,
        url: pageOf(source, 'postmortems', postmortem.id),
        json: answerOf(source, 'postmortems', postmortem.id),
      })),
  };
}
