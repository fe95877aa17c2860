import { z } from 'zod';

/** Which fields are Markdown: those that pages render and that the guard looks into. */
export const markdown = z.registry<{ form: 'inline' | 'block' }>();

/**
 * What a text may have in it without showing: control characters but tab and line feed, marks that turn its direction, blanks without width,
 * ends of lines that editors take for none, and tags outside of a flag. The joiners that scripts and emoji need are not among them.
 */
export const hidden =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]*)[\u{E0000}-\u{E007F}]/u;

/** Whether anything of a text shows: blanks do not, of whatever width, and neither does what only joins or parts letters. */
export const shows = (text: string): boolean =>
  /[^\s\u2800\p{Default_Ignorable_Code_Point}]/u.test(text);

/** Short plain name: no Markdown. */
export const plain = z
  .string()
  .trim()
  .min(1, 'is empty')
  .refine((text) => !hidden.test(text), 'has a hidden character in it')
  .refine((text) => text === '' || hidden.test(text) || shows(text), 'shows nothing');

/** A text in its sentences. */
export const sentencesIn = (text: string): string[] => text.split(/(?<=[.!?])\s+/);

/** One line of inline Markdown. */
export const line = plain
  .refine((text) => !text.includes('\n'), 'spans several lines')
  .register(markdown, { form: 'inline' });

/** Markdown paragraphs. */
export const block = plain.clone().register(markdown, { form: 'block' });

/** How an id is written, to build patterns from. */
export const idForm = '[a-z0-9]+(?:[._-]+[a-z0-9]+)*';

export const idPattern = new RegExp(`^${idForm}$`);

/** The name of a thing in addresses and references. */
export const id = z
  .string()
  .regex(idPattern, 'is not an id')
  .meta({ description: 'small letters, digits, dots and hyphens' });

const parsed = (address: string): URL => URL.parse(address) ?? new URL('about:blank');

/** An address of the web. It is for everybody, and so has nothing in it that lets somebody in. */
export const webUrl = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((address) => parsed(address).username + parsed(address).password === '', {
    error: 'has a user or a password in it',
    abort: true,
  })
  .meta({
    description: 'an address that begins with https://',
    examples: ['https://status.example.com/'],
  });
