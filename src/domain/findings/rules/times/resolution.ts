import { resolvedAt } from '../../../impact.ts';
import { instantText, isDayBefore } from '../../../time.ts';
import { type RecordRule, incidentFile, edits } from '../../rule.ts';
import { byId, inEachIncident } from '../../per-record.ts';
import { lastWord } from '../../incident-places.ts';

const file = 'incidents/late-webhooks.yaml';

export const impactAfterResolved: RecordRule = {
  code: 'impact-after-resolved',
  level: 'warning',
  serves: 'true',
  because:
    'If it was over, nothing was broken any more; if something was, it was not over. One of the two times is wrong.',
  fires: edits(file, {
    'an impact that ends after the resolving update': [
      'to: 2026-01-17T10:01:00Z',
      'to: 2026-01-17T11:01:00Z',
    ],
    'an impact that begins after the resolving update': [
      'from: 2026-01-17T09:14:00Z\n    to: 2026-01-17T10:01:00Z',
      'from: 2026-01-17T10:14:00Z',
    ],
  }),
  passes: edits(file, {
    'an end before anybody was sure': ['to: 2026-01-17T10:01:00Z', 'to: 2026-01-17T09:55:00Z'],
  }),
  check: inEachIncident(function* (incident) {
    const resolved = resolvedAt(incident);
    if (resolved === undefined) return;
    for (const [index, { from, to }] of incident.impact.entries()) {
      const [key, late] =
        to && to !== 'unknown' ? (['to', to] as const) : (['from', from] as const);
      if (late.epochMilliseconds <= resolved) continue;
      yield {
        path: ['impact', index, key],
        restsOn: [
          ...lastWord(incident),
          { file: incidentFile(incident), path: ['impact', index, 'to'] },
        ],
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
  because:
    'Before `since` there is no data. An incident then means that the service is older, or was another one.',
  fires: edits('services.yaml', {
    'an incident older than its service': [
      'name: API, group: delivery, since: 2025-01-01',
      'name: API, group: delivery, since: 2026-01-18',
    ],
  }),
  passes: edits('services.yaml', {
    'an incident on the first day': [
      'name: API, group: delivery, since: 2025-01-01',
      'name: API, group: delivery, since: 2026-01-17',
    ],
  }),
  check: inEachIncident(function* (incident, { site, services }) {
    for (const [index, { service: id, from }] of incident.impact.entries()) {
      const since = services && byId(services.services).get(id)?.since;
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
