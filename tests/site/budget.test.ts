import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { filesOf, readPage } from '../support/pages.ts';

const { calm, trouble } = inject('sites');
const gzipped = (folder: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);

test.each([calm, trouble])('the home page and its styles weigh at most 14 KB', ({ folder }) => {
  expect(gzipped(folder, ['index.html', ...filesOf(folder, '.css')])).toBeLessThanOrEqual(
    14 * 1024,
  );
});

/** The scripts of a page, as files. */
const scriptsOf = (folder: string, base: string, file: string): string[] =>
  [...readPage(folder, file).matchAll(/<script[^>]*\ssrc="([^"]*)"/g)].map(([, address = '']) =>
    address.slice(base.length),
  );

test.each([calm, trouble])(
  'what every page runs weighs at most 2 KB, and what one runs besides as much again, but for the search',
  ({ folder, base }) => {
    const everywhere = scriptsOf(folder, base, '404.html');
    expect(everywhere).not.toEqual([]);
    expect(gzipped(folder, everywhere)).toBeLessThanOrEqual(2 * 1024);
    for (const file of filesOf(folder, '.html')) {
      if (file === 'search/index.html') continue;
      const scripts = scriptsOf(folder, base, file);
      expect(scripts, file).toEqual(expect.arrayContaining(everywhere));
      const own = scripts.filter((script) => !everywhere.includes(script));
      expect(gzipped(folder, own), file).toBeLessThanOrEqual(2 * 1024);
    }
  },
);

test('answers about a calm day are small: the status 1 KB, the summary 8 KB', () => {
  const weight = (file: string): number => Buffer.byteLength(readPage(calm.folder, file));
  expect(weight('api/v2/status.json')).toBeLessThanOrEqual(1024);
  expect(weight('api/v2/summary.json')).toBeLessThanOrEqual(8 * 1024);
});

test('what other sites load of this one weighs less than a kilobyte', () => {
  expect(Buffer.byteLength(readPage(calm.folder, 'banner.js'))).toBeLessThan(1024);
});
