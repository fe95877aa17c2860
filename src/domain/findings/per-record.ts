import type { CreditPolicy } from '../credits/policy/policy.ts';
import type { Incident } from '../incident.ts';
import type { Postmortem } from '../postmortem.ts';
import type { Path } from './finding.ts';
import { type PartialRecord, type RuleFinding, incidentFile, postmortemFile } from './rule.ts';

const indices = new WeakMap<readonly object[], ReadonlyMap<string, unknown>>();

/** The items of a list by their ids, of two with the same id the first; each list is looked through once. */
export function byId<T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const known = indices.get(items) as ReadonlyMap<string, T> | undefined;
  const index = known ?? new Map(items.toReversed().map((item) => [item.id, item]));
  indices.set(items, index);
  return index;
}

/** What is wrong with the incident that is looked at. */
export type IncidentFinding = Omit<RuleFinding, 'place'> & { path: Path };

/** A check that looks at each incident by itself, with the rest at hand. */
export const inEachIncident = (
  look: (incident: Incident, record: PartialRecord) => Iterable<IncidentFinding>,
) =>
  function* (record: PartialRecord): Generator<RuleFinding> {
    for (const incident of record.incidents) {
      for (const { path, ...found } of look(incident, record))
        yield { place: { file: incidentFile(incident), path }, ...found };
    }
  };

/** A check that looks at each postmortem, with the rest of the record at hand. */
export const inEachPostmortem = (
  look: (
    postmortem: Postmortem,
    record: PartialRecord,
  ) => Iterable<Omit<RuleFinding, 'place'> & { path: Path }>,
) =>
  function* (record: PartialRecord): Generator<RuleFinding> {
    for (const postmortem of record.postmortems) {
      for (const { path, ...found } of look(postmortem, record))
        yield { place: { file: postmortemFile(postmortem), path }, ...found };
    }
  };

export type PolicyFinding = Omit<RuleFinding, 'place' | 'restsOn'> & {
  path: Path;
  restsOn?: readonly Path[];
};

/** A check that looks at each credit policy; paths begin inside the policy. */
export const inEachPolicy = (
  look: (policy: CreditPolicy, all: readonly CreditPolicy[]) => Iterable<PolicyFinding>,
) =>
  function* ({ credits }: PartialRecord): Generator<RuleFinding> {
    const policies = credits?.policies ?? [];
    for (const [index, policy] of policies.entries()) {
      const inside = (path: Path) => ({ file: 'credits.yaml', path: ['policies', index, ...path] });
      for (const { path, restsOn = [], ...found } of look(policy, policies))
        yield { place: inside(path), restsOn: restsOn.map(inside), ...found };
    }
  };
