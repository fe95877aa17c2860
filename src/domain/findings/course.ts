import { resolvedAt } from '../impact.ts';
import type { Incident, Maintenance } from '../incident.ts';
import { maintenanceState } from '../progress.ts';
import type { Path, Place } from './finding.ts';
import { type Draft, type Problem, type RecordRule, incidentFile } from './rule.ts';

const file = 'incidents/late-webhooks.yaml';
const upgrade = 'incidents/database-upgrade.yaml';
export const shown = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** A check that looks at each incident by itself, with the rest at hand. */
export const inEachIncident = (look: (incident: Incident, draft: Draft) => Iterable<Omit<Problem, 'place'> & { path: Path }>) =>
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
        what: `There was impact at ${late.toString()}, but the last update says that it was over at ${shown(resolved)}.`,
        expected: 'impact that ends when the last update says so, or before',
        write: `Correct the time, or add an update that says that it was not over.`,
      };
    }
  }),
};

type Problems = Generator<Omit<Problem, 'place'> & { path: Path }>;

/** An incident or a notice whose impact has ended, of which nobody has said that it is over. */
function* notSaidToBeOver(incident: Incident, now: number): Problems {
  const { updates, impact } = incident;
  if (updates.length === 0 || impact.length === 0 || resolvedAt(incident) !== undefined) return;
  if (!impact.every(({ to }) => to && to !== 'unknown' && to.epochMilliseconds <= now)) return;
  yield {
    path: ['updates', updates.length - 1, 'status'],
    what: 'All impact has ended, but no update says that it is resolved.',
    expected: 'a last update with the status resolved',
    write: '- { at: …, status: resolved, text: … }',
  };
}

/** A maintenance that was to be over, and goes on as far as anybody can tell. */
function* notSaidToBeDone(maintenance: Maintenance & { id: string }, now: number): Problems {
  const { scheduled, impact, updates } = maintenance;
  if (scheduled.to.epochMilliseconds > now || maintenanceState(maintenance, now) !== 'in_progress') return;
  const open = impact.findIndex(({ to }) => to === undefined);
  if (open === -1 && impact.some(({ to }) => to && to !== 'unknown' && to.epochMilliseconds > now)) return;
  const file = incidentFile(maintenance);
  yield {
    path: open === -1 ? ['updates', updates.length - 1, 'status'] : ['impact', open],
    restsOn: [
      ...lastWord(maintenance),
      ...[
        ['scheduled', 'to'],
        ['impact', open, 'to'],
      ].map((path) => ({ file, path })),
    ],
    what:
      open === -1
        ? 'All windows have ended, but the last update, which is later, says that the work goes on.'
        : `It was to end at ${scheduled.to.toString()}, and nothing says that it has: since then it counts as an outage.`,
    expected: 'a last update with the status completed, or an end in each window',
    write: '- { at: …, status: completed, text: … } in updates, or `to: …` in the window',
  };
}

export const neverResolved: RecordRule = {
  code: 'never-resolved',
  level: 'warning',
  serves: 'plain',
  because:
    'All impact has ended, but nobody has told customers, and the page goes on showing it first. Planned work that is not said to be done goes on past its plan, and that counts as an outage.',
  fires: [
    { title: 'no last word', file, replace: 'status: resolved', by: 'status: monitoring' },
    { title: 'maintenance that was to be over', file: upgrade, replace: ', to: 2026-02-03T02:40:00Z }', by: ' }' },
    {
      title: 'maintenance that began, and of which nothing more was said',
      file: upgrade,
      replace: ', to: 2026-02-03T02:40:00Z }\nupdates: []',
      by: ' }\nupdates: [{ at: 2026-02-03T02:00:00Z, status: in_progress, text: We have begun. }]',
    },
    {
      title: 'maintenance that is said to go on after all its windows have ended',
      file: upgrade,
      replace: 'updates: []',
      by: 'updates: [{ at: 2026-02-03T02:50:00Z, status: in_progress, text: We are still at it. }]',
    },
  ],
  passes: [
    {
      title: 'an end that nobody knows',
      file,
      replace: 'status: partial_outage\n    from: 2026-01-17T09:14:00Z\n    to: 2026-01-17T10:01:00Z',
      by: 'status: partial_outage\n    from: 2026-01-17T09:14:00Z\n    to: unknown',
    },
    {
      title: 'maintenance that ended with its window',
      file: upgrade,
      replace: 'updates: []',
      by: 'updates: [{ at: 2026-02-03T02:00:00Z, status: in_progress, text: We have begun. }]',
    },
    {
      title: 'maintenance that is said to be completed',
      file: upgrade,
      replace: ', to: 2026-02-03T02:40:00Z }\nupdates: []',
      by: ' }\nupdates: [{ at: 2026-02-03T02:40:00Z, status: completed, text: The upgrade is done. }]',
    },
  ],
  check: inEachIncident((incident, { now }) =>
    incident.kind === 'maintenance' ? notSaidToBeDone(incident, now) : notSaidToBeOver(incident, now),
  ),
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
      if (day.toString() >= since.toString()) continue;
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
