import type { Incident } from '../incident.ts';
import type { RecordIndex } from '../record/index-record.ts';
import type { Service } from '../service.ts';
import { type Status, byWorst, isGoingOn, isWorse, statusAt } from '../status.ts';

/** How things are, in the few forms that one sentence can take. */
export type Headline =
  | { type: 'calm' }
  | { type: 'one'; incident: Incident }
  /** The service that is worst off, and how many others have trouble. */
  | { type: 'service'; service: Service; status: Status; others: number }
  | { type: 'several'; kind: Incident['kind']; count: number };

export interface Situation {
  headline: Headline;
  /** What is true of the services that the headline does not speak of. */
  rest: 'all_working' | 'others_working' | 'others_maintained' | 'others_troubled' | 'no_others';
}

const isTroubled = (status: Status): boolean => isWorse(status, 'under_maintenance');

/** What `record` comes to at its `now`. Incidents speak louder than notices, and those louder than planned work. */
export function situation({
  open,
  services,
  impactsOfService,
  impactsOfIncident,
  now,
}: RecordIndex): Situation {
  const statuses = new Map(
    services.map((service) => [service, statusAt(impactsOfService.get(service.id) ?? [], now)]),
  );
  const troubled = [...statuses]
    .filter(([, status]) => isTroubled(status))
    .sort(([, a], [, b]) => byWorst(a, b));
  const [worst] = troubled;
  // While nobody knows whether an incident has ended, the page must not claim that all services work.
  const inDoubt = open.some(({ id }) =>
    impactsOfIncident.get(id)?.some(({ end }) => end === 'unknown'),
  );
  const restWithout = (named: ReadonlySet<string>): Situation['rest'] => {
    const others = [...statuses].filter(([{ id }]) => !named.has(id)).map(([, status]) => status);
    if (others.some(isTroubled)) return 'others_troubled';
    if (others.some((status) => status !== 'operational')) return 'others_maintained';
    if (!inDoubt && [...statuses.values()].every((status) => status === 'operational'))
      return 'all_working';
    return others.length > 0 ? 'others_working' : 'no_others';
  };
  const ofServices = ([service, status]: [Service, Status]): Situation => ({
    headline: { type: 'service', service, status, others: troubled.length - 1 },
    rest: restWithout(new Set(troubled.map(([{ id }]) => id))),
  });
  const about = (incidents: readonly Incident[]): Situation => {
    const current = incidents.flatMap(({ id }) =>
      (impactsOfIncident.get(id) ?? []).filter(
        (one) => one.end === 'unknown' || isGoingOn(one, now),
      ),
    );
    const named = new Set(current.map(({ service }) => service));
    const [incident] = incidents;
    if (incident && incidents.length === 1)
      return { headline: { type: 'one', incident }, rest: restWithout(named) };
    const kind = incident?.kind ?? 'incident';
    return worst
      ? ofServices(worst)
      : {
          headline: { type: 'several', kind, count: incidents.length },
          rest: restWithout(new Set()),
        };
  };
  const ofKind = (kind: Incident['kind']): Incident[] =>
    open.filter((incident) => incident.kind === kind);

  if (ofKind('incident').length) return about(ofKind('incident'));
  if (worst) return ofServices(worst);
  if (ofKind('notice').length) return about(ofKind('notice'));
  if (ofKind('maintenance').length) return about(ofKind('maintenance'));
  return { headline: { type: 'calm' }, rest: 'all_working' };
}
