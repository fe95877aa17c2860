import { type InterfaceLanguage, interfaceIn } from '../domain/language.ts';
import { de } from './de.ts';
import { type Strings, en } from './en.ts';

export type { Strings };

/** One table a language, named by its tag; a translation is a file like en.ts and a line here. */
const tables: Readonly<Record<InterfaceLanguage, Strings>> = { en, de };

/** The words of the interface in `language`, or in the nearest language there is: English at last. */
export const stringsIn = (language: string): Strings => tables[interfaceIn(language) ?? 'en'];

/** The language in which pages of a site in `language` speak: dates and numbers go with the words. */
export const spokenIn = (language: string): string => (interfaceIn(language) ? language : 'en');

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
export const pageTongue = (language: string): Tongue => tongueOf(spokenIn(language));

/** What the company writes, where that is another language than the pages speak. */
export const ownTongue = (language: string): Tongue | undefined =>
  interfaceIn(language) ? undefined : tongueOf(language);
