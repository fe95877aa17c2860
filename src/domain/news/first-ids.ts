import { idAt, redirectsIn } from '../redirect.ts';
import type { Site } from '../site.ts';

/**
 * Under which id something was first known, by its id of today: a redirect from the address of an earlier one is the proof. Of several, the
 * one that stands first in site.yaml, which is where the oldest is.
 */
export function firstIds(
  folder: 'incidents' | 'postmortems',
  { redirects }: Pick<Site, 'redirects'>,
): (id: string) => string {
  const earlier = new Map<string, string>();
  for (const { from, to } of redirectsIn(redirects)) {
    const [before, id] = [idAt(folder, from), idAt(folder, to)];
    if (before !== undefined && id !== undefined && !earlier.has(id)) earlier.set(id, before);
  }
  return (id) => earlier.get(id) ?? id;
}
