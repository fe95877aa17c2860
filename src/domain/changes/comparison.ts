import type { PartialRecord, EarlierRecord } from '../findings/rule.ts';
import { incidentFile, postmortemFile } from '../findings/rule.ts';
import type { Position } from '../findings/finding.ts';
import { described } from '../findings/schema/described.ts';
import { type Incident, incident as incidentSchema } from '../incident.ts';
import { type Postmortem, postmortem as postmortemSchema } from '../postmortem.ts';
import { idAt, redirectsIn } from '../redirect.ts';
import { correctedAsOf } from '../record/record.ts';
import { dayOf } from '../time.ts';
import { type Change, changesIn } from './change.ts';
import { type Renamed, factsOfIncident, factsOfPostmortem, renamedBy } from './facts.ts';
import { isFreeInIncident, isFreeInPostmortem, isSettled } from './free.ts';
import { storyChanges } from './story-changes.ts';

/** A record as it is compared with an earlier one. */
type LaterRecord = Pick<PartialRecord, 'now' | 'site' | 'incidents' | 'postmortems' | 'stories'>;

/** A file as it is named without its ending, such as `incidents/ID`. */
export const nameOf = (file: string): string => file.replace(/\.\w+$/, '');

/** What became of something that was public. */
export interface Comparison {
  file: string;
  id: string;
  before: Incident | Postmortem;
  /** As readers see it: without what is dated ahead. */
  after: Incident | Postmortem;
  /** All that is not what it was, with the line of what stands in a story. */
  changes: readonly (Change & { at?: Position })[];
  /** Whether a change says by itself what was there, or takes nothing back. */
  isFree: (change: Change) => boolean;
  /** While it goes on, nothing is in the way of whoever tells customers. */
  isUrgent: boolean;
}

const asItIs: Renamed = (_, id) => id;

/** Those of today that were public before, by their ids then. */
function* todays<T extends { id: string }>(
  folder: 'incidents' | 'postmortems',
  earlier: readonly T[],
  now: readonly T[],
  renamed: Renamed,
): Generator<[before: T, after: T]> {
  const known = new Map(now.map((one) => [one.id, one]));
  const before = new Set(earlier.map(({ id }) => id));
  for (const one of earlier) {
    const later = known.get(one.id);
    const id = later ? one.id : renamed(folder, one.id);
    const after = later ?? (before.has(id) ? undefined : known.get(id));
    if (after) yield [one, after];
  }
}

function ofIncident(
  before: Incident,
  after: Incident,
  { renamed, now }: { renamed: Renamed; now: number },
): Comparison {
  return {
    file: incidentFile(after),
    id: after.id,
    before,
    after,
    changes: changesIn(
      factsOfIncident(before, renamed),
      factsOfIncident(after, asItIs),
      described(incidentSchema),
    ),
    isFree: (change) => isFreeInIncident(change, { before, after, now }),
    isUrgent: !isSettled(before, now),
  };
}

const storyPlace = { place: 'story', path: [], formerPath: ['story'] };

/** Whether a story shows a picture that stands beside it. */
const isShownIn =
  (story: string) =>
  (picture: string): boolean =>
    story.includes(picture.replace(/^postmortems\//, ''));

function ofPostmortem(
  before: Postmortem,
  after: Postmortem,
  { renamed, record, earlier }: { renamed: Renamed; record: LaterRecord; earlier: EarlierRecord },
): Comparison {
  const [then, now] = [earlier.stories.get(before.id) ?? '', record.stories.get(after.id) ?? ''];
  const pictures = [...earlier.otherPictures].filter(isShownIn(now));
  return {
    file: postmortemFile(after),
    id: after.id,
    before,
    after,
    changes: [
      ...changesIn(
        factsOfPostmortem(before, renamed),
        factsOfPostmortem(after, asItIs),
        described(postmortemSchema),
      ),
      ...storyChanges(then, now).map(({ line, ...change }) => ({
        ...storyPlace,
        ...change,
        at: { line, column: 1 },
      })),
      ...pictures.map((is) => ({ ...storyPlace, was: undefined, is, isSlip: false })),
    ],
    isFree: (change) => isFreeInPostmortem(change, before),
    isUrgent: false,
  };
}

/** Whether readers can see it at `now`: what waits for its day is not public yet. */
export const isPublic =
  (now: number) =>
  ({ status, published }: Postmortem): boolean =>
    status === 'published' && (published?.epochMilliseconds ?? Infinity) <= now;

/** What became of all that was public in an earlier record and is public still. */
export function comparisonsWith(record: LaterRecord, earlier: EarlierRecord): Comparison[] {
  const { now, site } = record;
  const renamed = renamedBy(site?.redirects ?? {});
  const today = dayOf(now, site?.time_zone ?? 'UTC');
  const published = record.postmortems.filter(({ status }) => status === 'published');
  const wasClear =
    (file: string) =>
    ({ formerPath }: Change): boolean =>
      earlier.isClear({ file, path: formerPath });
  return [
    ...[...todays('incidents', earlier.incidents, record.incidents, renamed)].map(
      ([before, after]) => ({
        ...ofIncident(before, after, { renamed, now }),
        formerFile: incidentFile(before),
      }),
    ),
    ...[
      ...todays('postmortems', earlier.postmortems.filter(isPublic(now)), published, renamed),
    ].map(([before, after]) => ({
      ...ofPostmortem(before, after, { renamed, record, earlier }),
      formerFile: postmortemFile(before),
    })),
  ].map(({ formerFile, ...one }) => ({
    ...one,
    after: correctedAsOf(one.after, today),
    changes: one.changes.filter(wasClear(formerFile)),
  }));
}

/** Something that was public and has no page any more, at the address that it had. */
export interface Vanished {
  address: string;
  id: string;
  /** Where its address leads now, and why, as far as that is said. */
  redirect: { from: string; because?: string } | undefined;
}

/** What was public in an earlier record and is not. A file that is there and cannot be understood is no such thing; one that waits for another day is. */
export function vanishedSince(record: PartialRecord, earlier: EarlierRecord): Vanished[] {
  const { now, site, knownIds, postmortems } = record;
  const hidden = new Set(postmortems.filter((one) => !isPublic(now)(one)).map(({ id }) => id));
  const redirects = redirectsIn(site?.redirects ?? {});
  const gone = (folder: 'incidents' | 'postmortems', all: readonly { id: string }[]): Vanished[] =>
    all.map(({ id }) => ({
      id,
      address: `/${folder}/${id}/`,
      redirect: redirects.find(({ from }) => idAt(folder, from) === id),
    }));
  return [
    ...gone(
      'incidents',
      earlier.incidents.filter(({ id }) => !knownIds.incidents.has(id)),
    ),
    ...gone(
      'postmortems',
      earlier.postmortems
        .filter(isPublic(now))
        .filter(({ id }) => !knownIds.postmortems.has(id) || hidden.has(id)),
    ),
  ];
}
