import type { Path, Place } from '../findings/finding.ts';
import {
  type EarlierRecord,
  type PartialRecord,
  incidentFile,
  postmortemFile,
} from '../findings/rule.ts';
import { saidDays } from '../findings/said-days.ts';
import type { Incident } from '../incident.ts';
import type { Postmortem } from '../postmortem.ts';
import { isOpen } from '../progress.ts';
import { type Instant, dayInterval } from '../time.ts';
import { type Comparison, comparisonsWith, isPublic } from './comparison.ts';

/** Something that is new, where it says when it was said, and when that was, epoch ms: of a day, its end. */
export interface SaidSince {
  place: Place;
  at: number;
  isUrgent: boolean;
}

type Moment = { path: Path; at: number };

const moment = (path: Path, at: Instant | 'unknown' | undefined): Moment[] =>
  at && at !== 'unknown' ? [{ path, at: at.epochMilliseconds }] : [];

/** When something was said, wherever it says so. */
const momentsOf = (one: Incident | Postmortem, zone: string): Moment[] => [
  ...('updates' in one
    ? one.updates.flatMap(({ at }, index) => moment(['updates', index, 'at'], at))
    : []),
  ...saidDays(one)
    .flat()
    .flatMap(({ day, path }) => (day ? [{ path, at: dayInterval(day, zone).to }] : [])),
];

/** When something became public as a whole. */
const firstOf = (one: Incident | Postmortem): Moment[] =>
  'published' in one
    ? moment(['published'], one.published)
    : [
        ...('announced' in one ? moment(['announced'], one.announced) : []),
        ...('silence' in one ? moment(['silence', 'until'], one.silence?.until) : []),
        ...('updates' in one ? moment(['updates', 0, 'at'], one.updates[0]?.at) : []),
      ]
        .sort((a, b) => a.at - b.at)
        .slice(0, 1);

const isNewIn =
  ({ changes }: Comparison) =>
  ({ path }: Moment): boolean =>
    changes.some(
      ({ was, path: place }) =>
        was === undefined && place.join('/') === path.slice(0, -1).join('/'),
    );

/** What was said since an earlier record: new texts of what was public, and what is public as a whole since. Of a record that is all new, nothing. */
export function saidSince(record: PartialRecord, earlier: EarlierRecord): SaidSince[] {
  if (earlier.incidents.length + earlier.postmortems.length === 0) return [];
  const zone = record.site?.time_zone ?? 'UTC';
  const comparisons = comparisonsWith(record, earlier);
  const known = new Set(comparisons.map(({ file }) => file));
  const all = [
    ...record.incidents.map((one) => ({ file: incidentFile(one), one })),
    ...record.postmortems
      .filter(isPublic(record.now))
      .map((one) => ({ file: postmortemFile(one), one })),
  ];
  return [
    ...comparisons.flatMap((comparison) =>
      momentsOf(comparison.after, zone)
        .filter(isNewIn(comparison))
        .map((said) => ({ ...said, file: comparison.file, isUrgent: comparison.isUrgent })),
    ),
    ...all
      .filter(({ file }) => !known.has(file))
      .flatMap(({ file, one }) =>
        firstOf(one).map((said) => ({
          ...said,
          file,
          isUrgent: !('published' in one) && isOpen(one as Incident, record.now),
        })),
      ),
  ].map(({ file, path, ...said }) => ({ ...said, place: { file, path } }));
}
