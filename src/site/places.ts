/** The id by which a page is linked into. The capital keeps it apart from those of story headings, which have none. */
export const anchor = (
  kind: 'part' | 'why' | 'promise' | 'unknown' | 'update' | 'correction',
  name: string | number,
): string => `${kind[0]?.toUpperCase()}${kind.slice(1)}_${name}`;

/** The addresses of a site, under the path at which it is served, with a slash at both ends. Pages end with a slash. */
export const pathsUnder = (base: string) => ({
  base,
  home: base,
  incidents: `${base}incidents/`,
  /** A page of the history: a year, one of its months, and one of its parts, as far as they are named. */
  incidentsOf: (year: number, month?: number, part = 1): string =>
    [
      `${base}incidents/${year}/`,
      month && `${String(month).padStart(2, '0')}/`,
      part > 1 && `${part}/`,
    ]
      .filter(Boolean)
      .join(''),
  incident: (id: string): string => `${base}incidents/${id}/`,
  /** An update, by its place among those of its incident, from 1. */
  update: (incident: string, number: number): string =>
    `${base}incidents/${incident}/#${anchor('update', number)}`,
  postmortems: `${base}postmortems/`,
  olderPostmortems: (page: number): string =>
    page > 1 ? `${base}postmortems/older/${page}/` : `${base}postmortems/`,
  postmortem: (id: string): string => `${base}postmortems/${id}/`,
  cause: (id: string): string => `${base}causes/${id}/`,
  services: `${base}services/`,
  service: (id: string): string => `${base}services/${id}/`,
  promises: `${base}promises/`,
  howWeDid: `${base}how-we-did/`,
  credits: `${base}credits/`,
  search: `${base}search/`,
  follow: `${base}follow/`,
  /** Where the index of the search is. */
  searchIndex: `${base}pagefind/`,
  /** How things are, for a page that is open. */
  status: `${base}status.json`,
  updatesFeed: `${base}updates.xml`,
  serviceFeed: (id: string): string => `${base}services/${id}/updates.xml`,
  feed: `${base}feed.xml`,
  atomFeed: `${base}feed.atom`,
  jsonFeed: `${base}feed.json`,
  postmortemsFeed: `${base}postmortems/feed.xml`,
  promisesFeed: `${base}promises.xml`,
  promisesCalendar: `${base}promises.ics`,
  calendar: `${base}calendar.ics`,
  api: `${base}api/v2/summary.json`,
  badge: `${base}badge.svg`,
  look: `${base}look.css`,
  favicon: `${base}favicon.svg`,
});

export type Paths = ReturnType<typeof pathsUnder>;
