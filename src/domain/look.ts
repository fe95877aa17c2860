import { z } from 'zod';
import { unsearched } from './disclosure.ts';
import { form } from './form.ts';
import { plain, webUrl } from './text.ts';

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'is not a colour')
  .meta(form('a colour as # and six digits from 0 to f', '#1d4f91'));

/** A file in `public/`, by its path from there. */
const picture = z
  .string()
  .max(200)
  .regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*\.(svg|png|jpe?g|webp|avif)$/i, 'is not a picture')
  .meta(form('the path of an SVG, PNG, JPEG, WebP or AVIF in public/', 'logo.svg'));

/** A picture that others show of a page: they take no drawing. */
const shared = z
  .string()
  .max(200)
  .regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*\.(png|jpe?g)$/i, 'is not a picture that others show')
  .meta(form('the path of a PNG or JPEG in public/', 'preview.png'));

const link = z.strictObject({
  name: plain.describe('What the link is called'),
  url: webUrl.describe('Where it leads').meta(unsearched),
});

/** How a page of a company looks like one of its own. */
export const look = z.strictObject({
  accent: z
    .strictObject({
      light: colour.describe('On light paper'),
      dark: colour.describe('On dark paper'),
    })
    .optional()
    .describe('The colour of links, one that can be read on either paper'),
  logo: z
    .strictObject({
      light: picture.describe('The picture, a file in `public/`'),
      dark: picture.optional().describe('Another on dark paper'),
      alt: plain.optional().describe('What it says to whoever does not see it; left out, the name'),
    })
    .optional()
    .describe('A logo in the place of the name'),
  preview: shared
    .optional()
    .describe('The picture that chats and social networks show beside a link to the page'),
  home: webUrl
    .optional()
    .describe('Where the name or the logo leads: to the company')
    .meta(unsearched),
  header: z.array(link).max(6).default([]).describe('More links at the top'),
  footer: z
    .array(link)
    .max(12)
    .default([])
    .describe('More links at the bottom, such as imprint, privacy and terms'),
});

export type Look = z.output<typeof look>;

/** What pages are written on, `--paper` and `--wash` of src/styles/base.css: what is read on one must be read on the other. */
export const papers = { light: ['#fbfaf7', '#f3f1eb'], dark: ['#14161a', '#1c1f25'] } as const;

/** How much a colour must stand out against what is behind it, as a ratio (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

const channels = (of: string): number[] =>
  [1, 3, 5].map((at) => parseInt(of.slice(at, at + 2), 16));

/** How light a colour `#rrggbb` is, from 0 to 1 (WCAG 2.2, relative luminance). */
function luminance(of: string): number {
  const [red = 0, green = 0, blue = 0] = channels(of).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How much two colours `#rrggbb` stand out against each other, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Whether a colour can be read on a paper. */
export const canBeRead = (of: string, paper: keyof typeof papers): boolean =>
  papers[paper].every((behind) => contrast(of, behind) >= leastContrast);

const mixed = (of: string, towards: number, share: number): string =>
  `#${channels(of)
    .map((channel) => Math.round(channel + (towards - channel) * share))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;

/** The colour nearest to `of`, towards black or white, that can be read on a paper. */
export function readable(of: string, paper: keyof typeof papers): string {
  const towards = paper === 'light' ? 0 : 255;
  for (let share = 0; share < 1; share += 0.01) {
    const tried = mixed(of, towards, share);
    if (canBeRead(tried, paper)) return tried;
  }
  return mixed(of, towards, 1);
}
