import { resolvedAt } from '../../../impact.ts';
import type { Incident, Maintenance } from '../../../incident.ts';
import { isOpen, maintenanceState } from '../../../progress.ts';
import { instantText } from '../../../time.ts';
import { type RecordRule, incidentFile, edits } from '../../rule.ts';
import { type IncidentFinding, inEachIncident } from '../../per-record.ts';
import { lastWord } from '../../incident-places.ts';

const file = 'incidents/late-webhooks.yaml';
const upgrade = 'incidents/database-upgrade.yaml';

/** So long somebody may watch without having said when the next update comes. Ms. */
const watchedFor = 24 * 60 * 60_000;

/** Whether somebody still watches what was repaired: until the next update that was promised, or for a day. */
function isWatched({ updates }: Incident, now: number): boolean {
  const last = updates.at(-1);
  if (last?.status !== 'monitoring') return false;
  const until = last.next_update_by?.epochMilliseconds ?? last.at.epochMilliseconds + watchedFor;
  return now <= until;
}

/** An incident or a notice whose impact has ended, of which nobody has said that it is over. */
function* notSaidToBeOver(incident: Incident, now: number): Generator<IncidentFinding> {
  const { updates, impact } = incident;
  if (updates.length === 0 || impact.length === 0 || resolvedAt(incident) !== undefined) return;
  if (isWatched(incident, now)) return;
  if (!impact.every(({ to }) => to && to !== 'unknown' && to.epochMilliseconds <= now)) return;
  yield {
    path: ['updates', updates.length - 1, 'status'],
    restsOn: lastWord(incident),
    what: 'All impact has ended, but no update says that it is resolved.',
    expected: 'a last update with the status resolved',
    write: '- { at: …, status: resolved, text: … }',
  };
}

/** A maintenance that was to be over, and goes on as far as anybody can tell. */
function* notSaidToBeDone(
  maintenance: Maintenance & { id: string },
  now: number,
): Generator<IncidentFinding> {
  const { scheduled, impact, updates } = maintenance;
  if (maintenanceState(maintenance, now) !== 'running_over') return;
  const open = impact.findIndex(({ to }) => to === undefined);
  if (open === -1 && impact.some(({ to }) => to && to !== 'unknown' && to.epochMilliseconds > now))
    return;
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
    'All impact has ended, but nobody has told customers, and the page goes on showing it first. Whoever watches whether a repair holds has until the next update that was promised, or a day. Planned work that is not said to be done goes on past its plan, and that counts as an outage.',
  fires: [
    ...edits(file, { 'no last word': ['status: resolved', 'status: monitoring'] }),
    ...edits(upgrade, {
      'maintenance that was to be over': [', to: 2026-02-03T02:40:00Z }', ' }'],
      'maintenance that began, and of which nothing more was said': [
        ', to: 2026-02-03T02:40:00Z }\nupdates: []',
        ' }\nupdates: [{ at: 2026-02-03T02:00:00Z, status: in_progress, text: We have begun. }]',
      ],
      'maintenance that is said to go on after all its windows have ended': [
        'updates: []',
        'updates: [{ at: 2026-02-03T02:50:00Z, status: in_progress, text: We are still at it. }]',
      ],
    }),
  ],
  passes: [
    ...edits('incidents/slow-search.yaml', {
      'a repair that somebody still watches':
        'kind: incident\ntitle: Search is slow\nseverity: minor\nimpact:\n  - { service: api, status: degraded_performance, from: 2026-02-01T09:00:00Z, to: 2026-02-01T10:00:00Z }\nupdates:\n  - { at: 2026-02-01T10:05:00Z, status: monitoring, text: It is fast again., next_update_by: 2962-02-02T10:00:00Z }\n',
    }),
    ...edits(file, {
      'an end that nobody knows': [
        'status: partial_outage\n    from: 2026-01-17T09:14:00Z\n    to: 2026-01-17T10:01:00Z',
        'status: partial_outage\n    from: 2026-01-17T09:14:00Z\n    to: unknown',
      ],
    }),
    ...edits(upgrade, {
      'maintenance that ended with its window': [
        'updates: []',
        'updates: [{ at: 2026-02-03T02:00:00Z, status: in_progress, text: We have begun. }]',
      ],
      'maintenance that is said to be completed': [
        ', to: 2026-02-03T02:40:00Z }\nupdates: []',
        ' }\nupdates: [{ at: 2026-02-03T02:40:00Z, status: completed, text: The upgrade is done. }]',
      ],
    }),
  ],
  check: inEachIncident((incident, { now }) =>
    incident.kind === 'maintenance'
      ? notSaidToBeDone(incident, now)
      : notSaidToBeOver(incident, now),
  ),
};

export const nextUpdateAfterEnd: RecordRule = {
  code: 'next-update-after-end',
  level: 'warning',
  serves: 'plain',
  because:
    'Where all is over, no next update is due, and the page promises none. If more is to be said, it is not over, or it belongs in the postmortem.',
  fires: edits(file, {
    'a next update after the last one': [
      'text: Deliveries are on time again.',
      'text: Deliveries are on time again.\n    next_update_by: 2026-01-17T12:00:00Z',
    ],
  }),
  passes: edits(file, {
    'a next update while somebody watches': ['status: investigating', 'status: monitoring'],
  }),
  check: inEachIncident(function* ({ updates }) {
    for (const [index, { status, next_update_by }] of updates.entries()) {
      if (!next_update_by || (status !== 'resolved' && status !== 'completed')) continue;
      yield {
        path: ['updates', index, 'next_update_by'],
        what: `This update says that it is ${status}, and promises another.`,
        expected: 'no `next_update_by` beside the last word',
        write:
          status === 'resolved'
            ? 'Remove it, or make the status `monitoring`.'
            : 'Remove it, or make the status `in_progress`.',
      };
    }
  }),
};

const slow = 'incidents/slow-search.yaml';

/** An incident that goes on, with what is written behind its only update. */
const goesOn = (promise: string): string => `kind: incident
title: Search is slow
severity: minor
impact: [{ service: api, status: degraded_performance, from: 2026-02-01T09:00:00Z }]
updates:
  - { at: 2026-02-01T09:05:00Z, status: investigating, text: Searches take ten seconds.${promise} }
`;

export const nextUpdateMissing: RecordRule = {
  code: 'next-update-missing',
  level: 'warning',
  serves: 'fast',
  because:
    'The severity promises updates, and readers see only what the last update promised. Without a time they load the page again and again, and nobody on call is reminded.',
  fires: edits(slow, { 'no next update while it goes on': goesOn('') }),
  passes: [
    ...edits(slow, { 'a time': goesOn(', next_update_by: 2026-02-01T11:00:00Z') }),
    ...edits(file, {
      'a severity that promises none': ['    next_update_by: 2026-01-17T10:00:00Z\n', ''],
    }),
  ],
  check: inEachIncident(function* (incident, { site, now }) {
    const last = incident.updates.at(-1);
    if (incident.kind === 'maintenance' || !last || last.next_update_by) return;
    if (!isOpen(incident, now)) return;
    const severity = site?.severities.find(({ id }) => id === incident.severity);
    const every = severity?.update_every;
    if (!every) return;
    yield {
      path: ['updates', incident.updates.length - 1],
      restsOn: [
        ...lastWord(incident),
        ...[['severity'], ['updates', incident.updates.length - 1, 'next_update_by']].map(
          (path) => ({ file: incidentFile(incident), path }),
        ),
        { file: 'site.yaml', path: ['severities'] },
      ],
      what: `It goes on, and the severity “${severity.name}” promises an update every ${every.toString()}. This one does not say when the next comes.`,
      expected: '`next_update_by` in the last update, until it is resolved',
      write: `next_update_by: ${instantText(last.at.epochMilliseconds + every.total('milliseconds'))}`,
    };
  }),
};
