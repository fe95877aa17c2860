import { type Dirent, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { placeOf } from '../domain/redirect.ts';
import { environment } from '../environment.ts';
import { schemaNames } from './json-schemas.ts';

/** All that lies in a folder and the folders in it, but for these. Links are not followed: they may lead anywhere, and in circles. */
export function entriesIn(folder: string): Dirent[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) =>
    entry.isDirectory() ? entriesIn(join(folder, entry.name)) : [entry],
  );
}

const placesIn = (folder: string): string[] =>
  entriesIn(folder).map((entry) =>
    placeOf(relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/')),
  );

/** The places of the files that are no pages: those of the company, which are copied into the site as they are, and the schemas. */
export const publicFiles = (): ReadonlySet<string> =>
  new Set([
    ...placesIn(environment().publicFolder),
    ...schemaNames.map((name) => `schemas/${name}.schema.json`),
  ]);
