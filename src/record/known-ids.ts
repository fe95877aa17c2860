import { type Path, withinAny } from '../domain/findings/finding.ts';
import type { KnownIds } from '../domain/findings/rule.ts';

/** A file as it was written, and the places in it that could not be understood. */
export interface Seen {
  value: unknown;
  guesses: readonly Path[];
}

/** The ids in a list of a file; `undefined` if not all of them can be seen: what is not understood is not held against those who refer to it. */
function idsIn(
  { value, guesses }: Seen,
  list: string,
  key: string,
): ReadonlySet<string> | undefined {
  const isGuess = withinAny(guesses);
  if (value === undefined || isGuess([list])) return undefined;
  const items = (value as Record<string, Record<string, string>[]>)[list] ?? [];
  return items.some((_, index) => isGuess([list, index, key]))
    ? undefined
    : new Set(items.map((item) => item[key] ?? ''));
}

/** The ids, read from raw values, so that a mistake elsewhere in a file does not make its ids unknown. */
export function knownIdsIn(files: {
  site: Seen;
  services: Seen;
  credits: Seen;
  incidents: Iterable<string>;
  postmortems: Iterable<string>;
}): KnownIds {
  const { site, services, credits, incidents, postmortems } = files;
  return {
    services: idsIn(services, 'services', 'id'),
    groups: idsIn(services, 'groups', 'id'),
    severities: idsIn(site, 'severities', 'name'),
    causes: idsIn(site, 'causes', 'name'),
    plans: idsIn(credits, 'plans', 'id'),
    incidents: new Set(incidents),
    postmortems: new Set(postmortems),
  };
}
