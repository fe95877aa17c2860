import { resolvedAt } from '../impact.ts';
import type { Incident } from '../incident.ts';
import type { Path, Place } from './finding.ts';
import { instantText, isDayBefore } from '../time.ts';
import { type Draft, type Problem, type RecordRule, incidentFile } from './rule.ts';

const file = 'incidents/late-webhooks.yaml';

/** What is wrong with the incident that is looked at. */
export type IncidentProblem = Omit<Problem, 'place'> & { path: Path };

/** A check that looks at each incident by itself, with the rest at hand. */
export const inEachIncident = (look: (incident: Incident, draft: Draft) => Iterable<IncidentProblem>) =>
  function* (draft: Draft): Generator<Problem> {
    for (const incident of draft.incidents) {
      for (const { path, ...message } of look(incident, draft)) yield { place: { file: incidentFile(incident), path }, ...message };
    }
  };

/** Where it stands when an incident began. */
export const firstMoments = (incident: Incident): Place[] =>
  [['scheduled', 'from'], ['updates', 0, 'at'], ...incident.impact.map((_, index) => ['impact', index, 'from'])].map((path) => ({
    file: incidentFile(incident),
    path,
  }));

/** Where it stands whether and when an incident was resolved. */
export const lastWord = (incident: Incident): Place[] =>
  ['at', 'status'].map((key) => ({ file: incidentFile(incident), path: ['updates', incident.updates.length - 1, key] }));

export const impactAfterResolved: RecordRule = {
  code: 'impact-after-resolved',
  level: 'warning',
  serves: 'true',
  because: 'If it was over, nothing was broken any more; if something was, it was not over. One of the two times is wrong.',
  fires: [
    { title: 'an impact that ends after the resolving update', file, replace: 'to: 2026-01-17T10:01:00Z', by: 'to: 2026-01-17T11:01:00Z' },
    {
      title: 'an impact that begins after the resolving update',
      file,
      replace: 'from: 2026-01-17T09:14:00Z\n    to: 2026-01-17T10:01:00Z',
      by: 'from: 2026-01-17T10:14:00Z',
    },
  ],
  passes: [{ title: 'an end before anybody was sure', file, replace: 'to: 2026-01-17T10:01:00Z', by: 'to: 2026-01-17T09:55:00Z' }],
  check: inEachIncident(function* (incident) {
    const resolved = resolvedAt(incident);
    if (resolved === undefined) return;
    for (const [index, { from, to }] of incident.impact.entries()) {
      const [key, late] = to && to !== 'unknown' ? (['to', to] as const) : (['from', from] as const);
      if (late.epochMilliseconds <= resolved) continue;
      yield {
        path: ['impact', index, key],
        restsOn: [...lastWord(incident), { file: incidentFile(incident), path: ['impact', index, 'to'] }],
        what: `There was impact at ${late.toString()}, but the last update says that it was over at ${instantText(resolved)}.`,
        expected: 'impact that ends when the last update says so, or before',
        write: `Correct the time, or add an update that says that it was not over.`,
      };
    }
  }),
};

export const beforeService: RecordRule = {
  code: 'before-service',
  level: 'error',
  serves: 'true',
  because: 'Before `since` there is no data. An incident then means that the service is older, or was another one.',
  fires: [
    {
      title: 'an incident older than its service',
      file: 'services.yaml',
      replace: 'name: API, group: delivery, since: 2025-01-01',
      by: 'name: API, group: delivery, since: 2026-01-18',
    },
  ],
  passes: [
    {
      title: 'an incident on the first day',
      file: 'services.yaml',
      replace: 'name: API, group: delivery, since: 2025-01-01',
      by: 'name: API, group: delivery, since: 2026-01-17',
    },
  ],
  check: inEachIncident(function* (incident, { site, services }) {
    for (const [index, { service: id, from }] of incident.impact.entries()) {
      const since = services?.services.find((service) => service.id === id)?.since;
      if (!since || !site) continue;
      const day = from.toZonedDateTimeISO(site.time_zone).toPlainDate();
      if (!isDayBefore(day, since)) continue;
      yield {
        path: ['impact', index, 'from'],
        restsOn: [{ file: 'site.yaml', path: ['time_zone'] }],
        what: `${id} has existed only since ${since.toString()}.`,
        expected: `a time on that day or later`,
        write: `Correct the time, or \`since\` of ${id} in services.yaml.`,
      };
    }
  }),
};
