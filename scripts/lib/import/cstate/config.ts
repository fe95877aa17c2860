import { isTimeZone } from '../../../../src/domain/time.ts';
import { asLine, markdownOf } from '../markdown.ts';
import type { Note } from './losses.ts';
import type { OldPage, WrittenGroup } from '../old-page.ts';
import type { Listed } from '../services.ts';
import { type Setting, listIn, parseSettings, parseTomlSettings, textIn } from './settings.ts';
import { severities } from './severity.ts';
import { readSystems } from './systems.ts';

/** What the configuration of the old site says, as the record writes it. */
export interface OldSite {
  site: OldPage['site'] & { time_zone: string };
  groups: WrittenGroup[];
  listed: Listed[];
  /** Where it was; `undefined` if that is not known. */
  url: string | undefined;
}

/** cState asks for “Status” at the end of a title. */
const productName = (title: string): string => title.replace(/(.)\s+status( page)?$/i, '$1');

function languageOf(settings: Setting): string {
  const tag = textIn(settings, 'languagecode') ?? textIn(settings, 'defaultcontentlanguage') ?? '';
  const whole = tag.replaceAll('_', '-').replace(/^[A-Z]+/, (letters) => letters.toLowerCase());
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(whole) ? whole : 'en';
}

/** Settings that the record has a place for. Others say how the old pages look and work. */
const understood =
  /^(title|baseurl|languagecode|defaultcontentlanguage|timezone|params|systems|categories|description)$/;

/** Reads the configuration of the old site; a string says why that cannot be done. */
export function readConfig(
  text: string,
  isToml: boolean,
  decided: string | undefined,
  note: Note,
): OldSite | string {
  const parsed = isToml ? parseTomlSettings(text) : parseSettings(text);
  if (typeof parsed === 'string') return parsed;
  const { settings } = parsed;
  const params = listIn(settings, 'params')[0] ?? {};
  const base = textIn(settings, 'baseurl')?.replace(/\/*$/, '/') ?? '';
  const url = /^https?:\/\//.test(base) && URL.canParse(base) ? base : undefined;
  const clean = (source: string): string => asLine(markdownOf(source, false, url, note));
  const zone = decided ?? textIn(settings, 'timezone') ?? '';
  const title = asLine(textIn(settings, 'title') ?? '') || 'Status';
  const site = {
    name: productName(title),
    url: url ?? 'https://status.example.com/',
    description:
      clean(textIn(params, 'description') ?? textIn(settings, 'description') ?? '') || undefined,
    language: languageOf(settings),
    time_zone: isTimeZone(zone) ? zone : 'UTC',
    severities: [...severities].map(([id, { name, level, means }]) => ({ id, name, level, means })),
  };
  const left = [settings, params].flatMap(Object.keys).filter((key) => !understood.test(key));
  if (left.length) note('setting', [...new Set(left)].join(', '));
  if (site.name !== textIn(settings, 'title')) note('site-name', site.name);
  if (!url) note('site-url', site.url);
  if (!isTimeZone(zone)) note('site-zone');
  note('site-severities');
  return { site, url, ...readSystems(params, clean, note) };
}
