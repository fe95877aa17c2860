import type { z } from 'zod';
import type { site as siteSchema } from '../../../src/domain/site.ts';
import { asLine } from './line.ts';
import type { Note } from './loss.ts';
import { isTimeZone } from '../../../src/domain/time.ts';
import { readProse } from './prose.ts';
import type { Listed, WrittenGroup } from './services.ts';
import { inside, parseSettings, type Setting, textIn } from './settings.ts';
import { severities } from './severity.ts';
import { readGroups, readSystems } from './systems.ts';

export type WrittenSite = z.input<typeof siteSchema>;

/** What the configuration of the old site says, as the record writes it. */
export interface OldSite {
  site: WrittenSite;
  groups: WrittenGroup[];
  listed: Listed[];
  /** Where it was; `undefined` if that is not known. */
  url: string | undefined;
  /** The zone of times that name none. */
  zone: string;
}

const placeholderUrl = 'https://status.example.com/';
const isWeb = (url: string | undefined): url is string =>
  url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

/** “Ferry Status Page” is the status page of Ferry. */
export function productName(title: string): string {
  const before = /^(?:system |service )?status(?: page)?\s*(?:of|for|[-–—:|])\s+/i;
  const after = /[\s|:–—-]+(?:system |service )?status(?: page)?$/i;
  return title.replace(before, '').replace(after, '').trim() || title;
}

/** Settings that say how the old pages look and work; there are no facts in them. */
const understood = new Set([
  'title',
  'baseurl',
  'languagecode',
  'defaultcontentlanguage',
  'timezone',
  'params',
  'systems',
  'categories',
  'description',
]);

function settingsLeft(settings: Setting, params: Setting | undefined): string {
  const names = [settings, params].flatMap((group) =>
    typeof group === 'object' && !Array.isArray(group) ? Object.keys(group) : [],
  );
  return [...new Set(names)].filter((name) => !understood.has(name)).join(', ');
}

function readLanguage(settings: Setting): string {
  const tag = (
    textIn(settings, 'languagecode') ??
    textIn(settings, 'defaultcontentlanguage') ??
    'en'
  ).replaceAll('_', '-');
  const [language = '', ...rest] = tag.split('-');
  const whole = [language.toLowerCase(), ...rest].join('-');
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(whole) ? whole : 'en';
}

function readSite(
  settings: Setting,
  params: Setting | undefined,
  zone: string | undefined,
  clean: (text: string) => string,
  note: Note,
): WrittenSite {
  const title = asLine(textIn(settings, 'title') ?? '') || 'Status';
  const name = productName(title);
  const baseUrl = textIn(settings, 'baseurl');
  const url = isWeb(baseUrl) ? withSlash(baseUrl) : placeholderUrl;
  const description = clean(textIn(params, 'description') ?? textIn(settings, 'description') ?? '');
  if (name !== textIn(settings, 'title')) note('site-name', name);
  if (url === placeholderUrl) note('site-url', url);
  if (!zone) note('site-zone');
  note('site-severities');
  return {
    name,
    url,
    ...(description && { description }),
    language: readLanguage(settings),
    time_zone: zone ?? 'UTC',
    severities: Object.entries(severities).map(([word, { level, means }]) => ({
      name: word,
      level,
      means,
    })),
  };
}

/** Reads the configuration of the old site; an error says why that cannot be done. */
export function readConfig(text: string, note: Note): OldSite | { error: string } {
  const parsed = parseSettings(text);
  if ('error' in parsed) return parsed;
  const { settings } = parsed;
  const params = inside(settings, 'params');
  const configured = textIn(settings, 'timezone');
  const zone = configured && isTimeZone(configured) ? configured : undefined;
  const baseUrl = textIn(settings, 'baseurl');
  const url = isWeb(baseUrl) ? withSlash(baseUrl) : undefined;
  const clean = (source: string): string =>
    asLine(readProse(source, { site: url, page: '' }, false, note).text);
  const groups = readGroups(params, note);
  const listed = readSystems(params, groups, clean, note);
  const left = settingsLeft(settings, params);
  if (left) note('setting', left);
  if (url) note('old-addresses', `${url}issues/… to /incidents/…`);
  const used = new Set(listed.map(({ service }) => service.group));
  return {
    site: readSite(settings, params, zone, clean, note),
    groups: [...groups.values()].filter(
      (group) => group !== undefined && used.has(group.id),
    ) as WrittenGroup[],
    listed,
    url,
    zone: zone ?? 'UTC',
  };
}
