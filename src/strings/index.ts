import { de } from './de.ts';
import { type Strings, en } from './en.ts';

export type { Strings };

/** One table a language, named by its tag; a translation is a file like en.ts and a line here. */
const tables: Readonly<Record<string, Strings>> = { en, de };

/** The words of the interface in `language`, or in the nearest language there is: English at last. */
export const stringsIn = (language: string): Strings => tables[language] ?? tables[language.split('-')[0] ?? ''] ?? en;
