import { Temporal } from 'temporal-polyfill';
import type { Incident } from '../../../incident.ts';
import { type Instant, dayOf, daysBetween, instantText } from '../../../time.ts';
import { type FindingText, type Path, type Place, findingText } from '../../finding.ts';
import {
  type PartialRecord,
  type RuleFinding,
  type RecordRule,
  incidentFile,
  postmortemFile,
  edits,
} from '../../rule.ts';
import { saidDays } from '../../said-days.ts';

/** Clocks differ by a little. Ms. */
const grace = 2 * 60_000;

type Time = { path: Path; at: Instant | 'unknown' | undefined };

/** The times at which something happened or was said. Of planned work only what was said is in the past. */
function* timesOf(incident: Incident, isPinned: boolean): Generator<Time> {
  for (const [index, { at }] of incident.updates.entries())
    yield { path: ['updates', index, 'at'], at };
  if (incident.kind === 'maintenance') {
    yield { path: ['announced'], at: incident.announced };
    return;
  }
  for (const [index, { from, to }] of incident.impact.entries()) {
    yield { path: ['impact', index, 'from'], at: from };
    // At an earlier moment nothing is left out by it: the impact is open then.
    if (!isPinned) yield { path: ['impact', index, 'to'], at: to };
  }
  if (incident.kind === 'incident') {
    yield { path: ['detected', 'at'], at: incident.detected?.at };
    yield { path: ['silence', 'until'], at: incident.silence?.until };
  }
}

/** How UTC is written behind a time. */
const asUtc = /(?:Z|[+-]00:00)$/;

/** What a time that was written as UTC would be in `zone`, if it has come there: `undefined` if that does not explain it. */
function inZone(
  text: unknown,
  zone: string | undefined,
  now: number,
): { said: string; text: string; utc: string } | undefined {
  const [said] = (typeof text === 'string' && asUtc.exec(text)) || [];
  if (typeof text !== 'string' || said === undefined || zone === undefined) return undefined;
  const local = text.slice(0, -said.length);
  const there = Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
  return there.epochMilliseconds <= now + grace && there.offsetNanoseconds !== 0
    ? { said, text: `${local}${there.offset}`, utc: instantText(there.epochMilliseconds) }
    : undefined;
}

function notCome(at: Instant, place: Place, { now, site, written }: PartialRecord): FindingText {
  const zone = site?.time_zone;
  const meant = inZone(written(place), zone, now);
  const until = `a time until now, ${instantText(now - (now % 1000))}`;
  return meant
    ? findingText(
        `${at.toString()} has not come yet. ${meant.said} means UTC, and this is probably the time in ${zone}.`,
        until,
        `${meant.text}, which is ${meant.utc}`,
      )
    : findingText(
        `${at.toString()} has not come yet.`,
        until,
        'The right day, time and zone. `date -u +%Y-%m-%dT%H:%MZ` prints the time that it is.',
      );
}

const file = 'incidents/late-webhooks.yaml';
const upgrade = 'incidents/database-upgrade.yaml';

/** What is said to have been done or given up on a day that has not come. */
function* notDoneYet({ now, isPinned, site, postmortems }: PartialRecord): Generator<RuleFinding> {
  const today = site && dayOf(now, site.time_zone);
  if (!today) return;
  for (const one of postmortems)
    for (const [index, action] of one.actions.entries())
      for (const key of ['done', 'dropped'] as const) {
        const on = action[key]?.on;
        if (!on || daysBetween(today, on) <= 0) continue;
        yield {
          place: { file: postmortemFile(one), path: ['actions', index, key, 'on'] },
          restsOn: [{ file: 'site.yaml', path: ['time_zone'] }],
          what: `${on.toString()} has not come yet.`,
          expected: `${today.toString()} or earlier`,
          write: 'The right day. What is still to be done has a `due`.',
          ...(isPinned ? { level: 'warning' as const } : {}),
        };
      }
}

export const inTheFuture: RecordRule = {
  code: 'in-the-future',
  level: 'error',
  serves: 'fast',
  because:
    'What lies in the future is held back until then: customers hear nothing, and the page says that all is well. The year is wrong, or a local time has a Z behind it. Only plans may lie ahead, and what a build for an earlier moment leaves out.',
  fires: [
    ...edits(file, {
      'a wrong year': [
        'detected: { at: 2026-01-17T09:25:00Z',
        'detected: { at: 2962-01-17T09:25:00Z',
      ],
      'an outage that is over before it can be': [
        'to: 2026-01-17T09:40:00Z',
        'to: 2962-01-17T09:40:00Z',
      ],
    }),
    ...edits('postmortems/late-webhooks.mdx', {
      'a promise that will have been kept': [
        '    done_when:',
        '    done: { on: 2962-02-01, evidence: https://docs.ferry.example/ }\n    done_when:',
      ],
    }),
    ...edits(upgrade, {
      'maintenance that was announced tomorrow': [
        'announced: 2026-01-27T09:00:00Z',
        'announced: 2962-01-27T09:00:00Z',
      ],
    }),
  ],
  passes: edits(upgrade, {
    'maintenance that is planned': [
      'scheduled: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }\nimpact:\n  - { service: api, status: under_maintenance, from: 2026-02-03T02:00:00Z, to: 2026-02-03T02:40:00Z }',
      'scheduled: { from: 2962-02-03T02:00:00Z, to: 2962-02-03T03:00:00Z }\nimpact:\n  - { service: api, status: under_maintenance, from: 2962-02-03T02:00:00Z, to: 2962-02-03T02:40:00Z }',
    ],
  }),
  *check(record: PartialRecord): Generator<RuleFinding> {
    yield* notDoneYet(record);
    for (const incident of record.incidents) {
      for (const { path, at } of timesOf(incident, record.isPinned)) {
        if (!at || at === 'unknown' || at.epochMilliseconds <= record.now + grace) continue;
        const place = { file: incidentFile(incident), path };
        yield {
          place,
          ...notCome(at, place, record),
          ...(record.isPinned ? { level: 'warning' } : {}),
        };
      }
    }
  },
};

const postmortem = 'postmortems/late-webhooks.mdx';

export const notYet: RecordRule = {
  code: 'not-yet',
  level: 'warning',
  serves: 'true',
  because:
    'A postmortem, a correction, a redaction or a move that has a day in the future waits for it, and is shown by a build after that. Of a service nothing is known before its first day. Where that is not meant, the day is wrong.',
  fires: [
    ...edits(postmortem, {
      'a postmortem that waits': [
        'published: 2026-01-20T15:00:00Z',
        'published: 2962-01-20T15:00:00Z',
      ],
      'a correction of tomorrow': ['at: 2026-01-22', 'at: 2962-01-22'],
    }),
    ...edits('services.yaml', {
      'a service that nobody can use yet': [
        '  - { id: webhooks,',
        '  - { id: mail, name: Mail, since: 2962-01-01 }\n  - { id: webhooks,',
      ],
    }),
  ],
  passes: edits(postmortem, {
    'a promise for a day to come': ['due: 2026-02-01', 'due: 2962-02-01'],
  }),
  *check({ now, site, services, incidents, postmortems }: PartialRecord): Generator<RuleFinding> {
    for (const { status, published, id } of postmortems) {
      if (status !== 'published' || !published || published.epochMilliseconds <= now + grace)
        continue;
      yield {
        place: { file: postmortemFile({ id }), path: ['published'] },
        what: `${published.toString()} has not come yet. Until a build after that, nobody sees this postmortem.`,
        expected: 'a time in the past, unless it is meant to wait',
        write: 'The right day, time and zone, or leave it if it is to wait.',
      };
    }
    if (!site) return;
    const today = dayOf(now, site.time_zone);
    const days = [
      ...(services?.services ?? []).map(({ since }, index) => ({
        place: { file: 'services.yaml', path: ['services', index, 'since'] },
        day: since,
      })),
      ...[
        ...incidents.map((one) => [incidentFile(one), one] as const),
        ...postmortems.map((one) => [postmortemFile(one), one] as const),
      ].flatMap(([file, one]) =>
        saidDays(one)
          .flat()
          .map(({ day, path }) => ({ place: { file, path }, day })),
      ),
    ];
    for (const { place, day } of days) {
      if (!day || daysBetween(today, day) <= 0) continue;
      yield {
        place,
        restsOn: [{ file: 'site.yaml', path: ['time_zone'] }],
        what: `${day.toString()} has not come yet, and nothing is known of what lies there.`,
        expected: `${today.toString()} or earlier`,
        write: 'The right day, or leave it out until then.',
      };
    }
  },
};
