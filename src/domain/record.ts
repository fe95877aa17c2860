import type { Incident } from './incident.ts';
import type { Postmortem } from './postmortem.ts';
import { beganAt, firstSaidAt } from './progress.ts';
import type { Service, ServiceGroup } from './service.ts';
import type { Site } from './site.ts';

/** All that is public, as one plain value. Incidents and postmortems stand newest first. */
export interface StatusRecord {
  site: Site;
  groups: readonly ServiceGroup[];
  services: readonly Service[];
  incidents: readonly Incident[];
  postmortems: readonly Postmortem[];
}

const newestFirst =
  <T extends { id: string }>(when: (item: T) => number) =>
  (a: T, b: T): number =>
    when(b) - when(a) || (a.id < b.id ? 1 : -1);

export const byBeginning = newestFirst(beganAt);
/** Drafts without a date stand first: they are about to come. */
export const byPublication = newestFirst<Postmortem>(({ published }) => published?.epochMilliseconds ?? Infinity);

/**
 * The record as it stood at `now` (epoch ms): what was said or published later is left out, and what ended later is open again.
 * Planned maintenance keeps its future.
 */
export function asOf(record: StatusRecord, now: number): StatusRecord {
  const past = (at: { epochMilliseconds: number }): boolean => at.epochMilliseconds <= now;
  const trim = (incident: Incident): Incident => {
    const updates = incident.updates.filter(({ at }) => past(at));
    if (incident.kind === 'maintenance') return { ...incident, updates } as Incident;
    const impact = incident.impact
      .filter(({ from }) => past(from))
      .map((window) => (window.to && window.to !== 'unknown' && !past(window.to) ? { ...window, to: undefined } : window));
    return { ...incident, updates, impact } as Incident;
  };
  return {
    ...record,
    incidents: record.incidents.filter((incident) => firstSaidAt(incident) <= now).map(trim),
    postmortems: record.postmortems.filter(({ status, published }) => status === 'draft' || (published && past(published))),
  };
}
