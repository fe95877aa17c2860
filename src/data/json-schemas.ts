import { z } from 'zod';
import { credits } from '../domain/credits/policy.ts';
import { incident } from '../domain/incident.ts';
import { postmortem } from '../domain/postmortem.ts';
import { services } from '../domain/service.ts';
import { site } from '../domain/site.ts';

const schemas = { site, services, credits, incident, postmortem };

export const schemaNames = Object.keys(schemas) as readonly (keyof typeof schemas)[];

/** What may stand in a file of the record, as JSON Schema, for editors. */
export const jsonSchema = (name: keyof typeof schemas): object =>
  z.toJSONSchema(schemas[name], { io: 'input' });
