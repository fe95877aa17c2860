import { idAt, oldPath, onDisk, placeOf } from '../../../src/domain/redirect.ts';
import type { CommonNote } from './losses.ts';

/** Old paths as keys of `redirects`, without those at which the record has a page and those that none can have. */
export function redirectsTo(
  files: ReadonlyMap<string, string>,
  moved: readonly (readonly [from: string, to: string])[],
  note: CommonNote,
): Record<string, string> {
  const taken = new Set([...files.keys()].map((file) => onDisk(file.replace(/\.(yaml|mdx)$/, ''))));
  const redirects: Record<string, string> = {};
  for (const [from, to] of moved) {
    const place = onDisk(placeOf(from));
    const incident = idAt('incidents', to);
    const isLeftOut = incident && !files.has(`incidents/${incident}.yaml`);
    if (taken.has(place) || isLeftOut) continue;
    taken.add(place);
    if (oldPath.safeParse(from).success) redirects[from] = to;
    else note('no-redirect', from);
  }
  return redirects;
}
