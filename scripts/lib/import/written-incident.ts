import { Temporal } from 'temporal-polyfill';
import type { CommonNote } from './losses.ts';
import type { WrittenIncident } from './old-page.ts';

/** An update in the words of a record. */
export interface WrittenUpdate {
  at: string;
  status: string;
  text: string;
}

/** What stands where the old page has a mark and no words. */
export const standIn = (mark: string): string =>
  `Marked as ${mark.replaceAll('_', ' ')}; the original record gives no further words.`;

export const isBefore = (one: string, other: string): boolean =>
  Temporal.Instant.compare(one, other) < 0;

/** Updates with one more that says that all is over, at `at` or with the last of them, whichever is later. `mark`: how the old page says so. */
export function ended(
  updates: readonly WrittenUpdate[],
  status: string,
  at: string,
  mark: string,
  note: CommonNote,
): WrittenUpdate[] {
  const last = updates.at(-1)?.at ?? at;
  const end = isBefore(at, last) ? last : at;
  note('resolving-update', end);
  return [...updates, { at: end, status, text: standIn(mark) }];
}

/** What an importer has found out of an incident. */
interface Found {
  title: string;
  severity?: string | undefined;
  /** When planned work was announced, and for when. */
  work?: { announced: string; scheduled: { from: string; to: string } } | undefined;
  impact?: readonly { service: string; status: string; from: string; to?: string }[];
  updates: readonly WrittenUpdate[];
}

/** Planned work is a maintenance; what has a severity and hit a service is an incident; all else is a notice. */
export function writtenIncident({
  title,
  severity,
  work,
  impact = [],
  updates,
}: Found): WrittenIncident {
  const kind = work ? 'maintenance' : severity && impact.length ? 'incident' : 'notice';
  const windows = impact.length > 0 && { impact };
  return {
    kind,
    title,
    ...(work ?? (severity !== undefined && { severity })),
    ...windows,
    updates,
  } as WrittenIncident;
}
