import { z } from 'zod';
import { hidden, shows } from '../text/hidden.ts';
import { form } from './form.ts';

/** Marks the fields that are Markdown: those that pages render and that the guard looks into. */
const markdown = { markdown: true };

/** Text that shows all that it contains, of at most so many characters: more than anybody writes. */
const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(most)
    .refine((text) => !hidden.test(text), 'has a hidden character in it')
    .refine((text) => text === '' || hidden.test(text) || shows(text), 'shows nothing');

/** Short plain name: no Markdown. */
export const plain = text(200);

/** A text in its sentences. */
export const sentencesIn = (text: string): string[] => text.split(/(?<=[.!?])\s+/);

/** One line of inline Markdown. */
export const line = text(1000)
  .refine((text) => !text.includes('\n'), 'spans several lines')
  .meta(markdown);

/** Text that is shown as it is, of several lines or of one. */
export const verbatim = text(50_000);

/** Markdown paragraphs. */
export const block = text(50_000).meta(markdown);

/** How an id is written, to build patterns from. */
export const idForm = '[a-z0-9]+(?:[._-]+[a-z0-9]+)*';

const idPattern = new RegExp(`^${idForm}$`);

/** The name of a file has at most 255 bytes, and an id is not all of it. */
const longestId = 120;

/** A page is a folder of that name, with the page as a file in it: what looks like a page itself is in the way. */
const isFileName = (text: string): boolean => /\.(html?|xml)$/.test(text);

/** Whether a text can be an id. */
export const isId = (text: string): boolean => id.safeParse(text).success;

/** The name of a thing in addresses and references. */
export const id = z
  .string()
  .max(longestId)
  .regex(idPattern, 'is not an id')
  .refine((text) => !isFileName(text), 'looks like the name of a file')
  .meta(form('small letters, digits, dots and hyphens'));

const parsed = (address: string): URL => URL.parse(address) ?? new URL('about:blank');

/** An address of the web. It is for everybody, and so has nothing in it that lets somebody in. */
export const webUrl = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((address) => parsed(address).username + parsed(address).password === '', {
    error: 'has a user or a password in it',
    abort: true,
  })
  .max(2000)
  .meta(form('an address that begins with https://', 'https://status.example.com/'));
