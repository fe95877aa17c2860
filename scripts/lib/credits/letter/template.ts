import { listOf, suggest } from '../../../../src/text/suggest.ts';

/** What a letter can say of a customer. */
export const placeholders = [
  'site',
  'customer',
  'period',
  'amount',
  'what_happened',
  'arithmetic',
  'how',
] as const;
export type Placeholder = (typeof placeholders)[number];
export type Filling = Readonly<Record<Placeholder, string>>;

const inBraces = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** A template that cannot be used; the message is for a person. */
export class BadTemplate extends Error {}

/** A letter with places that are filled in. Nothing in it is run. @throws BadTemplate if it asks for what there is not, or leaves out the amount */
export function template(text: string, file: string): (filling: Filling) => string {
  const asked = [...text.matchAll(inBraces)].map(([, word = '']) => word);
  const unknown = asked.find((word) => !placeholders.some((known) => known === word));
  if (unknown !== undefined) {
    const meant = suggest(unknown, placeholders);
    throw new BadTemplate(
      `${file} asks for {{${unknown}}}.${meant ? ` Did you mean {{${meant}}}?` : ''} Expected: ${listOf(placeholders)}. Nothing was written.`,
    );
  }
  if (!asked.includes('amount'))
    throw new BadTemplate(
      `${file} does not say how much the customer is owed. Expected: {{amount}} somewhere in it. Nothing was written.`,
    );
  return (filling) => text.replaceAll(inBraces, (_, word: Placeholder) => filling[word]);
}

const punctuation = /[!-/:-@[-`{-~]/g;

/** A text in which Markdown sees nothing but the text, on one line. */
export const plainMarkdown = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(punctuation, String.raw`\$&`);

export const listMarkdown = (lines: readonly string[]): string =>
  lines.map((line) => `- ${plainMarkdown(line)}`).join('\n');
