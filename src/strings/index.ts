import { type Translations, isSpoken } from '../domain/language.ts';
import { type Strings, sentencesOf } from './sentences.ts';
import { wordsIn } from './words.ts';

export type { Strings };

const known = new WeakMap<Translations, Map<string, Strings>>();

/** What is said in `language`, with the company's own words before ours. What nobody has translated is English; `marked`, it says so (foreign.ts). */
export function stringsIn(
  language: string,
  translations: Translations,
  { marked = false } = {},
): Strings {
  const made = known.get(translations) ?? new Map<string, Strings>();
  known.set(translations, made);
  const key = `${language} ${marked}`;
  const spoken = spokenIn(language, translations);
  const strings = made.get(key) ?? sentencesOf(wordsIn(spoken, translations, marked));
  made.set(key, strings);
  return strings;
}

/** The language in which pages of a site in `language` speak: dates and numbers go with the words. */
export const spokenIn = (language: string, translations: Translations): string =>
  isSpoken(language, translations) ? language : 'en';

/** Of which TypeScript does not know yet; in Node 22 it is a property. */
interface WithTextInfo {
  textInfo: { direction: string };
  getTextInfo?: () => { direction: string };
}

/** The direction in which `language` is written. */
function directionOf(language: string): string {
  const locale = new Intl.Locale(language) as unknown as WithTextInfo;
  return (locale.getTextInfo?.() ?? locale.textInfo).direction;
}

/** The language of a text, for browsers and whoever hears a page read out. */
export interface Tongue {
  lang: string;
  dir: string;
}

const tongueOf = (lang: string): Tongue => ({ lang, dir: directionOf(lang) });

/** What the pages of a site in `language` speak. */
export const pageTongue = (language: string, translations: Translations): Tongue =>
  tongueOf(spokenIn(language, translations));

/** What the company writes, where that is another language than the pages speak. */
export const ownTongue = (language: string, translations: Translations): Tongue | undefined =>
  isSpoken(language, translations) ? undefined : tongueOf(language);
