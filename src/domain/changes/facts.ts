import { Temporal } from 'temporal-polyfill';
import { resolvedAt } from '../impact.ts';
import type { Incident } from '../incident.ts';
import type { Postmortem } from '../postmortem.ts';
import { idAt, redirectsIn } from '../redirect.ts';
import type { Site } from '../site.ts';
import type { Item } from './change.ts';

/** What something is called today, by its earlier id. */
export type Renamed = (folder: 'incidents' | 'postmortems' | 'services', id: string) => string;

/** A redirect from an earlier address is the proof. */
export function renamedBy(redirects: Site['redirects']): Renamed {
  const all = redirectsIn(redirects);
  return (folder, id) => {
    const found = all.find(({ from }) => idAt(folder, from) === id);
    return (found && idAt(folder, found.to)) ?? id;
  };
}

/** When an impact ended, as readers are told: with the resolving update, where the window does not say. */
function endOf(
  incident: Incident,
  { to }: Incident['impact'][number],
): Incident['impact'][number]['to'] {
  const resolved = incident.kind === 'maintenance' ? undefined : resolvedAt(incident);
  return (
    to ?? (resolved === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(resolved))
  );
}

/** What readers are shown of an incident, under the names of today. */
export const factsOfIncident = (incident: Incident, renamed: Renamed): Item => ({
  ...incident,
  id: undefined,
  origin: undefined,
  allowed_in_public: undefined,
  allowed_wording: undefined,
  impact: incident.impact.map((window) => ({
    ...window,
    service: renamed('services', window.service),
    to: endOf(incident, window),
  })),
  updates: incident.updates.map((update) => ({ ...update, origin: undefined })),
});

/** What names an earlier postmortem, or an earlier incident, under the name of today. */
const underNames = <T extends { postmortem: string } | { incident: string }>(
  named: T,
  renamed: Renamed,
): T =>
  'incident' in named
    ? { ...named, incident: renamed('incidents', named.incident) }
    : { ...named, postmortem: renamed('postmortems', named.postmortem) };

/** What readers are shown of a postmortem beside its story, under the names of today. Names within the file are no more than that: what they lead to is compared. */
export function factsOfPostmortem(postmortem: Postmortem, renamed: Renamed): Item {
  const whyOf = (id: string | undefined): string | undefined =>
    id === undefined ? id : (postmortem.whys.find((why) => why.id === id)?.why ?? id);
  return {
    ...postmortem,
    id: undefined,
    status: undefined,
    allowed_in_public: undefined,
    allowed_wording: undefined,
    incidents: postmortem.incidents.map((id) => renamed('incidents', id)),
    whys: postmortem.whys.map((why) => ({ ...why, follows: whyOf(why.follows) })),
    actions: postmortem.actions.map((action) => ({
      ...action,
      was: undefined,
      breaks: whyOf(action.breaks),
    })),
    recurrence_of: postmortem.recurrence_of.map((earlier) => underNames(earlier, renamed)),
    not_a_recurrence: postmortem.not_a_recurrence.map((earlier) => underNames(earlier, renamed)),
  };
}
