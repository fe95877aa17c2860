import type { Names } from '../domain/findings/rule.ts';

/** The ids in a list of a file, as far as they can be seen; `undefined` if there is no such list. */
function idsIn(value: unknown, list: string, key: string): ReadonlySet<string> | undefined {
  const items = (value as Record<string, unknown> | undefined)?.[list];
  if (!Array.isArray(items)) return undefined;
  return new Set(items.map((item) => (item as Record<string, unknown> | null)?.[key]).filter((id) => typeof id === 'string'));
}

/** The names of things, read from raw values: a mistake elsewhere in a file must not make its names unknown. */
export function namesIn(files: { site: unknown; services: unknown; incidents: Iterable<string>; postmortems: Iterable<string> }): Names {
  const { site, services, incidents, postmortems } = files;
  const listed = (value: unknown, list: string, key: string) => idsIn(value, list, key) ?? (value === undefined ? undefined : new Set<string>());
  return {
    services: listed(services, 'services', 'id'),
    groups: listed(services, 'groups', 'id'),
    severities: listed(site, 'severities', 'name'),
    causes: listed(site, 'causes', 'name'),
    incidents: new Set(incidents),
    postmortems: new Set(postmortems),
  };
}
