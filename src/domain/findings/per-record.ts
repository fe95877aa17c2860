import type { CreditPolicy } from '../credits/policy/policy.ts';
import type { Incident } from '../incident.ts';
import type { Postmortem } from '../postmortem.ts';
import type { Path } from './finding.ts';
import { type PartialRecord, type Problem, incidentFile, postmortemFile } from './rule.ts';

const indices = new WeakMap<readonly object[], ReadonlyMap<string, unknown>>();

/** The items of a list by their ids, of two with the same id the first; each list is looked through once. */
export function byId<T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const known = indices.get(items) as ReadonlyMap<string, T> | undefined;
  const index = known ?? new Map(items.toReversed().map((item) => [item.id, item]));
  indices.set(items, index);
  return index;
}

/** What is wrong with the incident that is looked at. */
export type IncidentProblem = Omit<Problem, 'place'> & { path: Path };

/** A check that looks at each incident by itself, with the rest at hand. */
export const inEachIncident = (
  look: (incident: Incident, record: PartialRecord) => Iterable<IncidentProblem>,
) =>
  function* (record: PartialRecord): Generator<Problem> {
    for (const incident of record.incidents) {
      for (const { path, ...message } of look(incident, record))
        yield { place: { file: incidentFile(incident), path }, ...message };
    }
  };

/** A check that looks at each postmortem, with the rest of the record at hand. */
export const inEachPostmortem = (
  look: (
    account: Postmortem,
    record: PartialRecord,
  ) => Iterable<Omit<Problem, 'place'> & { path: Path }>,
) =>
  function* (record: PartialRecord): Generator<Problem> {
    for (const account of record.postmortems) {
      for (const { path, ...message } of look(account, record))
        yield { place: { file: postmortemFile(account), path }, ...message };
    }
  };

export type PolicyProblem = Omit<Problem, 'place' | 'restsOn'> & {
  path: Path;
  restsOn?: readonly Path[];
};

/** A check that looks at each credit policy; paths begin inside the policy. */
export const inEachPolicy = (
  look: (policy: CreditPolicy, all: readonly CreditPolicy[]) => Iterable<PolicyProblem>,
) =>
  function* ({ credits }: PartialRecord): Generator<Problem> {
    const policies = credits?.policies ?? [];
    for (const [index, policy] of policies.entries()) {
      const inside = (path: Path) => ({ file: 'credits.yaml', path: ['policies', index, ...path] });
      for (const { path, restsOn = [], ...message } of look(policy, policies))
        yield { place: inside(path), restsOn: restsOn.map(inside), ...message };
    }
  };
