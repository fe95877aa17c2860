import type { RecordIndex } from './index-record.ts';
import type { Service, ServiceGroup } from './service.ts';
import { type Status, statusAt } from './status.ts';
import type { PlainDate } from './time.ts';
import { type Day, type Uptime, days, recentPeriod, uptime } from './uptime.ts';

/** How a service is and has been: what a row of the status page shows. */
export interface ServiceOverview {
  service: Service;
  status: Status;
  days: Day[];
  uptime: Uptime;
  /** The first day with data, if that lies inside the days shown. */
  youngerThan: PlainDate | undefined;
}

export interface OverviewGroup {
  /** `undefined` for services without a group. */
  group: ServiceGroup | undefined;
  services: ServiceOverview[];
}

export const daysShown = 90;

export function serviceOverview({ impactsOfService, now, site }: RecordIndex, service: Service): ServiceOverview {
  const impacts = impactsOfService.get(service.id) ?? [];
  const { first, last, period } = recentPeriod(daysShown, now, site.time_zone, service.since);
  return {
    service,
    status: statusAt(impacts, now),
    days: days(impacts, { first, last, since: service.since, zone: site.time_zone, now }),
    uptime: uptime(impacts, period, site.uptime_weights),
    youngerThan: service.since && service.since.toString() > first.toString() ? service.since : undefined,
  };
}

/** All services in the order in which they are shown: those without a group first, then group by group. Groups without services are left out. */
export function serviceOverviews(record: RecordIndex): OverviewGroup[] {
  const all = record.services.map((service) => serviceOverview(record, service));
  return [undefined, ...record.groups]
    .map((group) => ({ group, services: all.filter(({ service }) => service.group === group?.id) }))
    .filter(({ services }) => services.length > 0);
}
