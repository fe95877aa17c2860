import { type Incident, movedFrom } from '../../../incident.ts';
import type { Postmortem } from '../../../postmortem.ts';
import { firstSaidAt } from '../../../progress.ts';
import { type Instant, type PlainDate, dayOf, daysBetween } from '../../../time.ts';
import type { Path, Place } from '../../finding.ts';
import {
  type PartialRecord,
  type RuleFinding,
  type RecordRule,
  incidentFile,
  postmortemFile,
  edits,
} from '../../rule.ts';
import { saidDays } from '../../said-days.ts';

/** Two times or two days of which the first may not be later; `strictly`, nor the same. */
type Order = (
  | { earlier: Instant | undefined; later: Instant | 'unknown' | undefined }
  | { earlier: PlainDate | undefined; later: PlainDate | undefined }
) & {
  strictly?: true;
  /** The place of the later one, which is where a reader notices. */
  path: Path;
  earlierPath: Path;
  says: string;
  write: string;
};

function* ordersOfIncident(incident: Incident): Generator<Order> {
  for (const [index, { from, to }] of incident.impact.entries()) {
    yield {
      earlier: from,
      later: to,
      strictly: true,
      path: ['impact', index, 'to'],
      earlierPath: ['impact', index, 'from'],
      says: 'The impact ends before it begins',
      write: 'The right time, or `to: unknown` if nobody knows it any more.',
    };
  }
  for (const [index, { at, next_update_by }] of incident.updates.entries()) {
    yield {
      earlier: incident.updates[index - 1]?.at,
      later: at,
      path: ['updates', index, 'at'],
      earlierPath: ['updates', index - 1, 'at'],
      says: 'This update is earlier than the one before',
      write: 'The right time; updates stand oldest first.',
    };
    yield {
      earlier: at,
      later: next_update_by,
      strictly: true,
      path: ['updates', index, 'next_update_by'],
      earlierPath: ['updates', index, 'at'],
      says: 'The next update was promised for a time before this one',
      write: 'The time by which the next update is to come.',
    };
  }
  if (incident.kind === 'maintenance') {
    const windows = [
      { path: ['scheduled'], window: incident.scheduled },
      ...incident.updates.flatMap((update, index) => {
        const window = movedFrom(update);
        return window && window !== 'unknown'
          ? [{ path: ['updates', index, 'moved_from'], window }]
          : [];
      }),
    ];
    for (const { path, window } of windows)
      yield {
        earlier: window.from,
        later: window.to,
        strictly: true,
        path: [...path, 'to'],
        earlierPath: [...path, 'from'],
        says: 'The window ends before it begins',
        write: 'The right time.',
      };
  }
}

/** What was said on days one after the other, and not before it was public. */
function* ordersOfDays(one: Incident | Postmortem, zone: string): Generator<Order> {
  const first =
    'updates' in one
      ? { day: dayOf(firstSaidAt(one), zone), path: ['updates', 0, 'at'] }
      : {
          day: one.published && dayOf(one.published.epochMilliseconds, zone),
          path: ['published'],
        };
  for (const days of saidDays(one))
    for (const [index, { day, path }] of days.entries()) {
      const before = days[index - 1] ?? first;
      yield {
        earlier: before.day,
        later: day,
        path,
        earlierPath: before.path,
        says:
          before === first
            ? 'This is from before it was public'
            : 'This is earlier than the one before',
        write: 'The right day; the oldest stands first.',
      };
    }
}

function* orders({
  incidents,
  postmortems,
  site,
}: PartialRecord): Generator<Order & { file: string; restsOn: readonly Place[] }> {
  const restsOn = [{ file: 'site.yaml', path: ['time_zone'] }];
  const zone = site?.time_zone ?? 'UTC';
  for (const incident of incidents)
    for (const order of [...ordersOfIncident(incident), ...ordersOfDays(incident, zone)])
      yield { ...order, file: incidentFile(incident), restsOn: [] };
  for (const postmortem of site ? postmortems : [])
    for (const order of ordersOfDays(postmortem, zone))
      yield { ...order, file: postmortemFile(postmortem), restsOn };
}

/** How much later the second is, in ms or in days. */
function gapIn({ earlier, later }: Order): number | undefined {
  if (!earlier || !later || later === 'unknown') return undefined;
  return 'epochMilliseconds' in earlier && 'epochMilliseconds' in later
    ? later.epochMilliseconds - earlier.epochMilliseconds
    : daysBetween(earlier as PlainDate, later as PlainDate);
}

function* check(record: PartialRecord): Generator<RuleFinding> {
  for (const order of orders(record)) {
    const { earlier, later, strictly, file, path, earlierPath, restsOn, says, write } = order;
    const gap = gapIn(order);
    if (gap === undefined || (strictly ? gap > 0 : gap >= 0)) continue;
    yield {
      place: { file, path },
      restsOn: [{ file, path: earlierPath }, ...restsOn],
      what: `${says}: ${String(later)}.`,
      expected: `${'epochMilliseconds' in (earlier as object) ? 'a time' : 'a day'} ${strictly ? 'after' : 'not before'} ${String(earlier)}`,
      write,
    };
  }
}

const file = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';
const correction = '{ at: 2026-01-22, text: We first wrote 1100 workspaces., answers: [only-eu] }';

export const timeOrder: RecordRule = {
  code: 'time-order',
  level: 'error',
  serves: 'true',
  because:
    'An outage that ends before it begins counts as nothing. Uptime and credits are worked out from these times.',
  fires: [
    ...edits(file, {
      'an end before the start': ['to: 2026-01-17T10:01:00Z', 'to: 2026-01-17T09:01:00Z'],
      'a window without length': ['to: 2026-01-17T10:01:00Z', 'to: 2026-01-17T09:14:00Z'],
      'updates with the newest first': ['at: 2026-01-17T10:01:00Z', 'at: 2026-01-17T09:01:00Z'],
      'a next update in the past': [
        'next_update_by: 2026-01-17T10:00:00Z',
        'next_update_by: 2026-01-17T09:00:00Z',
      ],
      'a correction of what nobody had been told yet': [
        'workaround: none',
        'corrections: [{ at: 2026-01-16, text: We first wrote 46 minutes. }]\nworkaround: none',
      ],
    }),
    ...edits('incidents/database-upgrade.yaml', {
      'maintenance that ends before it begins': [
        'to: 2026-02-03T03:00:00Z',
        'to: 2026-02-03T01:00:00Z',
      ],
      'maintenance moved from a window that ends before it begins': [
        'updates: []',
        'updates:\n  - { at: 2026-01-29T09:00:00Z, status: scheduled, text: Moved., moved_from: { from: 2026-02-02T02:00:00Z, to: 2026-02-02T01:00:00Z } }',
      ],
    }),
    ...edits(postmortem, {
      'a correction of what was not published yet': ['at: 2026-01-22', 'at: 2026-01-19'],
      'corrections with the newest first': [
        correction,
        `${correction}\n  - { at: 2026-01-21, text: We first wrote 46 minutes. }`,
      ],
    }),
  ],
  passes: [
    ...edits(file, {
      'an end in another zone': ['to: 2026-01-17T10:01:00Z', 'to: 2026-01-17T11:01:00+01:00'],
      'noticed before customers could': ['at: 2026-01-17T09:25:00Z', 'at: 2026-01-17T09:05:00Z'],
    }),
    ...edits(postmortem, {
      'a correction on the day of publication': ['at: 2026-01-22', 'at: 2026-01-20'],
    }),
  ],
  check,
};
