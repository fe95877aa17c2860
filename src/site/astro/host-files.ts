import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { placeOf, redirectsIn } from '../../domain/redirect.ts';
import { environment } from '../../environment/environment.ts';
import { currentReading } from '../reading.ts';
import { isForPrograms } from '../../text/media-type.ts';
import { headerLines } from './header-lines.ts';

const moved = (): ReturnType<typeof redirectsIn> =>
  redirectsIn(currentReading(environment().content).record?.site.redirects ?? {});

/** Real redirects for what has moved. */
const redirectLines = (base: string): string[] =>
  moved().map(({ from, to }) => `${base}${from.slice(1)} ${base}${to.slice(1)} 301`);

/** What programs read also lies where it was, for hosts that know nothing of redirects: no reader of feeds follows a page. */
function copyFeeds(folder: string): void {
  for (const { from, to } of moved()) {
    const now = join(folder, placeOf(to));
    if (!isForPrograms(to) || !existsSync(now)) continue;
    const then = join(folder, placeOf(from));
    mkdirSync(dirname(then), { recursive: true });
    copyFileSync(now, then);
  }
}

/** The files in a folder, relative to it, in a fixed order. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();

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
      const files = [...new Set([...filesIn(folder), '_headers'])].sort();
      write(join(folder, '_headers'), headerLines(base, files));
      copyFeeds(folder);
    },
  },
});
