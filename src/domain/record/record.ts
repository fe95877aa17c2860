import type { Action } from '../action.ts';
import type { Correction, Redacted } from '../correction.ts';
import type { CreditPolicy, Plan } from '../credits/policy/policy.ts';
import { type Incident, type Maintenance, movedFrom } from '../incident.ts';
import { type Lock, lockAsOf } from '../tracking/lock.ts';
import type { Translations } from '../language.ts';
import type { Postmortem } from '../postmortem.ts';
import { beganAt, firstSaidAt } from '../progress.ts';
import type { Service, ServiceGroup } from '../service.ts';
import type { Site } from '../site.ts';
import { type Instant, type PlainDate, dayOf, daysBetween } from '../time.ts';

/** What has an address, and nothing to show there until a mistake in its file is mended. */
export interface InCorrection {
  postmortems: readonly { id: string; incidents: readonly string[] }[];
  /** Whether that is so of the credit policies. */
  credits: boolean;
}

export const nothingInCorrection: InCorrection = { postmortems: [], credits: false };

/** A picture in `public/`, by its path from there; in pixels. */
export interface Preview {
  path: string;
  width: number;
  height: number;
}

/** All that is public, as one plain value. Incidents and postmortems stand newest first. */
export interface StatusRecord {
  site: Site;
  groups: readonly ServiceGroup[];
  services: readonly Service[];
  incidents: readonly Incident[];
  postmortems: readonly Postmortem[];
  /** What customers can be on, and what they are then owed; none where there is no credits.yaml. */
  plans: readonly Plan[];
  policies: readonly CreditPolicy[];
  /** Which promise is which issue, and how that stood when somebody last looked; empty if nobody has. */
  lock: Lock;
  /** What pages say in the company’s own words. */
  translations: Translations;
  /** Styles of the company, as they are sent. */
  theme: string | undefined;
  /** What others show beside a link to a page, if the company has a picture for that. */
  preview: Preview | undefined;
  inCorrection: InCorrection;
}

const newestFirst =
  <T extends { id: string }>(when: (item: T) => number) =>
  (a: T, b: T): number =>
    when(b) - when(a) || (a.id < b.id ? 1 : -1);

export const byBeginning = newestFirst(beganAt);
/** Drafts without a date stand first: they are about to come. */
export const byPublication = newestFirst<Postmortem>(
  ({ published }) => published?.epochMilliseconds ?? Infinity,
);

/** The times of a maintenance that held at `now` (epoch ms): those that the next move replaced. */
function toldBy({ updates, scheduled }: Maintenance, now: number): Maintenance['scheduled'] {
  const next = updates.find((update) => movedFrom(update) && update.at.epochMilliseconds > now);
  const before = next && movedFrom(next);
  return before && before !== 'unknown' ? before : scheduled;
}

function incidentAsOf(incident: Incident, now: number): Incident {
  const past = (at: Instant): boolean => at.epochMilliseconds <= now;
  const updates = incident.updates.filter(({ at }) => past(at));
  if (incident.kind === 'maintenance')
    return { ...incident, updates, scheduled: toldBy(incident, now) } as Incident;
  const impact = incident.impact
    .filter(({ from }) => past(from))
    .map((window) =>
      window.to && window.to !== 'unknown' && !past(window.to)
        ? { ...window, to: undefined }
        : window,
    );
  const known = { ...incident, updates, impact } as Incident;
  return known.kind === 'incident' && known.detected && !past(known.detected.at)
    ? { ...known, detected: undefined }
    : known;
}

const hasCome = (day: PlainDate, today: PlainDate): boolean => daysBetween(day, today) >= 0;

/** Something without what will be said of it after the day `today`. */
export const correctedAsOf = <
  T extends { corrections: readonly Correction[]; redacted: readonly Redacted[] },
>(
  one: T,
  today: PlainDate,
): T => ({
  ...one,
  corrections: one.corrections.filter(({ at }) => hasCome(at, today)),
  redacted: one.redacted.filter(({ on }) => hasCome(on, today)),
});

/** An action as it stood on the day `today`: what was done, given up or moved later is not yet. */
export const actionAsOf = (
  { done, dropped, moved, ...action }: Action,
  today: PlainDate,
): Action => ({
  ...action,
  moved: moved.filter(({ on }) => hasCome(on, today)),
  ...(done && hasCome(done.on, today) && { done }),
  ...(dropped && hasCome(dropped.on, today) && { dropped }),
});

/** Whether a postmortem is there at `now` (epoch ms): published by then, or a draft. */
export const isKnown = ({ status, published }: Postmortem, now: number): boolean =>
  status === 'draft' || (published !== undefined && published.epochMilliseconds <= now);

/**
 * The record as it stood at `now` (epoch ms): what was said, corrected or published later is left out, and what ended later is open again.
 * Planned maintenance keeps its future.
 */
export function asOf(record: StatusRecord, now: number): StatusRecord {
  const today = dayOf(now, record.site.time_zone);
  return {
    ...record,
    incidents: record.incidents
      .filter((incident) => firstSaidAt(incident) <= now)
      .map((incident) => incidentAsOf(correctedAsOf(incident, today), now))
      .sort(byBeginning),
    postmortems: record.postmortems
      .filter((postmortem) => isKnown(postmortem, now))
      .map((postmortem) => ({
        ...correctedAsOf(postmortem, today),
        actions: postmortem.actions.map((action) => actionAsOf(action, today)),
      })),
    lock: lockAsOf(record.lock, now),
  };
}
