import { type Instant, type PlainDate, dayOf, daysBetween } from '../time.ts';
import type { Path } from './finding.ts';
import {
  type PartialRecord,
  type Problem,
  type RecordRule,
  incidentFile,
  postmortemFile,
} from './rule.ts';

/** Clocks differ by a little. */
const tolerance = 5 * 60 * 1000;

/** Every time in the record that says when something happened. Plans are left out. */
function* pastTimes({
  incidents,
  postmortems,
}: PartialRecord): Generator<{ file: string; path: Path; at: Instant | undefined }> {
  for (const incident of incidents) {
    const file = incidentFile(incident);
    for (const [index, { at }] of incident.updates.entries())
      yield { file, path: ['updates', index, 'at'], at };
    if (incident.kind === 'maintenance') continue;
    for (const [index, { from }] of incident.impact.entries())
      yield { file, path: ['impact', index, 'from'], at: from };
    if (incident.kind === 'incident')
      yield { file, path: ['detected', 'at'], at: incident.detected?.at };
  }
  for (const account of postmortems) {
    if (account.status === 'published')
      yield { file: postmortemFile(account), path: ['published'], at: account.published };
  }
}

/** Every day in the record on which something happened. */
function* pastDays({
  services,
  postmortems,
}: PartialRecord): Generator<{ file: string; path: Path; day: PlainDate | undefined }> {
  for (const [index, { since }] of (services?.services ?? []).entries())
    yield { file: 'services.yaml', path: ['services', index, 'since'], day: since };
  for (const account of postmortems) {
    for (const [index, { at }] of account.corrections.entries())
      yield { file: postmortemFile(account), path: ['corrections', index, 'at'], day: at };
  }
}

const file = 'incidents/late-webhooks.yaml';

export const inTheFuture: RecordRule = {
  code: 'in-the-future',
  level: 'warning',
  serves: 'fast',
  because:
    'What lies in the future is held back until then. Where that is not meant, the year is wrong, or a local time has a Z behind it, and customers hear nothing.',
  fires: [
    {
      title: 'a wrong year',
      file,
      replace: 'detected: { at: 2026-01-17T09:25:00Z',
      by: 'detected: { at: 2962-01-17T09:25:00Z',
    },
    {
      title: 'a service that nobody can use yet',
      file: 'services.yaml',
      replace: '  - { id: webhooks,',
      by: '  - { id: mail, name: Mail, since: 2962-01-01 }\n  - { id: webhooks,',
    },
    {
      title: 'a correction of tomorrow',
      file: 'postmortems/late-webhooks.mdx',
      replace: 'at: 2026-01-22',
      by: 'at: 2962-01-22',
    },
  ],
  passes: [
    {
      title: 'maintenance that is planned',
      file: 'incidents/database-upgrade.yaml',
      replace:
        'scheduled: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }\nimpact:\n  - { service: api, status: under_maintenance, from: 2026-02-03T02:00:00Z, to: 2026-02-03T02:40:00Z }',
      by: 'scheduled: { from: 2962-02-03T02:00:00Z, to: 2962-02-03T03:00:00Z }\nimpact: []',
    },
  ],
  *check(record: PartialRecord): Generator<Problem> {
    for (const { file, path, at } of pastTimes(record)) {
      if (!at || at.epochMilliseconds <= record.now + tolerance) continue;
      yield {
        place: { file, path },
        what: `${at.toString()} has not come yet, and is not shown before.`,
        expected: 'a time in the past, unless it is meant to wait',
        write:
          'The right year and zone: 2026-01-17T10:14:00+01:00 and 2026-01-17T09:14:00Z are the same moment.',
      };
    }
    if (!record.site) return;
    const today = dayOf(record.now, record.site.time_zone);
    for (const { file, path, day } of pastDays(record)) {
      if (!day || daysBetween(today, day) <= 0) continue;
      yield {
        place: { file, path },
        restsOn: [{ file: 'site.yaml', path: ['time_zone'] }],
        what: `${day.toString()} has not come yet, and nothing is known of what lies there.`,
        expected: `${today.toString()} or earlier`,
        write: 'The right year, or leave it out until then.',
      };
    }
  },
};
