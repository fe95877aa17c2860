/** A text for each form that a number takes in a language: the plural categories of CLDR. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** A text with places that the program fills. In its text they are {name}, or # for the number that decides the form. */
export class Message<Names extends readonly string[] = readonly string[]> {
  readonly text: string | Forms;
  readonly names: Names;

  constructor(text: string | Forms, names: Names) {
    this.text = text;
    this.names = names;
  }
}

/** `names`: what is filled in, in the order in which callers give it. What else stands in braces is filled by the page, with times and links. */
export const says = <const Names extends readonly string[]>(
  text: string | Forms,
  ...names: Names
): Message<Names> => new Message(text, names);

type Filled = string | readonly string[] | Forms | Message;

/** What a language says in the place of an entry of the English table: text. Where all numbers take the same form, one text is enough. */
export type TextsOf<T> =
  T extends Message<infer Names>
    ? '#' extends Names[number]
      ? string | Forms
      : string
    : T extends Forms
      ? string | Forms
      : T extends string
        ? string
        : T extends readonly string[]
          ? readonly string[]
          : { readonly [K in keyof T]: TextsOf<T[K]> };

/** What callers find in its place: what is to be filled is a function of that. */
export type WordsOf<T> =
  T extends Message<infer Names>
    ? (
        ...values: {
          [I in keyof Names]: Names[I] extends '#' ? number : string | number;
        }
      ) => string
    : T extends Forms
      ? Forms
      : T extends string
        ? string
        : T extends readonly string[]
          ? readonly string[]
          : { readonly [K in keyof T]: WordsOf<T[K]> };

export const isForms = (entry: unknown): entry is Forms =>
  typeof entry === 'object' && entry !== null && 'other' in entry;

/** Whether an entry of the English table is one that is said, and no group of others. */
export const isSaid = (entry: unknown): entry is Filled =>
  typeof entry === 'string' || Array.isArray(entry) || entry instanceof Message || isForms(entry);
