import { z } from 'zod';
import { id, line, plain } from './text.ts';
import { plainDate } from './time.ts';

const serviceGroup = z.strictObject({
  id: id.describe('The id by which services name their group'),
  name: plain.describe('What readers call the group'),
});

export const service = z.strictObject({
  id: id.describe('The id by which incidents name the service'),
  name: plain.describe('What customers call it'),
  group: id.optional().describe('The id of the group it is shown in'),
  description: line.optional().describe('One line on what it does for a customer'),
  since: plainDate
    .optional()
    .describe('The first day customers could use it; before that there is no data'),
  regions: z
    .array(id)
    .max(100)
    .default([])
    .describe('The regions it runs in, if customers can tell them apart'),
});

/** content/services.yaml: what customers rely on, in the order in which it is shown. */
export const services = z
  .strictObject({
    groups: z
      .array(serviceGroup)
      .max(200)
      .default([])
      .describe('Groups, in the order in which they are shown'),
    services: z
      .array(service)
      .min(1, 'names no service')
      .max(1000)
      .describe('Services, in the order in which they are shown'),
  })
  .meta({ title: 'Services' });

export type ServiceGroup = z.output<typeof serviceGroup>;
export type Service = z.output<typeof service>;
export type Services = z.output<typeof services>;
