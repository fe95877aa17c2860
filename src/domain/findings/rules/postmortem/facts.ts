import { resolvedAt } from '../../../impact.ts';
import { beganAt } from '../../../progress.ts';
import { dayOf, instantText } from '../../../time.ts';
import { ifKnown } from '../../../unknowns.ts';
import { type RecordRule, edits } from '../../rule.ts';
import { byId, inEachPostmortem } from '../../per-record.ts';
import { firstMoments, lastWord } from '../../incident-places.ts';

const file = 'postmortems/late-webhooks.mdx';
const counted =
  '{ count: 1240, of: 3100, unit: workspaces, how_counted: workspaces with a delivery later than a minute }';

export const publishedBeforeResolved: RecordRule = {
  code: 'published-before-resolved',
  level: 'error',
  serves: 'true',
  because:
    'An account of something that goes on is an update. Its place is the incident, where readers look for it.',
  fires: edits(file, {
    'published too early': ['published: 2026-01-20T15:00:00Z', 'published: 2026-01-17T09:50:00Z'],
  }),
  passes: edits(file, {
    'published in the minute in which it was over': [
      'published: 2026-01-20T15:00:00Z',
      'published: 2026-01-17T10:01:00Z',
    ],
  }),
  check: inEachPostmortem(function* ({ status, published, incidents }, record) {
    if (status === 'draft' || !published) return;
    for (const id of incidents) {
      const incident = byId(record.incidents).get(id);
      const resolved = incident && resolvedAt(incident);
      if (!incident || (resolved !== undefined && resolved <= published.epochMilliseconds))
        continue;
      yield {
        path: ['published'],
        restsOn: lastWord(incident),
        what:
          resolved === undefined
            ? `The incident “${id}” is not resolved.`
            : `The incident “${id}” was resolved only at ${instantText(resolved)}.`,
        expected: 'a postmortem after the resolving update',
        write: 'Correct the time, or keep it a draft until then.',
      };
    }
  }),
};

export const dueBeforeIncident: RecordRule = {
  code: 'due-before-incident',
  level: 'error',
  serves: 'promise',
  because:
    'What was done, was to be done, or to be found out, before it happened is no promise. Mostly the year is wrong.',
  fires: edits(file, {
    'the year before': ['due: 2026-02-01', 'due: 2025-02-01'],
    'done before it happened': [
      '    done_when:',
      '    done: { on: 2026-01-16, evidence: The check in the release notes of that day }\n    done_when:',
    ],
    'an answer promised for the year before': ['by: 2026-02-01', 'by: 2025-02-01'],
  }),
  passes: edits(file, {
    'done before the account was published': [
      '    done_when:',
      '    done: { on: 2026-01-18, evidence: The check in the release notes of that day }\n    done_when:',
    ],
    'due on the same day': ['due: 2026-02-01', 'due: 2026-01-17'],
  }),
  check: inEachPostmortem(function* ({ actions, unknowns, incidents }, record) {
    const told = incidents.flatMap((id) => byId(record.incidents).get(id) ?? []);
    if (!record.site || told.length === 0) return;
    const day = dayOf(Math.min(...told.map(beganAt)), record.site.time_zone).toString();
    const restsOn = [{ file: 'site.yaml', path: ['time_zone'] }, ...told.flatMap(firstMoments)];
    const promised = [
      ...actions.flatMap(({ due, done, dropped }, index) => [
        { path: ['actions', index, 'due'], on: ifKnown(due), what: 'It is due on' },
        { path: ['actions', index, 'done', 'on'], on: done?.on, what: 'It was done on' },
        { path: ['actions', index, 'dropped', 'on'], on: dropped?.on, what: 'It was given up on' },
      ]),
      ...unknowns.map((one, index) => ({
        path: ['unknowns', index, 'by'],
        on: 'by' in one ? one.by : undefined,
        what: 'It was to be known by',
      })),
    ];
    for (const { path, on, what } of promised) {
      if (!on || on.toString() >= day) continue;
      yield {
        path,
        restsOn,
        what: `${what} ${on.toString()}, before the incident began.`,
        expected: `${day} or later`,
        write: 'The right date.',
      };
    }
  }),
};

export const affectedUncounted: RecordRule = {
  code: 'affected-uncounted',
  level: 'error',
  serves: 'plain',
  because:
    'Customers want to know how many were hit, and how you know. Not to know is an answer too, if somebody is finding out.',
  fires: edits(file, {
    'nothing said': [`affected: ${counted}\n`, ''],
    'unknown, and nobody asks': [counted, 'unknown'],
  }),
  passes: edits(file, {
    'a percentage, and how it was measured': [
      counted,
      '{ percent: 40, unit: deliveries, how_measured: a probe once a minute; there was no log }',
    ],
  }),
  check: inEachPostmortem(function* ({ affected }) {
    if (typeof affected === 'object') return;
    yield {
      path: ['affected'],
      what: affected
        ? 'It is unknown how many were affected, and nobody is finding out.'
        : 'It does not say how many were affected.',
      expected:
        'a count and how it was counted, a percentage and how it was measured, or the unknown that asks for it',
      write: 'affected: { count: …, unit: …, how_counted: … }, or affected: { unknown: ID }',
    };
  }),
};
