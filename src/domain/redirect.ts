import { z } from 'zod';
import { form } from './form.ts';
import { line } from './text.ts';

/** A step of letters that mean the same to every browser, host, file system and header. */
const step = /(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+/.source;

/** File systems take names of 255 bytes, of which the hosts need some. */
const longestStep = 200;
/** Lines of `_redirects` end here: hosts take 1,000 for both addresses. */
const longestPath = 450;

const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

/** The steps of a path without percent signs; `undefined` where these do not spell UTF-8. */
function stepsOf(path: string): string[] | undefined {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** Letters, digits and marks of any language, the joiners within words, blanks, and what stands between words in addresses. */
const named = /^(?=.*[\p{L}\p{N}])[\p{L}\p{M}\p{N}\u200C\u200D ._~-]+$/u;

/** Why a path of this form cannot be that of a page; `undefined` if it can. */
function pathTrouble(path: string): string | undefined {
  const steps = stepsOf(path);
  if (!steps) return 'has a percent sign that spells no letter';
  if (steps.some((name) => /^\.{1,2}$/.test(name))) return 'leads upwards';
  if (!steps.every((name) => named.test(name)))
    return 'has something in it that is no letter, digit, blank, dot or hyphen';
  if (steps.some((name) => /^[ .\u200C\u200D]|[ .\u200C\u200D]$/.test(name)))
    return 'begins or ends between two slashes with a blank, a dot, or a joiner';
  const above = steps.at(-1) === 'index.html' ? steps.slice(0, -1) : steps;
  if (above.some((name) => /^index\.html$/i.test(name))) return 'leads below a page';
  return path.length > longestPath || steps.some((name) => bytesIn(name) > longestStep)
    ? 'is longer than a file system and a host can take'
    : undefined;
}

/** An address of this site, below where it is served. */
const path = z
  .string()
  .regex(new RegExp(`^/${step}(/${step})*/?$`), { error: 'is not the path of a page', abort: true })
  .refine((text) => !pathTrouble(text), {
    error: ({ input }) => pathTrouble(String(input)) ?? '',
  });

/** Whether a text can be the path under which a site is served, with or without slashes around it. */
export const isBase = (text: string): boolean => {
  const inner = text.replace(/^\/|\/$/g, '');
  return inner === '' || path.safeParse(`/${inner}`).success;
};

/** Where a page used to be. */
export const oldPath = path.meta(
  form(
    `a path below the address of this site, with a slash at its beginning, of letters, digits and “-._~”; other letters with percent signs, as in an address; none of its steps begins or ends with a dot or a blank; at most ${longestPath} characters`,
    '/issues/2020-01-17-late-webhooks/',
  ),
);

/** Where it is now; `/` is the status page. */
const newPath = z
  .union([z.literal('/'), path])
  .meta(
    form(
      'the path of a page of this site, without “?” and “#”',
      '/incidents/2020-01-17-late-webhooks/',
    ),
  );

const explained = z.strictObject({
  to: newPath.describe('Where it is now'),
  because: line.describe('Why what was there has moved, or is gone'),
});

export const redirects = z.record(oldPath, z.union([newPath, explained]));

type Redirects = z.output<typeof redirects>;

/** Each old address, where it leads, and why, if that is said. */
export const redirectsIn = (given: Redirects): { from: string; to: string; because?: string }[] =>
  Object.entries(given).map(([from, to]) =>
    typeof to === 'string' ? { from, to } : { from, ...to },
  );

/** The same place, however it is written: hosts treat an address with a slash at its end, or with index.html, like one without. */
export function placeOf(address: string): string {
  const steps = decoded(address).split('/');
  const last = steps.findLastIndex((name) => name !== '' && name !== 'index.html');
  const first = steps.findIndex((name) => name !== '');
  return steps.slice(first, last + 1).join('/');
}

/** The id of what is at an address in `folder`, such as incidents; `undefined` for any other address. */
export function idAt(
  folder: 'incidents' | 'postmortems' | 'services',
  address: string,
): string | undefined {
  const [first, id, more] = placeOf(address).split('/');
  return first === folder && more === undefined ? id : undefined;
}

/** How file systems know a place that ignore case, and in how many signs a letter is written. */
export const onDisk = (place: string): string => place.normalize('NFC').toUpperCase().toLowerCase();

/** An address without its percent signs, where they mean something. */
export function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
