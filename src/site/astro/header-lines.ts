import { mediaType } from '../../text/media-type.ts';

/** The texts of a site that are no pages: no browser may guess what they are, and take one for a script. */
const isText = (file: string): boolean =>
  /(^|\/)[^/.]+$|\.(xml|json|txt)$/.test(file) && !file.startsWith('pagefind/');

const isPage = (file: string): boolean => file.endsWith('.html');

/** Folders whose files have names that say what is in them, or are named by such. */
const kept = ['_astro', 'pagefind'];

const typeLine = (file: string): string => `  Content-Type: ${mediaType(file)}`;
/** Kept, but asked for each time whether it has changed: news is seen as soon as it is published. */
const anew = '  Cache-Control: no-cache';

/**
 * What hosts answer for the files of a site, as `_headers` says it. No file is named by two rules with the same header: hosts would send both
 * values.
 */
export function headerLines(base: string, files: readonly string[]): string[] {
  const at = (path: string): string => `${base}${encodeURI(path)}`;
  const top = files.filter((file) => !file.includes('/'));
  const folders = new Set(
    files.flatMap((file) => (file.includes('/') ? [file.split('/')[0] ?? ''] : [])),
  );
  return [
    `${base}*`,
    '  Referrer-Policy: no-referrer',
    '  X-Content-Type-Options: nosniff',
    '  X-Frame-Options: DENY',
    at('_astro/*'),
    '  Cache-Control: public, max-age=31536000, immutable',
    ...['', ...top.filter(isPage)].flatMap((path) => [at(path), anew]),
    ...[...folders]
      .filter((folder) => !kept.includes(folder))
      .flatMap((folder) => [at(`${folder}/*`), anew]),
    ...files
      .filter(isText)
      .flatMap((file) => [at(file), typeLine(file), ...(file.includes('/') ? [] : [anew])]),
  ];
}
