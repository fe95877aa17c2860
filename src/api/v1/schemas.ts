import { z } from 'zod';
import { incidentAnswer } from './incident.ts';
import { postmortemAnswer } from './postmortem.ts';
import { recordAnswer } from './record.ts';
import { serviceAnswer } from './service.ts';

/** What each kind of answer has in it, by the name of its schema. */
export const schemas = {
  record: recordAnswer,
  incident: incidentAnswer,
  postmortem: postmortemAnswer,
  service: serviceAnswer,
} as const;

export type SchemaName = keyof typeof schemas;

export const schemaNames = Object.keys(schemas) as readonly SchemaName[];

/** The same as JSON Schema, for whoever reads the answers. */
export const jsonSchema = (name: SchemaName): object =>
  z.toJSONSchema(schemas[name], {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.form;
      delete jsonSchema.markdown;
      // The form says the same, in a tenth of the letters.
      if (jsonSchema.format) delete jsonSchema.pattern;
    },
  });
