import { announcement } from './announced.ts';
import type { Incident, Update } from './incident.ts';
import { type End, type Status, extent } from './status.ts';
import { type Interval, type PlainDate, clip, contains, isEmpty, subtract } from './time.ts';

/** An impact window with its end worked out: what status, uptime and pages count with. */
export interface Impact {
  incident: string;
  service: string;
  status: Status;
  /** Epoch ms. Of an open impact `to` is `now`, of one whose end is unknown it is `from`: nothing is made up. */
  span: Interval;
  end: End;
  /** The window that was announced beforehand, for maintenance: what it covers is no downtime. */
  announced: Interval | undefined;
  /** Nobody knows when it ended, or if it was announced. What cannot be known is not counted, and said. */
  uncertain: boolean;
  regions: readonly string[] | undefined;
  /** The day on which it began, where nobody knows at what time: `span` begins with it. */
  beganOn?: PlainDate | undefined;
}

/** When what nobody spoke of was over: with the last of its windows, or by when it was told, where nobody knows that. Epoch ms. */
function overInSilence(incident: Incident): number | undefined {
  const silence = incident.kind === 'incident' ? incident.silence : undefined;
  if (!silence) return undefined;
  const ends = incident.impact.map(({ to }) => to);
  return ends.every((to) => to !== undefined && to !== 'unknown')
    ? Math.max(...ends.map((to) => to.epochMilliseconds))
    : silence.until.epochMilliseconds;
}

const saysOver = ({ status }: Update): boolean => status === 'resolved' || status === 'completed';

/** When an update said that all is over, and none has said otherwise since; or when what nobody spoke of was. What is said afterwards puts nothing off. Epoch ms. */
export function resolvedAt(incident: Incident): number | undefined {
  const { updates } = incident;
  if (updates.length === 0) return overInSilence(incident);
  return updates[updates.findLastIndex((update) => !saysOver(update)) + 1]?.at.epochMilliseconds;
}

/** By when an impact that began at `from` was over, if nobody knows when it ended: the resolving update, or `now`. Epoch ms. */
export const goneBy = (incident: Incident, from: number, now: number): number =>
  Math.max(from + 1, Math.min(now, resolvedAt(incident) ?? now));

/**
 * The window of a maintenance that customers knew of before it began, or may have known of; `undefined` if they did not. Nobody knows what
 * an update moved that does not say so: customers may then have known of all of it.
 */
export function announcedWindow(incident: Incident): Interval | undefined {
  if (incident.kind !== 'maintenance') return undefined;
  const told = announcement(incident, 0);
  if (told.knew === 'late') return undefined;
  const { from, to } = incident.scheduled;
  return told.window ?? { from: from.epochMilliseconds, to: to.epochMilliseconds };
}

/**
 * The end of a window that names none: the resolving update; for maintenance that has not run over, the announced end; otherwise it is open.
 */
function impliedEnd(
  incident: Incident,
  from: number,
  now: number,
): Pick<Impact, 'end'> & { to: number } {
  const resolved = resolvedAt(incident);
  if (resolved !== undefined) return { end: 'known', to: Math.max(from, resolved) };
  const planned =
    incident.kind === 'maintenance' ? incident.scheduled.to.epochMilliseconds : -Infinity;
  return planned > now
    ? { end: 'known', to: Math.max(from, planned) }
    : { end: 'open', to: Math.max(from, now) };
}

/** The impacts of one incident as of `now` (epoch ms), in the order in which they are written. */
export function impactsOf(incident: Incident, now: number): Impact[] {
  const announced = announcedWindow(incident);
  const unknownAnnouncement =
    incident.kind === 'maintenance' && announcement(incident, 0).knew === 'unknown';
  return incident.impact.map(({ service, status, regions, ...window }) => {
    const from = window.from.epochMilliseconds;
    const { end, to } =
      window.to === undefined
        ? impliedEnd(incident, from, now)
        : window.to === 'unknown'
          ? ({ end: 'unknown', to: from } as const)
          : ({ end: 'known', to: window.to.epochMilliseconds } as const);
    return {
      incident: incident.id,
      service,
      status,
      span: { from, to },
      end,
      announced,
      uncertain: unknownAnnouncement || end === 'unknown',
      regions,
      beganOn: window.from_day,
    };
  });
}

/**
 * An impact as customers feel it, in parts that do not overlap. Maintenance is that only within the window that was announced; before and
 * after it is an outage, and nothing about that is uncertain.
 */
export function splitAtAnnouncement(impact: Impact): Impact[] {
  const { status, span, end, announced } = impact;
  if (status !== 'under_maintenance') return [impact];
  const outage = { ...impact, status: 'major_outage', uncertain: end === 'unknown' } as const;
  if (!announced) return [outage];
  if (end !== 'open' && isEmpty(span)) return [contains(announced, span.from) ? impact : outage];
  const whole = extent(impact);
  const parts = [
    { ...impact, span: clip(whole, announced) },
    ...subtract([whole], [announced]).map((rest): Impact => ({ ...outage, span: rest })),
  ].filter((part) => !isEmpty(part.span));
  // What is still to come of an open impact is not known yet.
  return parts
    .filter(({ span: { from } }) => from <= span.to)
    .sort((a, b) => a.span.from - b.span.from)
    .map((part) => ({
      ...part,
      span: { from: part.span.from, to: Math.min(part.span.to, span.to) },
      end: end === 'open' && part.span.to <= span.to ? 'known' : end,
    }));
}
