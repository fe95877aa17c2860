import { z } from 'zod';
import type { Service } from '../../domain/service.ts';
import { statusAt, statuses } from '../../domain/status.ts';
import { dayInterval } from '../../domain/time.ts';
import { daysShown } from '../../domain/uptime/service-overview.ts';
import { monthlyBreakdowns } from '../../domain/uptime/service-history.ts';
import { uptimeBreakdown } from '../../domain/uptime/uptime-breakdown.ts';
import { type Day, days, recentPeriod } from '../../domain/uptime/uptime.ts';
import { plainText } from '../../site/markdown.ts';
import { moment } from '../moments.ts';
import { type Source, answerOf, pageOf } from '../source.ts';
import { uptime, uptimeOf } from './uptime.ts';
import { day, name, place, plain, status, time } from './values.ts';

/** What lists say of a service. */
export const serviceLine = z.strictObject({
  ...place,
  name: plain,
  group: name.nullable(),
  description: plain.nullable(),
  since: day.nullable().describe('The first day with data'),
  regions: z.array(name),
  status,
});

/** How a service is and has been. Its uptime goes on with every build; nothing else in this interface does. */
export const serviceAnswer = serviceLine
  .extend({
    as_of: time.describe('The moment until which everything is counted'),
    last_90_days: uptime,
    days: z
      .array(
        z.strictObject({
          date: day.describe('In the time zone of the site'),
          state: z.enum([...statuses, 'no_data']).describe('The worst status that the day saw'),
          uptime: uptime.nullable().describe('null on a day without data'),
        }),
      )
      .describe('The last 90 days, oldest first'),
    months: z
      .array(z.strictObject({ month: z.string().regex(/^\d{4}-\d\d$/), uptime }))
      .describe('The last 24 months, newest first'),
  })
  .meta({ title: 'Service' });

export const lineOf = (source: Source, service: Service): z.output<typeof serviceLine> => ({
  id: service.id,
  url: pageOf(source, 'services', service.id),
  json: answerOf(source, 'services', service.id),
  name: service.name,
  group: service.group ?? null,
  description: service.description === undefined ? null : plainText(service.description),
  since: service.since?.toString() ?? null,
  regions: service.regions,
  status: statusAt(source.record.impactsOfService.get(service.id) ?? [], source.record.now),
});

export function answerAboutService(
  source: Source,
  service: Service,
): z.output<typeof serviceAnswer> {
  const { now, site, impactsOfService } = source.record;
  const impacts = impactsOfService.get(service.id) ?? [];
  const within = (period: { from: number; to: number }) =>
    uptimeOf(uptimeBreakdown(impacts, period, site.uptime_weights));
  const { first, last, period } = recentPeriod(daysShown, now, site.time_zone, service.since);
  const dayOf = ({ date, state }: Day) => {
    const { from, to } = dayInterval(date, site.time_zone);
    return {
      date: date.toString(),
      state,
      uptime: state === 'no_data' ? null : within({ from, to: Math.min(to, now) }),
    };
  };
  return {
    ...lineOf(source, service),
    as_of: moment(now),
    last_90_days: within(period),
    days: days(impacts, { first, last, since: service.since, zone: site.time_zone, now }).map(
      dayOf,
    ),
    months: monthlyBreakdowns(source.record, service).map((breakdown) => ({
      month: breakdown.first.toString().slice(0, 7),
      uptime: uptimeOf(breakdown),
    })),
  };
}
