import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Outcome, ownup } from './ownup.ts';

/** The moment at which things are said in tests: before what the model record has. */
export const saidAt = '2026-01-16T09:31:42Z';

/** Runs `npm run new` on a content folder, where nobody can be asked. */
export const say = (
  content: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Outcome> =>
  ownup('new', [...args, '--content', content], { OWNUP_NOW: saidAt, ...settings });

/** The names of the files in the folder of incidents, hidden ones too. */
export const incidentsIn = (content: string): string[] =>
  readdirSync(join(content, 'incidents')).sort();

export const textIn = (content: string, file: string): string =>
  readFileSync(join(content, file), 'utf8');

/** What is written of an incident. */
export const factsIn = (content: string, id: string): Record<string, unknown> =>
  parse(textIn(content, `incidents/${id}.yaml`)) as Record<string, unknown>;
