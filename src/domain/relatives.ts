import { Temporal } from 'temporal-polyfill';
import type { Incident } from './incident.ts';
import { type Postmortem, causesOf } from './postmortem.ts';
import { beganAt } from './progress.ts';

/** An account of something alike in the year before. */
interface Relative {
  postmortem: Postmortem;
  /** What they have in common. */
  causes: readonly string[];
  services: readonly string[];
}

interface Known {
  postmortems: Iterable<Postmortem>;
  incidentOf: (id: string) => Incident | undefined;
}

const servicesOf = (incidents: readonly Incident[]): Set<string> =>
  new Set(incidents.flatMap(({ impact }) => impact.map(({ service }) => service)));

const yearBefore = (at: number): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').subtract({ years: 1 })
    .epochMilliseconds;

/** Published accounts of what began before `incidents`, and in part not longer than a year before: of one of the same causes, or services. */
export function relativesOf(
  incidents: readonly Incident[],
  causes: readonly string[],
  { postmortems, incidentOf }: Known,
): Relative[] {
  const began = Math.min(...incidents.map(beganAt));
  if (!Number.isFinite(began)) return [];
  const [since, ours] = [yearBefore(began), servicesOf(incidents)];
  const ids = new Set(incidents.map(({ id }) => id));
  return [...postmortems].flatMap((postmortem): Relative[] => {
    if (postmortem.status !== 'published' || postmortem.incidents.some((id) => ids.has(id)))
      return [];
    const told = postmortem.incidents.flatMap((id) => incidentOf(id) ?? []);
    const times = told.map(beganAt);
    if (!(Math.min(...times) < began && Math.max(...times) >= since)) return [];
    const shared = {
      causes: causesOf(postmortem).filter((cause) => causes.includes(cause)),
      services: [...servicesOf(told).intersection(ours)],
    };
    return shared.causes.length + shared.services.length > 0 ? [{ postmortem, ...shared }] : [];
  });
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
