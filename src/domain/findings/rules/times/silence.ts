import { beganAt } from '../../../progress.ts';
import { instantText } from '../../../time.ts';
import { type RecordRule, postmortemFile, edits } from '../../rule.ts';
import { inEachIncident } from '../../per-record.ts';
import { firstMoments } from '../../incident-places.ts';

const file = 'incidents/silent.yaml';
const silent = (
  said: string,
  window = 'from: 2026-02-01T09:00:00Z, to: 2026-02-01T10:00:00Z',
): string => `kind: incident
title: Webhooks were late for an hour
severity: minor
impact: [{ service: webhooks, status: degraded_performance, ${window} }]
${said}`;
const silence =
  'silence: { until: 2026-02-10T09:00:00Z, because: We found it in our own graphs and told nobody. }\n';

export const silenceUnsaid: RecordRule = {
  code: 'silence-unsaid',
  level: 'error',
  serves: 'fast',
  because:
    'An outage of which customers were told nothing is the worst kind, and the page says so: until when nothing was said, and why. Where something was said, it stands in the updates.',
  fires: edits(file, {
    'no update, and nothing about it': silent('updates: []\n'),
    'updates, and silence': silent(
      `updates: [{ at: 2026-02-01T10:00:00Z, status: resolved, text: Webhooks are on time. }]\n${silence}`,
    ),
    'silence about something that is not over': silent(
      `updates: []\n${silence}`,
      'from: 2026-02-01T09:00:00Z',
    ),
    'silence that ended before it began': silent(
      `updates: []\n${silence.replace('2026-02-10', '2026-01-10')}`,
    ),
  }),
  passes: edits(file, {
    'until when nothing was said, and why': silent(`updates: []\n${silence}`),
  }),
  check: inEachIncident(function* (incident, { postmortems }) {
    if (incident.kind !== 'incident') return;
    const { silence: said, updates, impact } = incident;
    if (!said) {
      if (updates.length > 0) return;
      yield {
        path: ['updates'],
        what: 'Nothing was said in public, and not why.',
        expected: 'at least one update, or `silence` with the time at which it ended, and why',
        write: 'silence: { until: 2026-02-10T09:00:00Z, because: We … }',
      };
      return;
    }
    if (updates.length > 0)
      yield {
        path: ['silence'],
        what: 'It has updates, and is said to have been silent.',
        expected: 'one of the two',
        write: 'Remove `silence`. How late the first update was, the page says by itself.',
      };
    const open = impact.findIndex(({ to }) => to === undefined);
    if (open !== -1)
      yield {
        path: ['impact', open],
        what: 'Nothing was said, so nothing says when this ended.',
        expected: 'a `to` in each window, or `to: unknown`',
        write: 'to: 2026-02-01T10:00:00Z. While it goes on, write an update instead.',
      };
    const until = said.until.epochMilliseconds;
    if (until < beganAt(incident))
      yield {
        path: ['silence', 'until'],
        restsOn: firstMoments(incident),
        what: `The silence ended before the incident began, at ${instantText(beganAt(incident))}.`,
        expected: 'when customers were first told',
        write: 'The right time.',
      };
    const told = postmortems.find(
      ({ status, published, incidents }) =>
        status === 'published' &&
        published &&
        incidents.includes(incident.id) &&
        published.epochMilliseconds < until,
    );
    if (told?.published)
      yield {
        path: ['silence', 'until'],
        restsOn: [{ file: postmortemFile(told), path: ['published'] }],
        what: `The postmortem “${told.id}” told customers before that.`,
        expected: `${told.published.toString()} or earlier`,
        write: 'When customers were first told.',
      };
  }),
};
