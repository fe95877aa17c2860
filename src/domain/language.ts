/** The languages that Ownup speaks by itself; src/strings has a table for each. */
export const builtInLanguages: readonly string[] = ['en', 'de'];

/** What a company says in its own words, in one language: a table in groups, as `content/strings/TAG.yaml` has it. */
export interface Translation {
  readonly [key: string]: string | readonly string[] | Translation;
}

/** The tables of a company, by the tags of their languages. */
export type Translations = Readonly<Record<string, Translation>>;

/** A tag as it is written: pt-BR for pt-br; `undefined` for what is no tag. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

let names: Intl.DisplayNames | undefined;

/** Whether a tag is that of a language which somebody speaks. */
export function isLanguage(tag: string): boolean {
  try {
    names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
    return names.of(tag) !== undefined;
  } catch {
    return false;
  }
}

/** The languages whose words will do for `language`, the nearest first: zh-Hant-TW, zh-Hant, zh (RFC 4647, 3.4). */
export function lookupTags(language: string): string[] {
  const parts = (canonicalTag(language) ?? language).split('-');
  return parts
    .map((_, at) => parts.slice(0, parts.length - at))
    .filter((tag) => (tag.at(-1)?.length ?? 0) > 1)
    .map((tag) => tag.join('-'));
}

/** Whether somebody has translated the interface into `language`, in whole or in part. */
export const isSpoken = (language: string, translations: Translations): boolean =>
  lookupTags(language).some(
    (tag) => builtInLanguages.includes(tag) || Object.hasOwn(translations, tag),
  );
