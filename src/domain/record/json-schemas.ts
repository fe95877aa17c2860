import { z } from 'zod';
import { credits } from '../credits/policy/policy.ts';
import { incident } from '../incident.ts';
import { postmortem } from '../postmortem.ts';
import { services } from '../service.ts';
import { site } from '../site.ts';
import { template } from '../template.ts';

const schemas = { site, services, credits, incident, postmortem, template };

export const schemaNames = Object.keys(schemas) as readonly (keyof typeof schemas)[];

/** What may stand in a file of the record, as JSON Schema, for editors. */
export const jsonSchema = (name: keyof typeof schemas): object => forEditors(schemas[name]);

/** A schema as JSON Schema, without what only our findings look into. */
export const forEditors = (schema: z.ZodType): object =>
  z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.form;
      delete jsonSchema.markdown;
      delete jsonSchema.unsearched;
    },
  });
