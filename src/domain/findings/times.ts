import type { Instant } from '../time.ts';
import type { Path } from './finding.ts';
import { type Draft, type Problem, type RecordRule, incidentFile } from './rule.ts';

/** Two times of which the first may not be later; `strictly`, nor the same. */
interface Order {
  earlier: Instant | undefined;
  later: Instant | 'unknown' | undefined;
  strictly?: true;
  /** The place of the later one, which is where a reader notices. */
  path: Path;
  earlierPath: Path;
  says: string;
}

function* orders(incident: Draft['incidents'][number]): Generator<Order> {
  for (const [index, { from, to }] of incident.impact.entries()) {
    yield {
      earlier: from,
      later: to,
      strictly: true,
      path: ['impact', index, 'to'],
      earlierPath: ['impact', index, 'from'],
      says: 'The impact ends before it begins',
    };
  }
  for (const [index, { at, next_update_by }] of incident.updates.entries()) {
    yield {
      earlier: incident.updates[index - 1]?.at,
      later: at,
      path: ['updates', index, 'at'],
      earlierPath: ['updates', index - 1, 'at'],
      says: 'This update is earlier than the one before',
    };
    yield {
      earlier: at,
      later: next_update_by,
      strictly: true,
      path: ['updates', index, 'next_update_by'],
      earlierPath: ['updates', index, 'at'],
      says: 'The next update was promised for a time before this one',
    };
  }
  if (incident.kind === 'maintenance') {
    const { from, to } = incident.scheduled;
    yield {
      earlier: from,
      later: to,
      strictly: true,
      path: ['scheduled', 'to'],
      earlierPath: ['scheduled', 'from'],
      says: 'The window ends before it begins',
    };
  }
}

function* check({ incidents }: Draft): Generator<Problem> {
  for (const incident of incidents) {
    for (const { earlier, later, strictly, path, earlierPath, says } of orders(incident)) {
      if (!earlier || !later || later === 'unknown') continue;
      const gap = later.epochMilliseconds - earlier.epochMilliseconds;
      if (strictly ? gap > 0 : gap >= 0) continue;
      yield {
        place: { file: incidentFile(incident), path },
        restsOn: [{ file: incidentFile(incident), path: earlierPath }],
        what: `${says}: ${later.toString()}.`,
        expected: `a time ${strictly ? 'after' : 'not before'} ${earlier.toString()}`,
        write:
          path.at(-1) === 'to'
            ? 'The right time, or `to: unknown` if nobody knows it any more.'
            : 'The right time; updates stand oldest first.',
      };
    }
  }
}

const file = 'incidents/late-webhooks.yaml';

export const timeOrder: RecordRule = {
  code: 'time-order',
  level: 'error',
  serves: 'true',
  because: 'An outage that ends before it begins counts as nothing. Uptime and credits are worked out from these times.',
  fires: [
    { title: 'an end before the start', file, replace: 'to: 2026-01-17T10:01:00Z', by: 'to: 2026-01-17T09:01:00Z' },
    { title: 'a window without length', file, replace: 'to: 2026-01-17T10:01:00Z', by: 'to: 2026-01-17T09:14:00Z' },
    { title: 'updates with the newest first', file, replace: 'at: 2026-01-17T10:01:00Z', by: 'at: 2026-01-17T09:01:00Z' },
    {
      title: 'a next update in the past',
      file,
      replace: 'next_update_by: 2026-01-17T10:00:00Z',
      by: 'next_update_by: 2026-01-17T09:00:00Z',
    },
    {
      title: 'maintenance that ends before it begins',
      file: 'incidents/database-upgrade.yaml',
      replace: 'to: 2026-02-03T03:00:00Z',
      by: 'to: 2026-02-03T01:00:00Z',
    },
  ],
  passes: [
    { title: 'an end in another zone', file, replace: 'to: 2026-01-17T10:01:00Z', by: 'to: 2026-01-17T11:01:00+01:00' },
    { title: 'noticed before customers could', file, replace: 'at: 2026-01-17T09:25:00Z', by: 'at: 2026-01-17T09:05:00Z' },
  ],
  check,
};
