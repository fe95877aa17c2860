import type { OldPage } from '../old-page.ts';
import type { ServiceBook } from '../services.ts';
import { type Setting, listIn, textIn } from '../settings.ts';

const step = (name: string): string => encodeURIComponent(name);

/** Where readers found an issue: by its file, its `slug`, or its `url`, and at each of its `aliases`. */
export function addressesOf(name: string, facts: Setting): string[] {
  const paths = [textIn(facts, 'url') ?? [], listIn(facts, 'aliases').map(String)].flat();
  const slugs = [textIn(facts, 'slug') ?? [], name.toLowerCase(), name].flat();
  const moved = paths.flatMap((path) => URL.parse(path, 'https://old.example/')?.pathname ?? []);
  return [...new Set([...slugs.map((slug) => `/issues/${step(slug)}/`), ...moved])];
}

/** A name as Hugo writes it in an address. */
const hugoName = (name: string): string =>
  name
    .toLowerCase()
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}._+~-]/gu, '');

/** The lists of the old site, and its page and feed of each system. */
export const pagesMoved = (services: ServiceBook): OldPage['moved'] => [
  ['/issues/', '/incidents/'],
  ['/affected/', '/services/'],
  ...services.calls().flatMap(([called, id]): [string, string][] => [
    [`/affected/${step(hugoName(called))}/`, `/services/${id}/`],
    [`/affected/${step(hugoName(called))}/index.xml`, `/services/${id}/updates.xml`],
  ]),
];
