import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { isBase } from '../domain/redirect.ts';
import { firstYear, isInItsYears, lastYear } from '../domain/time.ts';
import { BadSetting } from './bad-setting.ts';
import { project } from './project.ts';

/** What the environment says, for every command alike. */
export interface Environment {
  /** OWNUP_CONTENT: the folder with the record. */
  content: string;
  /** OWNUP_OUT: the folder into which the site is written. */
  out: string;
  /** OWNUP_NOW: the moment that pages are true of, in epoch ms; by default the clock, or OWNUP_BEGAN, which a build sets for all its pages. */
  now: number;
  /** That moment was asked for: the pages stay at it, whatever the time is when somebody reads them. */
  isPinned: boolean;
  /** OWNUP_BASE: the path under which the site is served; by default that of `url` in site.yaml. */
  base: string | undefined;
  /** OWNUP_PUBLIC: the folder of the files that are copied into the site as they are; by default `public`, or where there is none that of Ownup. */
  publicFolder: string;
  /** OWNUP_CACHE: the folder of what need not be made again; by default `.cache`. */
  cache: string;
  /** Whether the pages are for whoever writes them, with drafts: in `dev` and nowhere else, as astro.config.mjs sees to. */
  withDrafts: boolean;
}

function epochMs(text: string): number | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}

function moment({ OWNUP_NOW, OWNUP_BEGAN }: Readonly<Record<string, string | undefined>>): number {
  const text = OWNUP_NOW || OWNUP_BEGAN;
  if (!text) return Date.now();
  const at = epochMs(text);
  if (at !== undefined && isInItsYears(at)) return at;
  throw new BadSetting(
    `OWNUP_NOW is “${text}”. Expected: a time from ${firstYear} to ${lastYear} with its zone, such as 2026-01-17T09:40:00Z.`,
  );
}

function basePath(text: string | undefined): string | undefined {
  if (!text || isBase(text)) return text || undefined;
  throw new BadSetting(
    `OWNUP_BASE is “${text}”. Expected: a path such as /preview/, without a host, without “..”, of letters, digits and “-._~”, with %20 for a blank.`,
  );
}

/** Whether the pages are for whoever writes them. Each page asks, and needs nothing else. */
export const isForWriter = (
  variables: Readonly<Record<string, string | undefined>> = process.env,
): boolean => variables['OWNUP_FOR'] === 'writer';

/** @throws BadSetting */
export function environment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  return {
    content: resolve(variables['OWNUP_CONTENT'] || 'content'),
    out: resolve(variables['OWNUP_OUT'] || 'dist'),
    now: moment(variables),
    isPinned: Boolean(variables['OWNUP_NOW']),
    base: basePath(variables['OWNUP_BASE']),
    // What is bundled does not know the project; astro.config.mjs tells it by OWNUP_PUBLIC.
    publicFolder: resolve(
      variables['OWNUP_PUBLIC'] || (existsSync('public') ? 'public' : join(project, 'public')),
    ),
    cache: resolve(variables['OWNUP_CACHE'] || '.cache'),
    withDrafts: isForWriter(variables),
  };
}
