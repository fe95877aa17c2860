import { de } from './de.ts';
import { type Strings, en } from './en.ts';

export type { Strings };

/** One table a language, named by its tag; a translation is a file like en.ts and a line here. */
const tables: Readonly<Record<string, Strings>> = { en, de };

const tableOf = (language: string): Strings | undefined =>
  tables[language] ?? tables[language.split('-')[0] ?? ''];

/** The words of the interface in `language`, or in the nearest language there is: English at last. */
export const stringsIn = (language: string): Strings => tableOf(language) ?? en;

/** The language in which pages of a site in `language` speak: dates and numbers go with the words. */
export const spokenIn = (language: string): string => (tableOf(language) ? language : 'en');

/** The direction in which `language` is written. TypeScript does not know of it yet. */
export const directionOf = (language: string): string =>
  (
    new Intl.Locale(language) as unknown as { getTextInfo: () => { direction: string } }
  ).getTextInfo().direction;
