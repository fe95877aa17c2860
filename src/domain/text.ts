import { z } from 'zod';

/** Which fields are Markdown: those that pages render and that the guard looks into. */
export const markdown = z.registry<{ form: 'inline' | 'block' }>();

/** Short plain name: no Markdown. */
export const plain = z.string().trim().min(1, 'is empty');

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
