import { asLine, markdownOf } from '../markdown.ts';
import type { Decisions } from '../decisions.ts';
import type { Note } from './losses.ts';
import type { OldPage, WrittenGroup } from '../old-page.ts';
import type { Listed } from '../services.ts';
import { type Setting, listIn, parseSettings, parseTomlSettings, textIn } from '../settings.ts';
import { siteSettings } from '../site-settings.ts';
import { severities } from './severity.ts';
import { readSystems } from './systems.ts';

/** What the configuration of the old site says, as the record writes it. */
export interface OldSite {
  site: OldPage['site'] & { time_zone: string };
  groups: WrittenGroup[];
  listed: Listed[];
  /** Where it was; `undefined` if that is not known. */
  home: string | undefined;
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
  decisions: Decisions,
  note: Note,
): OldSite | string {
  const parsed = isToml ? parseTomlSettings(text) : parseSettings(text);
  if (typeof parsed === 'string') return parsed;
  const { settings } = parsed;
  const params = listIn(settings, 'params')[0] ?? {};
  const title = asLine(textIn(settings, 'title') ?? '') || 'Status';
  const name = productName(title);
  const [address, zone] = [textIn(settings, 'baseurl'), textIn(settings, 'timezone')];
  const left = [settings, params].flatMap(Object.keys).filter((key) => !understood.test(key));
  if (left.length) note('setting', [...new Set(left)].join(', '));
  if (name !== textIn(settings, 'title')) note('site-name', name);
  const { home, url, ...more } = siteSettings({ address, zone, severities }, decisions, note);
  const clean = (source: string): string => asLine(markdownOf(source, false, home, note));
  const description =
    clean(textIn(params, 'description') ?? textIn(settings, 'description') ?? '') || undefined;
  const site = { name, url, description, language: languageOf(settings), ...more };
  return { site, home, ...readSystems(params, clean, note) };
}
