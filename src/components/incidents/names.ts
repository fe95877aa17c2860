import type { Impact } from '../../domain/impact.ts';
import type { Incident } from '../../domain/incident.ts';
import type { RecordIndex } from '../../domain/record/index-record.ts';

/** What customers call a service; its id, should the list of services have lost it. */
export const serviceName = ({ service }: RecordIndex, id: string): string =>
  service.get(id)?.name ?? id;

/** What customers call a region; its id, if nobody has named it. */
export const regionName = ({ site }: RecordIndex, id: string): string =>
  site.regions.find((region) => region.id === id)?.name ?? id;

/** The names of the services that something is about, each once. */
export const serviceNames = (record: RecordIndex, incidents: readonly Incident[]): string[] => [
  ...new Set(
    incidents.flatMap(({ impact }) => impact.map(({ service }) => serviceName(record, service))),
  ),
];

/** Impacts by how bad they were: each status with the services that had it. */
export function byStatus(
  record: RecordIndex,
  impacts: readonly Impact[],
): { status: Impact['status']; services: string[] }[] {
  const found = new Map<Impact['status'], Set<string>>();
  for (const { status, service } of impacts)
    found.set(status, (found.get(status) ?? new Set()).add(serviceName(record, service)));
  return [...found].map(([status, services]) => ({ status, services: [...services] }));
}
