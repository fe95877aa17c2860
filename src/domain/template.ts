import { z } from 'zod';
import { form } from './form.ts';
import { spokenTime } from './spoken-time.ts';
import { statuses } from './status.ts';
import { block, id, line, plain } from './text.ts';

/** Some moment: a time that can be said at all can be said then. */
const sometime = { now: Date.parse('2001-09-09T12:00:00Z'), zone: 'UTC' };

/** A time as people say it, which counts from when the template is used. */
const spoken = plain
  .refine((text) => text === 'none' || 'at' in spokenTime(text, sometime), 'is no time')
  .meta(form('a time as it is said, or none', 'in 30m'));

const common = {
  name: plain.describe('What it is for; whoever writes chooses by it'),
  what: block.optional().describe('What customers are told, to be gone over before it is said'),
  title: line.optional().describe('The headline'),
  workaround: z
    .union([z.literal('none'), block])
    .optional()
    .describe('What customers can do meanwhile, or `none`'),
};

const service = z
  .array(id)
  .min(1, 'names no service')
  .max(100)
  .optional()
  .describe('The ids of services');
const severity = id.optional().describe('One of the severities in site.yaml');
const next = spoken
  .optional()
  .describe('When the next update is promised, such as `in 30m`, or `none`');

/** content/templates/ID.yaml: answers for what happens again and again. They are never shown. */
export const template = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('incident'),
      ...common,
      service,
      severity,
      impact: z
        .enum(statuses)
        .exclude(['operational', 'under_maintenance'])
        .optional()
        .describe('How the services are'),
      next,
    }),
    z.strictObject({
      kind: z.literal('maintenance'),
      ...common,
      service,
      from: spoken.optional().describe('When it begins, such as `tomorrow 02:00`'),
      to: spoken.optional().describe('When it ends, such as `in 1h`, counted from its beginning'),
    }),
    z.strictObject({ kind: z.literal('notice'), ...common, severity, next }),
  ])
  .meta({
    title: 'Template',
    description: 'What is usually said, of which a new incident, maintenance or notice begins',
  });

export type Template = z.output<typeof template>;
