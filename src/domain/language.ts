/** The languages of the interface; src/strings has a table for each. */
export const interfaceLanguages = ['en', 'de'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** The language of the interface for a site in `language` (a tag such as de-AT); `undefined` if nobody has translated it. */
export function interfaceIn(language: string): InterfaceLanguage | undefined {
  const known = (tag: string | undefined) => interfaceLanguages.find((one) => one === tag);
  return known(language) ?? known(language.split('-')[0]);
}
