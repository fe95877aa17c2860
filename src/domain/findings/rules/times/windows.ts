import type { Outage } from '../../../incident.ts';
import { instantText } from '../../../time.ts';
import { type RecordRule, incidentFile, edits } from '../../rule.ts';
import { inEachIncident } from '../../per-record.ts';

const file = 'incidents/late-webhooks.yaml';

/** Ms. */
const day = 24 * 60 * 60_000;

/** Whether `detected` says that nobody noticed for days. One day may be the same slip. */
const isNoticedLate = ({ detected }: Outage, from: number): boolean =>
  detected !== undefined && detected.at.epochMilliseconds - from >= 2 * day;

export const longBeforeSaid: RecordRule = {
  code: 'long-before-said',
  level: 'warning',
  serves: 'true',
  because:
    'A window that begins a day or more before anything was said mostly has the wrong day, and all of that day counts as downtime. Where nobody noticed for two days or more, `detected` says when somebody did, and nothing is asked.',
  fires: edits(file, {
    'the day before, by a slip': ['from: 2026-01-17T09:14:00Z', 'from: 2026-01-16T09:14:00Z'],
  }),
  passes: [
    ...edits(file, {
      'an outage over midnight': ['from: 2026-01-17T09:14:00Z', 'from: 2026-01-16T09:31:01Z'],
    }),
    ...edits('incidents/wrong-totals.yaml', {
      'what was noticed late': `kind: incident
title: Totals were wrong
severity: minor
detected: { at: 2026-01-09T08:00:00Z, by: customer }
impact:
  - { service: api, status: degraded_performance, from: 2026-01-05T08:00:00Z, to: 2026-01-09T09:00:00Z }
updates:
  - { at: 2026-01-09T09:00:00Z, status: resolved, text: Totals are right again. }
`,
    }),
  ],
  check: inEachIncident(function* (incident) {
    const [first] = incident.updates;
    if (incident.kind !== 'incident' || !first) return;
    for (const [index, { from, from_day: onlyDay }] of incident.impact.entries()) {
      const began = from.epochMilliseconds;
      if (onlyDay) continue;
      if (first.at.epochMilliseconds - began < day || isNoticedLate(incident, began)) continue;
      yield {
        path: ['impact', index, 'from'],
        restsOn: [
          ['updates', 0, 'at'],
          ['detected', 'at'],
        ].map((path) => ({ file: incidentFile(incident), path })),
        what: `The window begins at ${from.toString()}, and the first update came only at ${first.at.toString()}.`,
        expected: 'a window that begins less than a day before the first update',
        write:
          'The right day. If it is right, leave it, and write in `detected` when it was noticed: customers want to know.',
      };
    }
  }),
};

const isOver = (status: string): boolean => status === 'resolved' || status === 'completed';

/** An incident that came back, with what is written behind the beginning of its first window. */
const cameBack = (end: string): string => `kind: incident
title: Slow answers
severity: minor
impact:
  - { service: api, status: degraded_performance, from: 2026-01-18T09:00:00Z${end} }
  - { service: api, status: degraded_performance, from: 2026-01-18T14:00:00Z }
updates:
  - { at: 2026-01-18T10:00:00Z, status: resolved, text: Answers are fast again. }
  - { at: 2026-01-18T14:10:00Z, status: investigating, text: Answers are slow again. }
  - { at: 2026-01-18T15:00:00Z, status: resolved, text: Answers are fast again. }
`;

export const healthyTimeCounts: RecordRule = {
  code: 'healthy-time-counts',
  level: 'warning',
  serves: 'true',
  because:
    'A window without an end goes on until the last word. Where an earlier update said that it was over, the healthy time since then counts as an outage, in the uptime and in credits.',
  fires: edits('incidents/slow-again.yaml', { 'a window from before it came back': cameBack('') }),
  passes: edits('incidents/slow-again.yaml', {
    'an end, and a window of its own for what came back': cameBack(', to: 2026-01-18T10:00:00Z'),
  }),
  check: inEachIncident(function* (incident) {
    const over = incident.updates.findLastIndex(
      ({ status }, index, { length }) => isOver(status) && index < length - 1,
    );
    const said = incident.updates[over];
    if (!said) return;
    for (const [index, { from, to }] of incident.impact.entries()) {
      if (to || from.epochMilliseconds >= said.at.epochMilliseconds) continue;
      yield {
        path: ['impact', index],
        restsOn: [
          ['impact', index, 'to'],
          ['impact', index, 'from'],
          ['updates', over],
        ].map((path) => ({ file: incidentFile(incident), path })),
        what: `An update said at ${said.at.toString()} that it was over, and more were said. This window has no end, so the time since then counts as an outage.`,
        expected:
          'an end in each window that began before it was over, and a window of its own for what came back',
        write: `to: ${instantText(said.at.epochMilliseconds)}`,
      };
    }
  }),
};
