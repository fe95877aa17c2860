import { expect, test } from 'vitest';
import { filesOf, readPage } from '../support/pages.ts';
import { firstSearch, gzipped, heaviest, withStyles } from '../support/weights.ts';
import { sites } from './built.ts';

const { calm, trouble, history } = sites;

const ofService = /^services\/[^/]+\/index\.html$/;

test.each([calm, trouble, history])(
  'the home page and its styles weigh at most 14 KB, a postmortem 20 KB, all services 40 KB for each twelve before they are compressed',
  ({ folder }) => {
    expect(withStyles(folder, 'index.html')).toBeLessThanOrEqual(14 * 1024);
    expect(heaviest(folder, 'postmortems')).toBeLessThanOrEqual(20 * 1024);
    const services = Buffer.byteLength(readPage(folder, 'services/index.html'));
    const dozens = filesOf(folder, '.html').filter((file) => ofService.test(file)).length / 12;
    expect(services).toBeLessThanOrEqual(40 * 1024 * Math.max(1, dozens));
  },
);

test.each([calm, history])('a first search asks for at most 150 KB', ({ folder }) => {
  expect(firstSearch(folder)).toBeLessThanOrEqual(150 * 1024);
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
