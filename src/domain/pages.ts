import type { Draft } from './findings/rule.ts';

/** Pages and feeds that every site has. */
const always = [
  '',
  'services',
  'incidents',
  'postmortems',
  'promises',
  'search',
  'credits',
  'feed.xml',
  'postmortems/feed.xml',
  '404.html',
];

/** Folders that the site fills by itself. */
const taken = /^(_astro|pagefind|schemas|api)(\/|$)/;

/** Whether a place (see `placeOf`) is a page of this site. Pages of the history that depend on how much happened are taken to exist. */
export function isPage(place: string, { services, incidents, postmortems }: Draft['names']): boolean {
  if (always.includes(place)) return true;
  const [folder, id = '', ...rest] = place.split('/');
  if (folder === 'incidents') return /^\d{4}$/.test(id) || (rest.length === 0 && incidents.has(id));
  if (folder === 'postmortems') return id === 'older' || (rest.length === 0 && postmortems.has(id));
  // What services there are is not known while their list cannot be read.
  if (folder === 'services') return rest.length === 0 && (services?.has(id) ?? true);
  return false;
}

/** Whether something of the site is, or could come to be, at a place. */
export const isTaken = (place: string, names: Draft['names']): boolean => taken.test(place) || isPage(place, names);
