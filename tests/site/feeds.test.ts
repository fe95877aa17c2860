import { gzipSync } from 'node:zlib';
import { parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { type Parser, parsers } from '../support/feeds.ts';
import { filesOf, readPage } from '../support/pages.ts';
import { sites } from './built.ts';

function troubleIn(xml: string): string[] {
  const trouble: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => trouble.push(error.message));
  parser.write(xml).close();
  return trouble;
}

describe.each(Object.entries(sites))('%s', (_name, { folder, base }) => {
  const ofServices = filesOf(folder, '/updates.xml');

  describe.each([
    'updates.xml',
    'feed.xml',
    'postmortems/feed.xml',
    'promises.xml',
    ...ofServices.slice(0, 1),
  ])('/%s', (file) => {
    const xml = readPage(folder, file);
    const { items = [], ...feed } = parseRssFeed(xml);

    test('is well-formed', () => {
      expect(troubleIn(xml)).toEqual([]);
    });

    test('has at most 50 items, the one that changed last first', () => {
      const dates = items.map(({ atom }) => Date.parse(String(atom?.updated)));
      expect(items.length).toBeLessThanOrEqual(50);
      expect(dates.some(Number.isNaN)).toBe(false);
      expect(dates).toEqual([...dates].sort((a, b) => b - a));
      for (const [index, { pubDate }] of items.entries())
        expect(Date.parse(String(pubDate))).toBeLessThanOrEqual((dates[index] ?? 0) + 999);
    });

    test('was last built when an item last changed', () => {
      const [newest] = items;
      if (newest)
        expect(Math.floor(Date.parse(String(feed.lastBuildDate)) / 1000)).toBe(
          Math.floor(Date.parse(String(newest.atom?.updated)) / 1000),
        );
    });

    test('names each item once and for all, and not by its address', () => {
      const guids = items.map(({ guid }) => guid?.value ?? '');
      expect(new Set(guids).size).toBe(items.length);
      expect(guids.filter((guid) => guid === '' || /^https?:/.test(guid))).toEqual([]);
      expect(items.filter(({ guid }) => guid?.isPermaLink !== false)).toEqual([]);
    });

    test('has no words that run together', () => {
      const together =
        /[\p{L}\d.,;:](?=<(small|time|strong|b|a|span)\b)|(?<!\s)<\/(small|time|strong|b|a|span)>(?=[\p{L}\d])/u;
      for (const { content, title } of items) expect(content?.encoded, title).not.toMatch(together);
    });

    test('has the whole text, with addresses that work elsewhere', () => {
      for (const { title, content, link } of items) {
        expect(title).toBeTruthy();
        expect(link).toMatch(/^https?:\/\//);
        expect(content?.encoded?.length, title).toBeGreaterThan(6);
        expect(content?.encoded).not.toMatch(/\s(href|src)="(?!https?:|mailto:)/);
      }
    });
  });

  test('is announced by every page, that of single updates first', () => {
    for (const file of filesOf(folder, '.html')) {
      const [, first] =
        /<link[^>]+application\/rss\+xml[^>]+href="([^"]*)"/.exec(readPage(folder, file)) ?? [];
      expect(first, file).toBe(`${base}updates.xml`);
    }
  });

  test('has the same entries in every form', async () => {
    const titles = async (file: string, parsed: Parser) =>
      (await parsed(readPage(folder, file))).map(({ title }) => title);
    const rss = await titles('feed.xml', parsers.rss.feedsmith);
    expect(await titles('feed.atom', parsers.atom.feedsmith)).toEqual(rss);
    expect(troubleIn(readPage(folder, 'feed.atom'))).toEqual([]);
    // JSON has plain words where the others have HTML.
    expect(await titles('feed.json', parsers.json.feedsmith)).toHaveLength(rss.length);
  });

  test.each([
    ['feed.rss', 'feed.xml'],
    ['history.rss', 'feed.xml'],
    ['index.xml', 'feed.xml'],
    ['issues/index.xml', 'feed.xml'],
    ['history.atom', 'feed.atom'],
  ])('has at /%s, where another status page had its feed, /%s', (old, file) => {
    expect(readPage(folder, old)).toBe(readPage(folder, file));
  });

  test('tells of each service what hit it', () => {
    expect(ofServices.length).toBe(filesOf(`${folder}/services`, 'index.html').length - 1);
  });
});

test.each(['updates.xml', 'feed.xml'])('/%s weighs at most 64 KB', (file) => {
  for (const { folder } of [sites.calm, sites.trouble])
    expect(gzipSync(readPage(folder, file)).length).toBeLessThanOrEqual(64 * 1024);
});

test('an entry of an incident has all its updates, the newest first', () => {
  const entry = parseRssFeed(readPage(sites.calm.folder, 'feed.xml')).items?.find(
    ({ guid }) => guid?.value === 'incident:2026-11-12-late-webhooks',
  );
  const numbers = [...(entry?.content?.encoded ?? '').matchAll(/#Update_(\d)"/g)].map(([, n]) => n);
  expect(numbers).toEqual(['5', '4', '3', '2', '1']);
});

test('the link of an update leads to it', () => {
  const [update] = parseRssFeed(readPage(sites.trouble.folder, 'updates.xml')).items ?? [];
  const [page = '', id] = (update?.link ?? '').split('#');
  const path = new URL(page).pathname.slice(sites.trouble.base.length);
  expect(readPage(sites.trouble.folder, `${path}index.html`)).toContain(`id="${id}"`);
});

test('a notice reads as a notice', () => {
  const titles = parseRssFeed(readPage(sites.calm.folder, 'feed.xml')).items?.map(
    ({ title }) => title,
  );
  expect(titles).toContain('Notice, resolved: Some October invoices charged for retries');
});
