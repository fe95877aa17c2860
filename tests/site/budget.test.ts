import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { filesOf, readPage } from '../support/pages.ts';

const { calm, trouble } = inject('sites');
const gzipped = (folder: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readPage(folder, file)).length, 0);

test.each([calm, trouble])('the home page and its styles weigh at most 14 KB', ({ folder }) => {
  expect(gzipped(folder, ['index.html', ...filesOf(folder, '.css')])).toBeLessThanOrEqual(14 * 1024);
});

test('all scripts but those of the search page weigh at most 2 KB together', () => {
  const scripts = filesOf(calm.folder, '.js').filter((file) => !file.startsWith('pagefind/') && !file.includes('SearchForm'));
  expect(gzipped(calm.folder, scripts)).toBeLessThanOrEqual(2 * 1024);
});
