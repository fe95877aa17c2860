import { Temporal } from 'temporal-polyfill';
import { dueOf } from '../../../src/domain/action.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import type { Postmortem } from '../../../src/domain/postmortem.ts';
import { beganAt } from '../../../src/domain/progress.ts';
import { promiseState } from '../../../src/domain/promises/promises.ts';
import { dayOf } from '../../../src/domain/time.ts';
import { keyOf } from '../../../src/domain/tracking/key.ts';
import { lockEntryOf } from '../../../src/domain/tracking/lock.ts';
import type { Known, Setting } from './setting.ts';

const servicesOf = (incidents: readonly Incident[]): ReadonlySet<string> =>
  new Set(incidents.flatMap(({ impact }) => impact.map(({ service }) => service)));

const toldIn = ({ incidents }: Postmortem, known: Known): Incident[] =>
  incidents.flatMap((id) => known.incidents.get(id) ?? []);

const firstOf = (incidents: readonly Incident[]): number => Math.min(...incidents.map(beganAt));

/** What was promised in a postmortem and is not known to be kept. */
function unkept(postmortem: Postmortem, { known: { site, lock }, now }: Setting): string[] {
  const today = dayOf(now, site.time_zone);
  return postmortem.actions.flatMap((action) => {
    const entry = lockEntryOf(lock, keyOf(postmortem, action));
    const { state } = promiseState(action, entry, today, site.time_zone);
    return state === 'kept' ? [] : [`${action.title} (${state}, due ${dueOf(action).toString()})`];
  });
}

/** An account of something alike, and how it is. */
export interface Relative {
  id: string;
  because: string;
  unkept: readonly string[];
}

/** Accounts of what happened in the year before: of the same cause, or of one of the same services. */
export function relativesOf(
  incidents: readonly Incident[],
  cause: string | undefined,
  setting: Setting,
): Relative[] {
  const { known } = setting;
  const began = firstOf(incidents);
  const yearBefore = Temporal.Instant.fromEpochMilliseconds(began)
    .toZonedDateTimeISO('UTC')
    .subtract({ years: 1 }).epochMilliseconds;
  const ours = servicesOf(incidents);
  return [...known.postmortems.values()].flatMap((one): Relative[] => {
    const told = toldIn(one, known);
    const isEarlier = firstOf(told) < began && firstOf(told) >= yearBefore;
    if (one.status !== 'published' || !isEarlier || told.some((it) => incidents.includes(it)))
      return [];
    const shared = [...servicesOf(told)].filter((service) => ours.has(service));
    const because = [
      ...(cause !== undefined && one.cause === cause ? [`the same cause, ${cause}`] : []),
      ...(shared.length ? [`the same services, ${shared.join(', ')}`] : []),
    ].join(', and ');
    return because ? [{ id: one.id, because, unkept: unkept(one, setting) }] : [];
  });
}
