import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { environment } from '../../environment/environment.ts';
import { isForPrograms, mediaType } from '../../text/media-type.ts';
import { currentReading } from '../reading.ts';

/** Real redirects for what has moved. */
const redirectLines = (base: string): string[] =>
  Object.entries(currentReading(environment().content).record?.site.redirects ?? {}).map(
    ([from, to]) => `${base}${from.slice(1)} ${base}${to.slice(1)} 301`,
  );

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

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));

/** What rules are about, in order: files, and patterns for those of which there are many. */
const ruledIn = (folder: string): string[] =>
  [
    ...new Set(
      ['_headers', ...filesIn(folder).filter(isRuled)].map(
        (file) => many.find(([, files]) => files.test(file))?.[0] ?? encodeURI(file),
      ),
    ),
  ].sort();

/** Programs ask often, and see what is new within a minute. */
const forPrograms = ['  Access-Control-Allow-Origin: *', '  Cache-Control: public, max-age=60'];

const rule = (base: string, pattern: string): string[] => {
  const name = pattern.replace('*', 'answer.json');
  return [
    `${base}${pattern}`,
    `  Content-Type: ${mediaType(name)}`,
    ...(isForPrograms(name) ? forPrograms : []),
  ];
};

const headerLines = (base: string, ruled: readonly string[]): string[] => [
  `${base}*`,
  '  Referrer-Policy: no-referrer',
  '  X-Content-Type-Options: nosniff',
  '  X-Frame-Options: DENY',
  `${base}_astro/*`,
  '  Cache-Control: public, max-age=31536000, immutable',
  ...ruled.flatMap((pattern) => rule(base, pattern)),
];

/** Writes lines above those that the company has in `public/`. */
function write(file: string, lines: readonly string[]): void {
  const own = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (lines.length) writeFileSync(file, `${lines.join('\n')}\n${own}`);
}

/** Writes `_redirects` and `_headers`, in which some hosts (Netlify, Cloudflare Pages) read what to answer. */
export const hostFiles = (base: string): AstroIntegration => ({
  name: 'ownup-host-files',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      write(join(folder, '_redirects'), redirectLines(base));
      write(join(folder, '_headers'), headerLines(base, ruledIn(folder)));
    },
  },
});
