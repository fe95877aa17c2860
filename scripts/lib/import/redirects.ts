import { takenIn } from '../../../src/domain/pages.ts';
import { idAt, oldPath, onDisk, placeOf } from '../../../src/domain/redirect.ts';
import type { CommonNote } from './losses.ts';

const idsIn = (folder: string, files: ReadonlyMap<string, string>): Set<string> =>
  new Set(
    [...files.keys()]
      .filter((file) => file.startsWith(`${folder}/`))
      .map((file) => file.slice(folder.length + 1).replace(/\.(yaml|mdx)$/, '')),
  );

/** Old paths as keys of `redirects`, without those at which the site has a page and those that none can have. */
export function redirectsTo(
  files: ReadonlyMap<string, string>,
  services: readonly { id: string }[],
  moved: readonly (readonly [from: string, to: string])[],
  note: CommonNote,
): Record<string, string> {
  const incidents = idsIn('incidents', files);
  const unknown = {
    history: undefined,
    lists: undefined,
    causes: undefined,
    credits: undefined,
    moved: undefined,
  };
  const isTaken = takenIn({
    ...unknown,
    incidents,
    postmortems: idsIn('postmortems', files),
    services: new Set(services.map(({ id }) => id)),
    files: new Set(),
  });
  const redirects = new Map<string, [from: string, to: string]>();
  for (const [from, to] of moved) {
    const place = onDisk(placeOf(from));
    const incident = idAt('incidents', to);
    const isLeftOut = incident !== undefined && !incidents.has(incident);
    if (isLeftOut || redirects.has(place) || place === onDisk(placeOf(to))) continue;
    if (oldPath.safeParse(from).success && !isTaken(place)) redirects.set(place, [from, to]);
    else note('no-redirect', from);
  }
  return Object.fromEntries(redirects.values());
}
