const base = import.meta.env.BASE_URL;

/** The addresses of this site, under the path at which it is served. Pages end with a slash. */
export const paths = {
  base,
  home: base,
  incidents: `${base}incidents/`,
  incidentsOf: (year: number): string => `${base}incidents/${year}/`,
  incident: (id: string): string => `${base}incidents/${id}/`,
  postmortems: `${base}postmortems/`,
  postmortem: (id: string): string => `${base}postmortems/${id}/`,
  feed: `${base}feed.xml`,
  postmortemsFeed: `${base}postmortems/feed.xml`,
  favicon: `${base}favicon.svg`,
};

/** A path of this site with the host in front. */
export const absolute = (path: string): string => new URL(path, import.meta.env.SITE).href;

/** The id by which a page is linked into. Story headings have no underscore unless their author writes one. */
export const anchor = (kind: 'part' | 'why' | 'promise' | 'unknown', name: string | number): string =>
  `${kind}_${String(name).replaceAll('.', '_')}`;
