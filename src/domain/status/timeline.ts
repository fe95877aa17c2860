import { type Impact, impactsOf } from '../impact.ts';
import type { Incident, Update } from '../incident.ts';
import { ranOverAt } from '../progress.ts';

export type TimelineEvent =
  | { type: 'announced'; at: number }
  | { type: 'ran_over'; at: number }
  /** Customers were told for the first time, when it was long over. */
  | { type: 'silence_ended'; at: number }
  | { type: 'impact_began' | 'impact_ended'; at: number; impacts: Impact[] }
  | { type: 'detected'; at: number; by: 'monitor' | 'staff' | 'customer' }
  /** `number`: its place among the updates of its incident, from 1. */
  | { type: 'update'; at: number; update: Update; number: number };

/** Whether nobody knows more of it than its day. */
export const isByDay = (event: TimelineEvent): boolean =>
  event.type === 'impact_began' && event.impacts.every(({ beganOn }) => beganOn);

/** Of things that happened in the same moment, what came first. */
const order: readonly TimelineEvent['type'][] = [
  'announced',
  'impact_began',
  'detected',
  'impact_ended',
  'ran_over',
  'silence_ended',
  'update',
];

const inOrder = (a: TimelineEvent, b: TimelineEvent): number =>
  a.at - b.at || order.indexOf(a.type) - order.indexOf(b.type);

function edges(
  impacts: readonly Impact[],
  type: 'impact_began' | 'impact_ended',
  edge: 'from' | 'to',
): TimelineEvent[] {
  return [...Map.groupBy(impacts, ({ span }) => span[edge])].map(([at, together]) => ({
    type,
    at,
    impacts: together,
  }));
}

/** What happened and what was said, oldest first, up to `now` (epoch ms). Impacts that begin or end together are one event. */
export function timelineOf(incident: Incident, now: number): TimelineEvent[] {
  const impacts = impactsOf(incident, now);
  const events: TimelineEvent[] = [
    ...edges(impacts, 'impact_began', 'from'),
    ...edges(
      impacts.filter(({ end }) => end === 'known'),
      'impact_ended',
      'to',
    ),
    ...incident.updates.map((update, index): TimelineEvent => ({
      type: 'update',
      at: update.at.epochMilliseconds,
      update,
      number: index + 1,
    })),
  ];
  if (incident.kind === 'incident' && incident.detected) {
    events.push({
      type: 'detected',
      at: incident.detected.at.epochMilliseconds,
      by: incident.detected.by,
    });
  }
  if (incident.kind === 'incident' && incident.silence)
    events.push({ type: 'silence_ended', at: incident.silence.until.epochMilliseconds });
  if (incident.kind === 'maintenance') {
    if (incident.announced !== 'unknown')
      events.push({ type: 'announced', at: incident.announced.epochMilliseconds });
    const overrun = ranOverAt(incident, now);
    if (overrun !== undefined) events.push({ type: 'ran_over', at: overrun });
  }
  return events.filter(({ at }) => at <= now).sort(inOrder);
}
