import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { placeOf } from '../domain/redirect.ts';
import { environment } from '../environment.ts';
import { schemaNames } from './json-schemas.ts';

/** The places of all files in a folder. */
function placesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) =>
        placeOf(relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/')),
      );
  } catch {
    return [];
  }
}

/** The places of the files that are no pages: those of the company, which are copied into the site as they are, and the schemas. */
export const publicFiles = (): ReadonlySet<string> =>
  new Set([
    ...placesIn(environment().publicFolder),
    ...schemaNames.map((name) => `schemas/${name}.schema.json`),
  ]);
