import { z } from 'zod';

/** The public shapes of Statuspage as they are met: of what is missing or odd, as little as can be understood. */

const text = z.string().catch('');
const maybe = z.string().nullish().catch(null);

const component = z.object({
  id: text,
  name: text,
  description: maybe,
  group_id: maybe,
  group: z.boolean().catch(false),
});

const affected = z.object({ code: text, name: text, new_status: text });

const update = z.object({
  status: text,
  body: text,
  created_at: maybe,
  display_at: maybe,
  affected_components: z
    .array(affected.catch({ code: '', name: '', new_status: '' }))
    .transform((all) => all.filter(({ code, name }) => code || name.trim()))
    .nullish()
    .catch(null),
});

/** A list of which the entries that are none are told apart. */
const listOf = <T extends z.ZodType>(entry: T) =>
  z.array(entry.catch(null as never)).transform((all) => all.filter((one) => one !== null));

export const incident = z.object({
  id: z.string().regex(/^[\w-]{1,100}$/),
  name: text,
  status: text,
  impact: text,
  created_at: maybe,
  started_at: maybe,
  resolved_at: maybe,
  shortlink: maybe,
  scheduled_for: maybe,
  scheduled_until: maybe,
  postmortem_body: maybe,
  incident_updates: listOf(update).catch([]),
  components: listOf(component)
    .transform((all) => all.filter(({ id, name }) => id || name.trim()))
    .catch([]),
});

const page = z.object({ name: text, url: text, time_zone: text });

/** Any answer, or several in one file. */
export const answer = z.object({
  page: page.optional().catch(undefined),
  components: listOf(component).optional().catch(undefined),
  incidents: z.array(z.unknown()).optional().catch(undefined),
  scheduled_maintenances: z.array(z.unknown()).optional().catch(undefined),
});

/** Which incidents there were in three months, by their codes. */
export const history = z.object({
  months: z.array(
    z.object({ incidents: z.array(z.object({ code: z.string().regex(/^[\w-]{1,100}$/) })) }),
  ),
});

export type OldPageFacts = z.output<typeof page>;
export type OldIncident = z.output<typeof incident>;
export type OldComponent = z.output<typeof component>;
export type OldUpdate = z.output<typeof update>;
