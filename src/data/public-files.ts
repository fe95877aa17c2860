import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { environment } from '../environment.ts';
import { schemaNames } from './json-schemas.ts';

/** All files in a folder. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  } catch {
    return [];
  }
}

/** The files that are no pages of the record: those of the company, which are copied into the site as they are, and the schemas. */
export const publicFiles = (): ReadonlySet<string> =>
  new Set([
    ...filesIn(environment().publicFolder),
    ...schemaNames.map((name) => `schemas/${name}.schema.json`),
  ]);
