import { pathsUnder } from './places.ts';

/** The addresses of the site that is being made. */
export const paths = pathsUnder(encodeURI(import.meta.env.BASE_URL));

/** A path of this site with the host in front. */
export const absolute = (path: string): string => new URL(path, import.meta.env.SITE).href;
