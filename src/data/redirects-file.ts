import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getRecord } from './record.ts';

/** Writes `_redirects`, which some hosts (Netlify, Cloudflare Pages) read, so that moved pages are answered with a real redirect. */
export const redirectsFile = (base: string): AstroIntegration => ({
  name: 'ownup-redirects',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const moved = Object.entries(getRecord().site.redirects);
      const lines = moved.map(
        ([from, to]) => `${base}${from.slice(1)} ${base}${to.slice(1)} 301\n`,
      );
      if (lines.length) writeFileSync(join(fileURLToPath(dir), '_redirects'), lines.join(''));
    },
  },
});
