import type { RecordIndex } from '../../domain/record/index-record.ts';
import type { Service, ServiceGroup } from '../../domain/service.ts';
import { statusAt, worst } from '../../domain/status.ts';
import { plainText } from '../../site/markdown.ts';
import { moment, servedSince, serviceUpdatedAt } from '../moments.ts';
import { shortId } from '../short-id.ts';
import type { Source } from '../source.ts';
import type { Component, ServiceComponent } from './shapes.ts';

export const pageId = ({ site }: RecordIndex): string => shortId('page', site.url);
const groupId = (id: string): string => shortId('group', id);

function serviceComponent(record: RecordIndex, service: Service, index: number): ServiceComponent {
  const { id, name, description, since, group } = service;
  return {
    id: shortId('service', id),
    name,
    status: statusAt(record.impactsOfService.get(id) ?? [], record.now),
    created_at: moment(servedSince(record, id)),
    updated_at: moment(serviceUpdatedAt(record, id)),
    position: index + 1,
    description: description === undefined ? null : plainText(description),
    showcase: true,
    start_date: since?.toString() ?? null,
    group_id: group === undefined ? null : groupId(group),
    page_id: pageId(record),
    group: false,
    only_show_if_degraded: false,
  };
}

function groupComponent(
  record: RecordIndex,
  { id, name }: ServiceGroup,
  services: readonly ServiceComponent[],
  index: number,
): Component {
  const times = (which: 'created_at' | 'updated_at'): string[] =>
    services.map((service) => service[which]).sort();
  return {
    id: groupId(id),
    name,
    status: worst(services.map(({ status }) => status)),
    created_at: times('created_at')[0] ?? moment(0),
    updated_at: times('updated_at').at(-1) ?? moment(0),
    position: index + 1,
    description: null,
    showcase: true,
    start_date: services.map(({ start_date: day }) => day).sort()[0] ?? null,
    group_id: null,
    page_id: pageId(record),
    group: true,
    only_show_if_degraded: false,
    components: services.map((service) => service.id),
  };
}

/** Services by their ids in the record. Positions count within a group. */
export function serviceComponents({ record }: Source): Map<string, ServiceComponent> {
  const counts = new Map<string | undefined, number>();
  return new Map(
    record.services.map((service) => {
      const index = counts.get(service.group) ?? 0;
      counts.set(service.group, index + 1);
      return [service.id, serviceComponent(record, service, index)];
    }),
  );
}

/** All components in the order in which the page shows them: services without a group, then each group with its own. */
export function components(source: Source): Component[] {
  const { groups, services } = source.record;
  const known = serviceComponents(source);
  const inGroup = (group: string | undefined): ServiceComponent[] =>
    services.filter((service) => service.group === group).flatMap(({ id }) => known.get(id) ?? []);
  const loose = inGroup(undefined);
  const grouped = groups
    .map((group) => ({ group, own: inGroup(group.id) }))
    .filter(({ own }) => own.length > 0);
  return [
    ...loose,
    ...grouped.flatMap(({ group, own }, index) => [
      groupComponent(source.record, group, own, loose.length + index),
      ...own,
    ]),
  ];
}
