import { onDisk } from './redirect.ts';

/** Pages that every site has. */
const always = [
  '',
  'services',
  'incidents',
  'postmortems',
  'promises',
  'how-we-did',
  'follow',
  'search',
];

/** Files that every site has. */
const alwaysFiles = [
  'banner.js',
  'look.css',
  'badge.svg',
  'badge.json',
  'updates.xml',
  'feed.xml',
  'feed.atom',
  'feed.json',
  'feed.rss',
  'history.rss',
  'history.atom',
  'index.xml',
  'issues/index.xml',
  'postmortems/feed.xml',
  'promises.xml',
  'promises.ics',
  'calendar.ics',
  'status.json',
  '404.html',
];

/** Files that every service has in its folder. */
const serviceFiles = ['badge.svg', 'badge.json', 'updates.xml'];
const ofService = new RegExp(`/(${serviceFiles.join('|')})$`);

/** Folders that the site fills by itself, and what hosts take for more than a page. */
const taken = /^(_|(pagefind|schemas|api|404|500)(\/|$))/;

/** The addresses of a site, by folder. Of those that are `undefined` nobody can tell yet, and any is taken to be there. */
export interface Pages {
  incidents: ReadonlySet<string>;
  postmortems: ReadonlySet<string>;
  services: ReadonlySet<string> | undefined;
  /** The pages of the history below /incidents/, such as 2026, 2026/03 and 2026/03/2. */
  history: ReadonlySet<string> | undefined;
  /** How many lists of postmortems there are; the first is /postmortems/. */
  lists: number | undefined;
  /** Of which causes there are accounts. */
  causes: ReadonlySet<string> | undefined;
  credits: boolean | undefined;
  /** The files that are no pages of the record, each with its folder. */
  files: ReadonlySet<string>;
  /** Where pages used to be. */
  moved: ReadonlySet<string> | undefined;
}

/** The files of all services. */
const filesOfServices = ({ services }: Pages): string[] =>
  [...(services ?? [])].flatMap((id) => serviceFiles.map((file) => `services/${id}/${file}`));

/** Whether there is a page or a file at a place (see `placeOf`). */
export function isPage(
  place: string,
  { incidents, postmortems, services, history, lists, causes, credits, files }: Pages,
): boolean {
  if (always.includes(place) || alwaysFiles.includes(place)) return true;
  if (files.has(place) || files.has(`${place}/index.html`)) return true;
  if (place === 'credits') return credits ?? true;
  const [, folder, name = ''] = /^(incidents|postmortems|services|causes)\/(.+)$/.exec(place) ?? [];
  if (folder === 'incidents')
    return incidents.has(name) || (/^\d{4}(\/|$)/.test(name) && (history?.has(name) ?? true));
  if (folder === 'causes') return causes?.has(name) ?? true;
  if (folder === 'services') return services?.has(name.replace(ofService, '')) ?? true;
  const [, list] = /^older\/(\d+)$/.exec(name) ?? [];
  return (
    folder !== undefined &&
    (postmortems.has(name) || (Number(list) > 1 && Number(list) <= (lists ?? Infinity)))
  );
}

/** Whether a reader who follows a link to a place ends somewhere. */
export const leadsSomewhere = (place: string, pages: Pages): boolean =>
  isPage(place, pages) || (pages.moved?.has(place) ?? true);

/**
 * Tells of a place whether something of the site is, or could come to be, there, or whether a file is where it would need a folder. Case does
 * not matter: it does not to every file system.
 */
export function takenIn(pages: Pages): (place: string) => boolean {
  const files = new Set([...alwaysFiles, ...filesOfServices(pages), ...pages.files].map(onDisk));
  const all = {
    ...pages,
    files,
    history: undefined,
    lists: undefined,
    causes: undefined,
    credits: undefined,
  };
  return (place) => {
    const at = onDisk(place);
    const steps = at.split('/');
    const above = steps.map((_, count) => steps.slice(0, count).join('/'));
    return taken.test(at) || isPage(at, all) || above.some((folder) => files.has(folder));
  };
}

/** The pages that have names of their own, to choose from. */
export const knownPages = ({ incidents, postmortems, services }: Pages): string[] => [
  ...always.slice(1, -1).map((page) => `/${page}/`),
  ...[...incidents].map((id) => `/incidents/${id}/`),
  ...[...postmortems].map((id) => `/postmortems/${id}/`),
  ...[...(services ?? [])].map((id) => `/services/${id}/`),
];
