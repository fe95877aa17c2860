import { type Translations, lookupTags } from '../domain/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fillingIn } from './filling.ts';
import { asForeign } from './foreign.ts';
import { type Forms, Message, type TextsOf, type WordsOf, isForms, isSaid } from './says.ts';

type Texts = TextsOf<typeof en>;
type Words = WordsOf<typeof en>;

type Text = string | readonly string[] | Forms;

/** What an English entry says itself. */
export const textOf = (entry: Text | Message): Text =>
  entry instanceof Message ? entry.text : entry;

/** What Ownup says by itself in a language other than English, whose texts stand in `en`. */
const builtIn: Readonly<Record<string, Texts>> = { de };

/** The tables that speak `language`, the nearest first, a company's before ours. */
const tablesFor = (language: string, translations: Translations): unknown[] =>
  lookupTags(language).flatMap((tag) => [translations[tag], builtIn[tag]].filter(Boolean));

const within = (table: unknown, key: string): unknown =>
  typeof table === 'object' && table !== null && Object.hasOwn(table, key)
    ? (table as Record<string, unknown>)[key]
    : undefined;

/** What becomes of an entry: `text` is `undefined` where no table of the language has it. */
type Making = (entry: Text | Message, text: Text | undefined, path: string) => unknown;

/** Goes through the English table, and makes something of each entry and of what `tables` have in its place. */
function made(entry: unknown, tables: readonly unknown[], make: Making, path = ''): unknown {
  if (isSaid(entry)) return make(entry, tables.find((text) => text !== undefined) as Text, path);
  return Object.fromEntries(
    Object.entries(entry as object).map(([key, inner]) => {
      const inside = tables.map((table) => within(table, key));
      return [key, made(inner, inside, make, path ? `${path}.${key}` : key)];
    }),
  );
}

const isItself = (language: string): boolean => lookupTags(language).includes('en');

/** The English entries that no table for `language` has, by their paths. */
export function missingIn(language: string, translations: Translations): string[] {
  const missing: string[] = [];
  if (!isItself(language))
    made(en, tablesFor(language, translations), (_, text, path) => {
      if (text === undefined) missing.push(path);
    });
  return missing;
}

/** The English table as another language would write it. */
export const english = (): object => made(en, [], (entry) => textOf(entry)) as object;

/** All that there is to say, as the paths of its entries. */
export const allPaths = (): string[] => missingIn('und', {});

/**
 * The words for a site in `language`. What nobody has translated is English; `marked`, it says so, for pages that tell browsers about it.
 */
export function wordsIn(language: string, translations: Translations, marked: boolean): Words {
  const own = fillingIn(language);
  const asEnglish = fillingIn('en');
  return made(en, tablesFor(language, translations), (entry, found) => {
    const isForeign = found === undefined && !isItself(language);
    const mark = isForeign && marked ? asForeign : (text: string) => text;
    const text = found ?? textOf(entry);
    if (entry instanceof Message) {
      const fill = (isForeign ? asEnglish : own)(text as string | Forms, entry.names);
      return (...values: (string | number)[]) => mark(fill(...values));
    }
    if (typeof text === 'string') return isForms(entry) ? { other: text } : mark(text);
    return Array.isArray(text) ? text.map(mark) : text;
  }) as Words;
}
