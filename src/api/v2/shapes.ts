import { z } from 'zod';
import { statuses } from '../../domain/status.ts';
import { incidentStatuses, indicators, maintenanceStatuses } from './words.ts';

/** The public shapes of Statuspage, version 2. Every key is always there. */

const id = z.string().regex(/^[a-z0-9]{12}$/);
const moment = z.iso.datetime({ precision: 3 });
const status = z.enum(statuses);

const page = z.strictObject({
  id,
  name: z.string(),
  url: z.url(),
  time_zone: z.string(),
  updated_at: moment,
});

const rollup = z.strictObject({ indicator: z.enum(indicators), description: z.string() });

const service = z.strictObject({
  id,
  name: z.string(),
  status,
  created_at: moment,
  updated_at: moment,
  position: z.int().min(1),
  description: z.string().nullable(),
  showcase: z.boolean(),
  start_date: z.iso.date().nullable(),
  group_id: id.nullable(),
  page_id: id,
  group: z.literal(false),
  only_show_if_degraded: z.boolean(),
});

const group = service.extend({ group: z.literal(true), components: z.array(id) });

const updateOf = <const S extends readonly [string, ...string[]]>(states: S) =>
  z.strictObject({
    id,
    status: z.enum(states),
    body: z.string(),
    incident_id: id,
    created_at: moment,
    updated_at: moment,
    display_at: moment,
    affected_components: z
      .array(z.strictObject({ code: id, name: z.string(), old_status: status, new_status: status }))
      .nullable(),
    deliver_notifications: z.boolean(),
    custom_tweet: z.null(),
    tweet_id: z.null(),
  });

const incidentOf = <const S extends readonly [string, ...string[]]>(states: S) =>
  z.strictObject({
    id,
    name: z.string(),
    status: z.enum(states),
    created_at: moment,
    updated_at: moment,
    monitoring_at: moment.nullable(),
    resolved_at: moment.nullable(),
    impact: z.enum(indicators),
    shortlink: z.url(),
    started_at: moment,
    page_id: id,
    incident_updates: z.array(updateOf(states)).min(1),
    components: z.array(service),
    reminder_intervals: z.null(),
  });

const incident = incidentOf(incidentStatuses);
const maintenance = incidentOf(maintenanceStatuses).extend({
  scheduled_for: moment,
  scheduled_until: moment,
});

const components = z.array(z.union([service, group]));
const incidents = z.strictObject({ page, incidents: z.array(incident) });
const maintenances = z.strictObject({ page, scheduled_maintenances: z.array(maintenance) });

/** The answers, by their names below `api/v2/`, without the ending. */
export const shapes = {
  status: z.strictObject({ page, status: rollup }),
  summary: z.strictObject({
    page,
    components,
    incidents: z.array(incident),
    scheduled_maintenances: z.array(maintenance),
    status: rollup,
  }),
  components: z.strictObject({ page, components }),
  incidents,
  'incidents/unresolved': incidents,
  'scheduled-maintenances': maintenances,
  'scheduled-maintenances/upcoming': maintenances,
  'scheduled-maintenances/active': maintenances,
} as const;

export type AnswerName = keyof typeof shapes;
export type Answers = { [Name in AnswerName]: z.output<(typeof shapes)[Name]> };

export type Page = z.output<typeof page>;
export type ServiceComponent = z.output<typeof service>;
export type Component = z.output<typeof components>[number];
export type IncidentAnswer = z.output<typeof incident>;
export type MaintenanceAnswer = z.output<typeof maintenance>;
/** An update of either, with one of its words for where things stand. */
export type UpdateAnswer<State> = Omit<
  z.output<ReturnType<typeof updateOf<readonly [string]>>>,
  'status'
> & { status: State };
