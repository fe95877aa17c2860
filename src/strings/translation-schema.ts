import { z } from 'zod';
import { form } from '../domain/form.ts';
import type { Translation } from '../domain/language.ts';
import { hidden, shows } from '../text/hidden.ts';
import { listOf } from '../text/suggest.ts';
import { en } from './en.ts';
import { type Forms, Message, isForms, isSaid } from './says.ts';
import { textOf } from './words.ts';

const most = 2000;

const text = z
  .string()
  .refine((said) => said.length <= most, `has more than ${most} characters`)
  .refine((said) => !hidden.test(said), 'has a hidden character in it')
  .refine((said) => hidden.test(said) || shows(said), 'shows nothing')
  .refine((said) => !/<[a-z/!]/i.test(said), 'has HTML in it, which would be shown as it is');

/** The places that are filled in texts: {name}, and # where a number stands. */
const placesIn = (texts: readonly string[], counts: boolean): Set<string> =>
  new Set(texts.flatMap((one) => one.match(counts ? /\{\w+\}|#/g : /\{\w+\}/g) ?? []));

/** What is wrong with the places in `texts`, where those of `english` are filled; a form that is none for all numbers may leave out the number. */
function wrongPlaces(
  texts: readonly string[],
  english: ReadonlySet<string>,
  needsCount: boolean,
): string | undefined {
  const found = placesIn(texts, english.has('#'));
  const [unknown] = found.difference(english);
  if (unknown) return `has ${unknown} in it, which nobody fills`;
  const [missing] = [...english.difference(found)].filter((place) => place !== '#' || needsCount);
  return missing && `has no ${missing} in it`;
}

const withPlaces = <T extends string | readonly string[]>(
  schema: z.ZodType<T>,
  english: ReadonlySet<string>,
  needsCount = true,
): z.ZodType<T> =>
  schema.superRefine((said, { addIssue }) => {
    const message = wrongPlaces([said].flat(), english, needsCount);
    if (message) addIssue({ code: 'custom', message });
  });

/** Where a text has places, or a colon, YAML may take it for something else. A list has its own. */
const inQuotes = (said: string): string =>
  /[{#:]/.test(said) && !said.startsWith('[') ? JSON.stringify(said) : said;

const textWith = (places: ReadonlySet<string>): string =>
  places.size ? `text with ${listOf([...places]).replace(' or ', ' and ')}` : 'text';

const described = <T extends z.ZodType>(
  schema: T,
  english: string,
  places: ReadonlySet<string>,
): T =>
  schema.meta(form(textWith(places), inQuotes(english))).describe(`In English: “${english}”`) as T;

/** All that any language may ask for. */
const allCategories: readonly Intl.LDMLPluralRule[] = [
  'zero',
  'one',
  'two',
  'few',
  'many',
  'other',
];

const categoriesIn = (tag: string | undefined): readonly Intl.LDMLPluralRule[] =>
  tag === undefined ? allCategories : new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

function formsSchema(english: Forms, tag: string | undefined): z.ZodType {
  const places = placesIn([english.other], true);
  const forms = categoriesIn(tag).map((category) => {
    const said = withPlaces(text, places, category === 'other');
    const like = english[category] ?? (category === 'other' || tag ? english.other : undefined);
    const known = like === undefined ? said : described(said, like, places);
    return [category, category === 'other' ? known : known.optional()];
  });
  const each = Object.entries(english).map(([category, said]) => `${category}: ${inQuotes(said)}`);
  return z
    .union([
      withPlaces(text, places).meta({ examples: [inQuotes(english.other)] }),
      z.strictObject(Object.fromEntries(forms) as Record<string, z.ZodType>),
    ])
    .meta(form(`${textWith(places)}; or one for each form of a number`, `{ ${each.join(', ')} }`))
    .describe(`In English: “${english.other}”`);
}

function entrySchema(entry: unknown, tag: string | undefined): z.ZodType {
  if (!isSaid(entry)) return groupSchema(entry as object, tag);
  const english = textOf(entry);
  if (isForms(english)) return formsSchema(english, tag);
  const counts = entry instanceof Message && entry.names.includes('#');
  const places = placesIn([english].flat(), counts);
  return typeof english === 'string'
    ? described(withPlaces(text, places), english, places)
    : described(
        withPlaces(z.array(text).min(1, 'says nothing').max(20), places),
        JSON.stringify(english),
        places,
      );
}

const groupSchema = (group: object, tag: string | undefined): z.ZodType =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(group).map(([key, entry]) => [key, entrySchema(entry, tag).optional()]),
    ),
  );

const known = new Map<string | undefined, z.ZodType<Translation>>();

/** content/strings/TAG.yaml: words of the interface in one language, in the groups of the English table. `tag`: which, if that is known. */
export function translationSchema(tag?: string): z.ZodType<Translation> {
  const schema =
    known.get(tag) ??
    (groupSchema(en, tag).meta({
      title: 'Translation',
    }) as z.ZodType<Translation>);
  known.set(tag, schema);
  return schema;
}
