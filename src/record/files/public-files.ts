import { type Dirent, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { environment } from '../../environment/environment.ts';
import { schemaNames } from '../../domain/record/json-schemas.ts';

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

const filesIn = (folder: string): string[] =>
  entriesIn(folder).map((entry) =>
    relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'),
  );

/** The files that are no pages of the record: those of the company, which are copied into the site as they are, and the schemas. */
export const publicFiles = (): ReadonlySet<string> =>
  new Set([
    ...filesIn(environment().publicFolder),
    ...schemaNames.map((name) => `schemas/${name}.schema.json`),
  ]);
