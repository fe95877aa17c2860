import { z } from 'zod';
import type { UptimeBreakdown } from '../../domain/uptime/uptime-breakdown.ts';
import { isUpperBound, percent } from '../../domain/uptime/uptime.ts';
import { moment } from '../moments.ts';
import { name, status, time, times, timesOf } from './values.ts';

const length = z.int().min(0);

const line = z.strictObject({
  incident: name,
  status,
  from: time,
  to: time,
  end: z
    .enum(['known', 'open', 'unknown'])
    .describe('`unknown`: nobody knows when it ended, and nothing is counted'),
  announced_ms: length.describe('Announced maintenance, which is not counted'),
  overlapped_ms: length.describe('What a line that weighs as much or more counts already'),
  counted_ms: length,
  weight: z.number().min(0).max(1).describe('How much of what is counted is downtime'),
});

/** The uptime of a period, with its arithmetic: 100 × (1 − the sum of counted_ms × weight ÷ the length of the period), rounded down. */
export const uptime = z.strictObject({
  period: times,
  downtime_ms: z.number().min(0).describe('The sum of counted_ms × weight'),
  percent: z
    .string()
    .regex(/^\d+\.\d\d$/)
    .nullable()
    .describe('With two decimals, rounded down; null for a period that has no length'),
  at_most: z
    .boolean()
    .describe('Somebody would have to know an end or an announcement: it may be less'),
  lines: z.array(line),
});

const lineOf = ({
  impact,
  span,
  announced,
  overlapped,
  counted,
  weight,
}: UptimeBreakdown['lines'][number]): z.output<typeof line> => ({
  incident: impact.incident,
  status: impact.status,
  from: moment(span.from),
  to: moment(span.to),
  end: impact.end,
  announced_ms: announced,
  overlapped_ms: overlapped,
  counted_ms: counted,
  weight: weight / 1000,
});

export const uptimeOf = ({ uptime: found, lines }: UptimeBreakdown): z.output<typeof uptime> => ({
  period: timesOf(found.period),
  downtime_ms: found.weightedDowntime / 1000,
  percent: percent(found) ?? null,
  at_most: isUpperBound(found),
  lines: lines.map(lineOf),
});
