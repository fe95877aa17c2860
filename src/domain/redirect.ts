import { z } from 'zod';

const segment = /[A-Za-z0-9._~%!$&'()+,;=:@-]+/.source;

/** An address of this site, below where it is served. */
const path = z
  .string()
  .max(1000)
  .regex(new RegExp(`^/${segment}(/${segment})*/?$`), 'is not the path of a page');

/** Where a page used to be. */
export const oldPath = path
  .refine((text) => !/\/\.{1,2}(\/|$)/.test(text), 'leads upwards')
  .meta({
    description:
      'a path below the address of this site, with a slash at its beginning; other letters as in an address',
    examples: ['/issues/2020-01-17-late-webhooks/'],
  });

/** Where it is now; `/` is the status page. */
export const newPath = z.union([z.literal('/'), path]).meta({
  description: 'the path of a page of this site, without “?” and “#”',
  examples: ['/incidents/2020-01-17-late-webhooks/'],
});

export const redirects = z.record(oldPath, newPath);

/** The same place, however it is written: hosts treat an address with a slash at its end like one without. */
export const placeOf = (address: string): string =>
  decoded(address).replace(/^\/+|(\/index\.html|\/+)$/g, '');

/** An address without its percent signs, where they mean something. */
export function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
