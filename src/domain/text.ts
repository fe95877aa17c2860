import { z } from 'zod';

/** Which fields are Markdown: those that pages render and that the guard looks into. */
export const markdown = z.registry<{ form: 'inline' | 'block' }>();

/** Control characters but tab and line feed, and the marks that turn the direction of text without showing. */
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

/** Short plain name: no Markdown. */
export const plain = z
  .string()
  .trim()
  .min(1, 'is empty')
  .refine((text) => !hidden.test(text), 'has a hidden character in it');

/** One line of inline Markdown. */
export const line = plain.refine((text) => !text.includes('\n'), 'spans several lines').register(markdown, { form: 'inline' });

/** Markdown paragraphs. */
export const block = plain.clone().register(markdown, { form: 'block' });

/** The name of a thing in addresses and references. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+([._-]+[a-z0-9]+)*$/, 'is not an id')
  .meta({ description: 'small letters, digits, dots and hyphens' });

/** An address of the web or of mail. */
export const webUrl = z
  .url({ protocol: /^https?$/ })
  .meta({ description: 'an address that begins with https://', examples: ['https://status.example.com/'] });
