import { z } from 'zod';
import { corrections, redacted } from './correction.ts';
import { waivers } from './disclosure.ts';
import { statuses } from './status.ts';
import { block, id, line } from './text.ts';
import { type PlainDate, instant, instantOrDay, startOfDay } from './time.ts';

const updateStatuses = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
/** News has no cause to find: `information` claims nothing. */
const noticeStatuses = ['information', ...updateStatuses] as const;
const maintenanceStatuses = ['scheduled', 'in_progress', 'completed'] as const;

const impactWindow = z
  .strictObject({
    service: id.describe('The id of a service in services.yaml'),
    status: z.enum(statuses).exclude(['operational']).describe('How the service was'),
    from: instantOrDay.describe(
      'When the impact began; the day alone, where nobody knows the time',
    ),
    to: z
      .union([z.literal('unknown'), instant])
      .optional()
      .describe(
        'When it ended; left out, it ends with the resolving update or is still open; or `unknown`',
      )
      .meta({ examples: ['2026-01-17T10:01:00Z', 'unknown'] }),
    regions: z.array(id).max(100).optional().describe('The regions it was limited to, if known'),
    share: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe(
        'The share of the service’s requests or customers that it hit, in the regions named if any are, from 0 to 1',
      ),
    error_rate: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe('The share of requests that failed, from 0 to 1, if known'),
    excluded_as: line.optional().describe('Why credit policies may leave this window out'),
  })
  // Of a day alone the first moment counts: what nobody knows is held against us. In which zone, only the site can say.
  .transform(({ from, ...window }) =>
    'year' in from
      ? { ...window, from: startOfDay(from, 'UTC'), from_day: from }
      : { ...window, from, from_day: undefined },
  );

const times = {
  from: instant.describe('When it is to begin'),
  to: instant.describe('When it is to end'),
};

const origin = id
  .optional()
  .describe(
    'Where it was asked for, such as `issue-42`, so that a delivery that comes twice is said once; never shown',
  );

const update = <const S extends readonly [string, ...string[]]>(found: S) =>
  z.strictObject({
    at: instant.describe('When it was published'),
    status: z.enum(found).describe('Where things stood'),
    text: block.describe('What customers were told'),
    next_update_by: instant.optional().describe('When the next update was promised'),
    origin,
  });

const common = {
  title: line.describe('What customers noticed, in one line'),
  origin,
  workaround: z
    .union([z.literal('none'), block])
    .optional()
    .describe('What customers can do meanwhile, or `none`'),
  impact: z
    .array(impactWindow)
    .max(1000)
    .default([])
    .describe('Which service, how bad, from when to when'),
  corrections,
  redacted,
  ...waivers,
};

const outage = z.strictObject({
  kind: z.literal('incident'),
  ...common,
  severity: id.describe('One of the severities in site.yaml'),
  detected: z
    .strictObject({
      at: instant.describe('When it was noticed; may precede the impact'),
      by: z.enum(['monitor', 'staff', 'customer']).describe('Who noticed'),
    })
    .optional()
    .describe('How it was noticed'),
  impact: z
    .array(impactWindow)
    .min(1, 'has no impact window')
    .max(1000)
    .describe('Which service, how bad, from when to when'),
  updates: z
    .array(update(updateStatuses))
    .max(1000)
    .describe('What was said in public, oldest first; none where there was silence'),
  silence: z
    .strictObject({
      until: instant.describe('When customers were first told'),
      because: block.describe('Why nobody told them before'),
    })
    .optional()
    .describe('That nothing was said while it lasted, in the place of updates'),
});

const maintenance = z.strictObject({
  kind: z.literal('maintenance'),
  ...common,
  announced: z
    .union([z.literal('unknown'), instant])
    .describe('When customers were told; `unknown` in old histories')
    .meta({ examples: ['2026-01-27T09:00:00Z', 'unknown'] }),
  scheduled: z
    .strictObject(times)
    .describe('The window that was announced; once it was moved, the one that holds'),
  updates: z
    .array(
      update(maintenanceStatuses).extend({
        moved_from: z
          .union([z.enum(['unknown', 'none']), z.strictObject(times)])
          .optional()
          .describe(
            'If the update moved the work: the window that holds no longer, or `unknown`. Notice of the times counts from such an update. `none` says that it moved nothing',
          )
          .meta({
            examples: [
              '{ from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }',
              'unknown',
              'none',
            ],
          }),
      }),
    )
    .max(1000)
    .default([])
    .describe('What was said in public, oldest first'),
});

const notice = z.strictObject({
  kind: z.literal('notice'),
  ...common,
  severity: id.optional().describe('One of the severities in site.yaml'),
  updates: z
    .array(update(noticeStatuses))
    .min(1, 'has no update')
    .max(1000)
    .describe('What was said in public, oldest first'),
});

/** content/incidents/ID.yaml: the facts as they unfold. Bad news, planned work and outages share one history. */
export const incident = z
  .discriminatedUnion('kind', [outage, maintenance, notice])
  .meta({ title: 'Incident', description: 'An incident, a maintenance or a notice' });

export type ImpactWindow = z.output<typeof impactWindow>;
export type Outage = z.output<typeof outage>;
export type Maintenance = z.output<typeof maintenance>;
export type Notice = z.output<typeof notice>;
type IncidentFacts = z.output<typeof incident>;
export type Incident = IncidentFacts & { id: string };
export type Update = Incident['updates'][number];

/** An incident as a site in `zone` counts it: what began on a day of which nobody knows more began with that day. */
export const incidentIn =
  (zone: string) =>
  <T extends Pick<Incident, 'impact'>>(incident: T): T =>
    incident.impact.some(({ from_day: day }) => day)
      ? {
          ...incident,
          impact: incident.impact.map((window) =>
            window.from_day ? { ...window, from: startOfDay(window.from_day, zone) } : window,
          ),
        }
      : incident;

/** The day on which an incident began, where nobody knows at what time. */
export function beganOnDay({ impact }: Pick<Incident, 'impact'>): PlainDate | undefined {
  const [first] = [...impact].sort((a, b) => a.from.epochMilliseconds - b.from.epochMilliseconds);
  return first?.from_day;
}

type MovedFrom = Exclude<Maintenance['updates'][number]['moved_from'], 'none' | undefined>;

/** The times that hold no longer since an update; `undefined` if it moved nothing. */
export const movedFrom = ({
  moved_from: before,
}: Pick<Maintenance['updates'][number], 'moved_from'>): MovedFrom | undefined =>
  before === 'none' ? undefined : before;
