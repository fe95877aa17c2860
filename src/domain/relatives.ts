import { Temporal } from 'temporal-polyfill';
import type { Incident } from './incident.ts';
import { type Postmortem, causesOf } from './postmortem.ts';
import { beganAt } from './progress.ts';

/** A published account, and what others are compared with. */
export interface Account {
  postmortem: Postmortem;
  services: ReadonlySet<string>;
  /** When the first and the last of what it tells of began, epoch ms. */
  first: number;
  last: number;
}

/** An account of something alike in the year before, and what they have in common. */
interface Relative {
  postmortem: Postmortem;
  causes: readonly string[];
  services: readonly string[];
}

const servicesOf = (incidents: readonly Incident[]): Set<string> =>
  new Set(incidents.flatMap(({ impact }) => impact.map(({ service }) => service)));

const yearBefore = (at: number): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').subtract({ years: 1 })
    .epochMilliseconds;

/** The published accounts of a record, the latest first: made once, because each is compared with what came after it. */
export const accountsIn = (
  postmortems: readonly Postmortem[],
  incidents: ReadonlyMap<string, Incident>,
): Account[] =>
  postmortems
    .filter(({ status }) => status === 'published')
    .map((postmortem) => {
      const told = postmortem.incidents.flatMap((id) => incidents.get(id) ?? []);
      const times = told.map(beganAt);
      const [first, last] = [Math.min(...times), Math.max(...times)];
      return { postmortem, services: servicesOf(told), first, last };
    })
    .sort((a, b) => b.last - a.last);

/** Of accounts, the latest first, those of what began before `incidents`, and in part not longer than a year before: of one of the same causes, or services. */
export function* relativesOf(
  incidents: readonly Incident[],
  causes: readonly string[],
  accounts: readonly Account[],
): Generator<Relative> {
  const began = Math.min(...incidents.map(beganAt));
  if (!Number.isFinite(began)) return;
  const [since, ours] = [yearBefore(began), servicesOf(incidents)];
  const ids = new Set(incidents.map(({ id }) => id));
  for (const { postmortem, services, first, last } of accounts) {
    if (last < since) return;
    if (first >= began || postmortem.incidents.some((id) => ids.has(id))) continue;
    const shared = {
      causes: causesOf(postmortem).filter((cause) => causes.includes(cause)),
      services: [...services.intersection(ours)],
    };
    if (shared.causes.length + shared.services.length > 0) yield { postmortem, ...shared };
  }
}

/** Of the incidents of one account, those of which a later one hit one of the same services, the earliest first. */
export function repeatedWithin(incidents: readonly Incident[]): Incident[] {
  const outages = incidents
    .filter(({ kind }) => kind === 'incident')
    .sort((a, b) => beganAt(a) - beganAt(b));
  return outages.filter((earlier, index) =>
    outages
      .slice(index + 1)
      .some((later) => !servicesOf([earlier]).isDisjointFrom(servicesOf([later]))),
  );
}
