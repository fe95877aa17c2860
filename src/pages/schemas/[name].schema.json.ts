import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonSchema, schemaNames } from '../../domain/record/json-schemas.ts';

export const getStaticPaths = (() =>
  schemaNames.map((name) => ({ params: { name }, props: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: (typeof schemaNames)[number] }> = ({ props }) =>
  Response.json(jsonSchema(props.name));
