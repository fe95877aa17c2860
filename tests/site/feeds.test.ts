import { parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { describe, expect, inject, test } from 'vitest';
import { filesOf, readPage } from '../support/pages.ts';

const sites = inject('sites');

function troubleIn(xml: string): string[] {
  const trouble: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => trouble.push(error.message));
  parser.write(xml).close();
  return trouble;
}

describe.each(Object.entries(sites))('%s', (_name, { folder }) => {
  describe.each(['feed.xml', 'postmortems/feed.xml'])('/%s', (file) => {
    const xml = readPage(folder, file);
    const { items = [], ...feed } = parseRssFeed(xml);

    test('is well-formed', () => {
      expect(troubleIn(xml)).toEqual([]);
    });

    test('has at most 50 items, the newest first', () => {
      const dates = items.map(({ pubDate }) => Date.parse(String(pubDate)));
      expect(items.length).toBeLessThanOrEqual(50);
      expect(dates.some(Number.isNaN)).toBe(false);
      expect(dates).toEqual([...dates].sort((a, b) => b - a));
    });

    test('was last built when its newest item was', () => {
      if (items[0])
        expect(Date.parse(String(feed.lastBuildDate))).toBe(Date.parse(String(items[0].pubDate)));
    });

    test('names each item once and for all, and not by its address', () => {
      const guids = items.map(({ guid }) => guid?.value ?? '');
      expect(new Set(guids).size).toBe(items.length);
      expect(guids.filter((guid) => guid === '' || /^https?:/.test(guid))).toEqual([]);
      expect(items.filter(({ guid }) => guid?.isPermaLink !== false)).toEqual([]);
    });

    test('has no words that run together', () => {
      const together =
        /[\p{L}\d.,;:](?=<(small|time|strong|b|a|span)\b)|<\/(small|time|strong|b|a|span)>(?=[\p{L}\d])/u;
      for (const { content, title } of items) expect(content?.encoded, title).not.toMatch(together);
    });

    test('has the whole text, with addresses that work elsewhere', () => {
      for (const { title, content, link } of items) {
        expect(title).toBeTruthy();
        expect(link).toMatch(/^https?:\/\//);
        expect(content?.encoded?.length, title).toBeGreaterThan(20);
        expect(content?.encoded).not.toMatch(/\s(href|src)="(?!https?:|mailto:)/);
      }
    });
  });

  test('is announced by every page', () => {
    for (const file of filesOf(folder, '.html'))
      expect(readPage(folder, file), file).toMatch(/<link[^>]+application\/rss\+xml/);
  });
});

test('a notice reads as a notice', () => {
  const titles = parseRssFeed(readPage(sites.calm.folder, 'feed.xml')).items?.map(
    ({ title }) => title,
  );
  expect(titles).toContain('Notice, resolved: Some October invoices charged for retries');
});
