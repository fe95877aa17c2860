import { isForPrograms, mediaType } from '../../text/media-type.ts';

/** Files of which there are many, as patterns of hosts, which take a hundred rules: `*` is all that follows, `:service` a folder. */
const many: readonly (readonly [pattern: string, files: RegExp])[] = [
  ['api/*', /^api\/.*\.json$/],
  ['services/:service/badge.json', /^services\/[^/]+\/badge\.json$/],
  ['services/:service/badge.svg', /^services\/[^/]+\/badge\.svg$/],
  ['services/:service/updates.xml', /^services\/[^/]+\/updates\.xml$/],
];

/** Files that are no pages: no browser may guess what texts are, and take one for a script. */
const isRuled = (file: string): boolean =>
  (/(^|\/)[^/.]+$|\.txt$/.test(file) || isForPrograms(file)) && !file.startsWith('pagefind/');

const isPage = (file: string): boolean => file.endsWith('.html');

/** Folders whose files have names that say what is in them, or are named by such. */
const kept = ['_astro', 'pagefind'];

const openToAll = '  Access-Control-Allow-Origin: *';
/** Kept, but asked for each time whether it has changed: news is seen as soon as it is published. */
const anew = '  Cache-Control: no-cache';

/** The first folder of a file; none for one at the top. */
const folderOf = (file: string): string[] =>
  file.includes('/') ? file.split('/').slice(0, 1) : [];

/**
 * What hosts answer for the files of a site, as `_headers` says it. No file is named by two rules with the same header: hosts would send both
 * values.
 */
export function headerLines(base: string, files: readonly string[]): string[] {
  const rules = new Map<string, string[]>();
  const add = (pattern: string, ...lines: readonly string[]): void => {
    rules.set(pattern, [...new Set([...(rules.get(pattern) ?? []), ...lines])]);
  };
  add(
    '*',
    '  Referrer-Policy: no-referrer',
    '  X-Content-Type-Options: nosniff',
    '  X-Frame-Options: DENY',
  );
  add('_astro/*', '  Cache-Control: public, max-age=31536000, immutable');
  for (const page of ['', ...files.filter((file) => isPage(file) && !file.includes('/'))])
    add(page, anew);
  for (const folder of files.flatMap(folderOf))
    if (!kept.includes(folder)) add(`${folder}/*`, anew);
  for (const file of files.filter(isRuled)) {
    const pattern = many.find(([, found]) => found.test(file))?.[0] ?? encodeURI(file);
    add(
      pattern,
      `  Content-Type: ${mediaType(file)}`,
      ...(isForPrograms(file) ? [openToAll] : []),
      ...(file.includes('/') ? [] : [anew]),
    );
  }
  return [...rules].flatMap(([pattern, lines]) => [`${base}${pattern}`, ...lines]);
}
