import { comingRecords } from '../status/coming-records.ts';
import type { RecordIndex } from '../record/index-record.ts';
import type { Service, ServiceGroup } from '../service.ts';
import { type Status, statusAt } from '../status.ts';
import { type PlainDate, isDayBefore } from '../time.ts';
import { type Day, type Uptime, days, recentPeriod, uptime } from './uptime.ts';

/** How a service is and has been: what a row of the status page shows. */
export interface ServiceOverview {
  service: Service;
  status: Status;
  /** How the clock alone will change that; times in epoch ms. */
  coming: { at: number; status: Status }[];
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

const statusOf = ({ impactsOfService, now }: RecordIndex, { id }: Service): Status =>
  statusAt(impactsOfService.get(id) ?? [], now);

function comingStatuses(
  record: RecordIndex,
  service: Service,
  later: readonly RecordIndex[],
): ServiceOverview['coming'] {
  const found = [record, ...later].map((then) => ({
    at: then.now,
    status: statusOf(then, service),
  }));
  return found.filter(({ status }, index) => index > 0 && status !== found[index - 1]?.status);
}

/** How a service is at the moment of the record, and how it was on the days before. */
export function serviceOverview(
  record: RecordIndex,
  service: Service,
  later = comingRecords(record),
): ServiceOverview {
  const { impactsOfService, now, site } = record;
  const impacts = impactsOfService.get(service.id) ?? [];
  const { first, last, period } = recentPeriod(daysShown, now, site.time_zone, service.since);
  return {
    service,
    status: statusOf(record, service),
    coming: comingStatuses(record, service, later),
    days: days(impacts, { first, last, since: service.since, zone: site.time_zone, now }),
    uptime: uptime(impacts, period, site.uptime_weights),
    youngerThan: service.since && isDayBefore(first, service.since) ? service.since : undefined,
  };
}

/** All services in the order in which they are shown: those without a group first, then group by group. Groups without services are left out. */
export function serviceOverviews(record: RecordIndex): OverviewGroup[] {
  const later = comingRecords(record);
  const all = record.services.map((service) => serviceOverview(record, service, later));
  return [undefined, ...record.groups]
    .map((group) => ({ group, services: all.filter(({ service }) => service.group === group?.id) }))
    .filter(({ services }) => services.length > 0);
}
