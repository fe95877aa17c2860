import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { environment } from '../../environment/environment.ts';
import { mediaType } from '../../text/media-type.ts';
import { currentReading } from '../reading.ts';

/** Real redirects for what has moved. */
const redirectLines = (base: string): string[] =>
  Object.entries(currentReading(environment().content).record?.site.redirects ?? {}).map(
    ([from, to]) => `${base}${from.slice(1)} ${base}${to.slice(1)} 301`,
  );

/** The texts of a site that are no pages: no browser may guess what they are, and take one for a script. */
const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .filter(
      (file) =>
        /(^|\/)[^/.]+$|\.(xml|rss|atom|ics|json|txt)$/.test(file) && !file.startsWith('pagefind/'),
    )
    .sort();

const headerLines = (base: string, texts: readonly string[]): string[] => [
  `${base}*`,
  '  Referrer-Policy: no-referrer',
  '  X-Content-Type-Options: nosniff',
  '  X-Frame-Options: DENY',
  `${base}_astro/*`,
  '  Cache-Control: public, max-age=31536000, immutable',
  ...texts.flatMap((file) => [`${base}${encodeURI(file)}`, `  Content-Type: ${mediaType(file)}`]),
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
      const texts = new Set([...textsIn(folder), '_headers']);
      write(join(folder, '_headers'), headerLines(base, [...texts]));
    },
  },
});
