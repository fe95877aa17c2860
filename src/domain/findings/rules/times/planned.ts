import { announcedWindow } from '../../../impact.ts';
import { movedFrom } from '../../../incident.ts';
import { beganAt } from '../../../progress.ts';
import { instantText } from '../../../time.ts';
import { type RecordRule, incidentFile, edits } from '../../rule.ts';
import { inEachIncident } from '../../per-record.ts';

const upgrade = 'incidents/database-upgrade.yaml';

export const announcedLate: RecordRule = {
  code: 'announced-late',
  level: 'warning',
  serves: 'fast',
  because:
    'Maintenance that customers hear of only when it has begun is an outage to them. It counts as one.',
  fires: edits(upgrade, {
    'announced after it began': [
      'announced: 2026-01-27T09:00:00Z',
      'announced: 2026-02-03T02:10:00Z',
    ],
  }),
  passes: edits(upgrade, {
    'nobody knows any more': ['announced: 2026-01-27T09:00:00Z', 'announced: unknown'],
  }),
  check: inEachIncident(function* (incident) {
    if (incident.kind !== 'maintenance' || announcedWindow(incident)) return;
    const { from, to } = incident.scheduled;
    // What ends before it begins is said elsewhere.
    if (to.epochMilliseconds <= from.epochMilliseconds) return;
    const moved = incident.updates.findLastIndex(movedFrom);
    yield {
      path: moved === -1 ? ['announced'] : ['updates', moved, 'at'],
      restsOn: [['announced'], ['scheduled', 'from'], ['updates']].map((path) => ({
        file: incidentFile(incident),
        path,
      })),
      what: `Its times were announced only after it began at ${instantText(beganAt(incident))}, so all of it counts as downtime.`,
      expected: 'an announcement before it begins',
      write: 'Correct the time; if it is right, make it `kind: incident`, which says so plainly.',
    };
  }),
};

export const outsideSchedule: RecordRule = {
  code: 'outside-schedule',
  level: 'warning',
  serves: 'true',
  because:
    'Customers planned with the window that was announced. Work that begins before or after it hits them unprepared, and what lies outside counts as an outage. Mostly one of the two times is wrong.',
  fires: edits(upgrade, {
    'work that begins too early': [
      'under_maintenance, from: 2026-02-03T02:00:00Z',
      'under_maintenance, from: 2026-02-03T01:30:00Z',
    ],
    'work on another day': [
      'from: 2026-02-03T02:00:00Z, to: 2026-02-03T02:40:00Z',
      'from: 2026-02-04T02:00:00Z, to: 2026-02-04T02:40:00Z',
    ],
  }),
  passes: edits(upgrade, {
    'work that runs over': ['to: 2026-02-03T02:40:00Z', 'to: 2026-02-03T03:20:00Z'],
  }),
  check: inEachIncident(function* (incident) {
    if (incident.kind !== 'maintenance') return;
    const { scheduled, impact } = incident;
    // What ends before it begins is said elsewhere.
    if (scheduled.to.epochMilliseconds <= scheduled.from.epochMilliseconds) return;
    for (const [index, { from }] of impact.entries()) {
      const at = from.epochMilliseconds;
      const early = at < scheduled.from.epochMilliseconds;
      if (!early && at < scheduled.to.epochMilliseconds) continue;
      yield {
        path: ['impact', index, 'from'],
        restsOn: ['from', 'to'].map((key) => ({
          file: incidentFile(incident),
          path: ['scheduled', key],
        })),
        what: `The work began at ${from.toString()}, ${early ? 'before' : 'after'} the window that was announced.`,
        expected: `a time from ${scheduled.from.toString()} to ${scheduled.to.toString()}`,
        write:
          'Correct the time, or `scheduled` if customers were told of another window. If it is right, leave it: it counts.',
      };
    }
  }),
};

export const movedNowhere: RecordRule = {
  code: 'moved-nowhere',
  level: 'error',
  serves: 'true',
  because:
    'An update that moves maintenance names the times that hold no longer. If they are the ones that hold, customers seem to have known of them all along, and credits count on it.',
  fires: edits(upgrade, {
    'the new times in the place of the old ones': [
      'updates: []',
      'updates:\n  - { at: 2026-01-29T09:00:00Z, status: scheduled, text: Moved., moved_from: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z } }',
    ],
  }),
  passes: edits(upgrade, {
    'the old times': [
      'updates: []',
      'updates:\n  - { at: 2026-01-29T09:00:00Z, status: scheduled, text: Moved., moved_from: { from: 2026-02-10T02:00:00Z, to: 2026-02-10T03:00:00Z } }',
    ],
    'nobody knows any more': [
      'updates: []',
      'updates:\n  - { at: 2026-01-29T09:00:00Z, status: scheduled, text: Moved., moved_from: unknown }',
    ],
  }),
  check: inEachIncident(function* (incident) {
    if (incident.kind !== 'maintenance') return;
    const index = incident.updates.findLastIndex(movedFrom);
    const update = incident.updates[index];
    const before = update && movedFrom(update);
    if (!before || before === 'unknown') return;
    const { from, to } = incident.scheduled;
    if (!before.from.equals(from) || !before.to.equals(to)) return;
    yield {
      path: ['updates', index, 'moved_from'],
      restsOn: [{ file: incidentFile(incident), path: ['scheduled'] }],
      what: 'This update moved the work, and names the times that `scheduled` has too.',
      expected: 'here the times before, and in `scheduled` those that hold',
      write: 'Change `scheduled`, or write the old times here.',
    };
  }),
};

export const movedUnsaid: RecordRule = {
  code: 'moved-unsaid',
  level: 'warning',
  serves: 'true',
  because:
    'Customers need notice of the times that hold. If an update says only in words that the work was moved, the first notice stays, and credits count on it.',
  fires: edits(upgrade, {
    'a second notice that does not say whether it moves the work': [
      'updates: []',
      'updates:\n  - { at: 2026-01-27T09:00:00Z, status: scheduled, text: Soon. }\n  - { at: 2026-01-29T09:00:00Z, status: scheduled, text: A week later than planned. }',
    ],
    'a notice after the announcement': [
      'updates: []',
      'updates:\n  - { at: 2026-01-29T09:00:00Z, status: scheduled, text: A week later than planned. }',
    ],
  }),
  passes: [
    ...edits(upgrade, {
      'the announcement itself': [
        'updates: []',
        'updates:\n  - { at: 2026-01-27T09:00:00Z, status: scheduled, text: Soon. }',
      ],
      'a reminder': [
        'updates: []',
        'updates:\n  - { at: 2026-01-29T09:00:00Z, status: scheduled, text: In five days., moved_from: none }',
      ],
      'a move': [
        'updates: []',
        'updates:\n  - { at: 2026-01-29T09:00:00Z, status: scheduled, text: Moved., moved_from: unknown }',
      ],
    }),
    ...edits(upgrade, {
      'an old history, of which nobody knows when it was announced': `kind: maintenance
title: Database upgrade
announced: unknown
scheduled: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }
updates:
  - { at: 2026-01-27T09:00:00Z, status: scheduled, text: Soon. }
  - { at: 2026-01-29T09:00:00Z, status: scheduled, text: In five days. }
`,
    }),
  ],
  check: inEachIncident(function* (incident) {
    if (incident.kind !== 'maintenance' || incident.announced === 'unknown') return;
    const announced = incident.announced.epochMilliseconds;
    const first = incident.updates.findIndex(({ status }) => status === 'scheduled');
    for (const [index, { at, status, moved_from: before }] of incident.updates.entries()) {
      if (status !== 'scheduled' || before) continue;
      if (index === first && at.epochMilliseconds <= announced) continue;
      yield {
        path: ['updates', index],
        restsOn: [{ file: incidentFile(incident), path: ['announced'] }],
        what: 'This update comes after the announcement, and does not say whether it moved the work.',
        expected: '`moved_from`: the times that hold no longer, `unknown`, or `none`',
        write: 'Write the old times in `moved_from` if the work was moved, or `moved_from: none`.',
      };
    }
  }),
};
