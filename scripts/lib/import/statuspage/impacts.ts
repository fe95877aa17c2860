import { statuses } from '../../../../src/domain/status.ts';
import type { WrittenIncident } from '../old-page.ts';
import type { OldIncident, OldUpdate } from './shapes.ts';

type Window = NonNullable<WrittenIncident['impact']>[number];
type Status = Window['status'];

/** Finds the id of the service that a component is, by its code or its name. */
export type ServiceOf = (component: { code: string; name: string }) => string;

/** A status that is an impact; `undefined` for `operational` and for words that are not known. */
const badStatus = (text: string): Status | undefined =>
  statuses.find((status): status is Status => status === text && status !== 'operational');

/** What each level of an incident says of services that are named without a status: docs/decisions/0028-statuspage.md, read backwards. */
const statusOf: Readonly<Record<string, Status>> = {
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
};

/** How services were from update to update. A window that is not closed ends with the incident. */
export function windowsSaid(
  updates: readonly (OldUpdate & { at: string })[],
  from: string,
  serviceOf: ServiceOf,
): Window[] {
  const open = new Map<string, Window>();
  const closed: Window[] = [];
  updates.forEach(({ at, affected_components: affected }, index) => {
    for (const { code, name, new_status: status } of affected ?? []) {
      if (!/^[a-z_]+$/.test(status) || !(code || name)) continue;
      const service = serviceOf({ code, name });
      const before = open.get(service);
      const after = badStatus(status);
      if (before?.status === after) continue;
      if (before && before.from !== at) closed.push({ ...before, to: at });
      open.delete(service);
      if (after) open.set(service, { service, status: after, from: index ? at : from });
    }
  });
  return [...closed, ...open.values()];
}

/** The services that an incident names without saying how they were. */
export function windowsFromImpact(
  { impact, components }: OldIncident,
  from: string,
  serviceOf: ServiceOf,
): Window[] {
  const status = statusOf[impact];
  const named = components.filter(({ group }) => !group);
  const services = new Set(named.map(({ id, name }) => serviceOf({ code: id, name })));
  return status ? [...services].map((service) => ({ service, status, from })) : [];
}
