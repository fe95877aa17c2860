import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all files of a built site with this ending, relative to it. */
export const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending))
    .sort();

/** Without what says which styles an element belongs to. */
export const unscoped = (html: string): string =>
  html.replaceAll(/ data-astro-cid-\w+(="true")?/g, '');

export const readPage = (folder: string, file: string): string =>
  unscoped(readFileSync(join(folder, file), 'utf8'));

/** The address of a page below the site's. */
export const addressOf = (file: string): string => file.replace(/index\.html$/, '');

/** Whether a page does nothing but send its reader to where it is now. */
const isMoved = (folder: string, file: string): boolean =>
  readPage(folder, file).includes('http-equiv="refresh"');

/** One page of each type that a site has, with the address below the site's. */
export function onePageOfEachType(folder: string): string[] {
  const types = new Map<string, string>();
  for (const file of filesOf(folder, '.html')) {
    if (isMoved(folder, file)) continue;
    const type = file.replace(
      /^(incidents|postmortems|services)\/(?!index\.html)[^/]+\//,
      '$1/ID/',
    );
    types.set(type, addressOf(file));
  }
  return [...types.values()];
}
