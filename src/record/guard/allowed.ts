import { decoded } from '../../domain/redirect.ts';

/** The components that a story may use, with the attributes that each may have, in quotes. */
export const components: Readonly<Record<string, readonly string[]>> = {
  Timeline: ['incident'],
  Figure: ['caption'],
  Note: ['title'],
  Quote: ['source'],
};

/** HTML within a line that neither runs nor loads anything, with the attributes that each element may have. Blocks are Markdown’s. */
export const elements: Readonly<Record<string, readonly string[]>> = {
  abbr: ['title'],
  b: [],
  br: [],
  cite: [],
  code: [],
  del: [],
  dfn: [],
  em: [],
  i: [],
  ins: [],
  kbd: [],
  mark: [],
  q: [],
  s: [],
  samp: [],
  small: [],
  span: ['lang'],
  strong: [],
  sub: [],
  sup: [],
  u: [],
  var: [],
  wbr: [],
};

export const rasterEnding = /\.(png|jpe?g|gif|webp|avif)$/i;
export const pictureEnding = /\.(png|jpe?g|gif|webp|avif|svg)$/i;

/** The path of a picture: no step of it is hidden, or leads upwards. */
export const pictureFile = new RegExp(
  `^([\\w-][\\w .-]*/)*[\\w-][\\w .-]*${pictureEnding.source}`,
  'i',
);

/** Where a picture lies, from the text that shows it; `undefined` for an address that leads to none. */
export function picturePath(address: string): string | undefined {
  const path = decoded(address).replace(/^\.\//, '');
  return pictureFile.test(path) ? path : undefined;
}

/** The name of a table, also of one that an editor or a program has put aside: tables are how lists of customers look. */
export const tableFile = /\.(csv|tsv|xlsx?|ods)(?![a-z0-9])/i;

/** Whether browsers find a host in an address of the web, of signs that the name of a host has; those of other languages become such. */
const hasHost = (address: string): boolean =>
  /^[\w.:[\]-]+$/.test(URL.parse(address)?.hostname ?? '');

/** What the address of a link leads to; `refused` for all that could run, load, or break under a sub-path, and for what no browser can read. */
export function linkTarget(address: string): 'web' | 'mail' | 'site' | 'here' | 'refused' {
  // Browsers skip white space and control characters before they look for the scheme.
  const bare = address.replace(/[\u0000-\u0020\u007F-\u00A0]/g, '');
  if (/^https?:\/\//i.test(bare)) return hasHost(address) ? 'web' : 'refused';
  if (/^mailto:/i.test(bare)) return 'mail';
  if (bare.startsWith('#')) return 'here';
  return /^\/(?![/\\])/.test(bare) ? 'site' : 'refused';
}
