import { parseRssFeed } from 'feedsmith';
import { type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { filesOf, readPage } from '../support/pages.ts';
import { shownHtml } from '../support/shown-html.ts';
import { sites } from './built.ts';

const { german } = sites;
const words = 'Webhooks <img src=https://evil.example/p.gif>';

describe('a title that is meant to break pages', () => {
  test('adds no element to a page', () => {
    const files = filesOf(german.folder, '.html');
    const naming = files.filter((file) => readPage(german.folder, file).includes('evil.example'));
    expect(naming.length).toBeGreaterThan(5);
    for (const file of naming) {
      const { elements } = shownHtml(readPage(german.folder, file));
      expect(elements.includes('img') && !file.startsWith('postmortems/'), file).toBe(false);
    }
  });

  test('is text in a feed', () => {
    const { items = [] } = parseRssFeed(readPage(german.folder, 'feed.xml'));
    const titles = items.map(({ title = '' }) => shownHtml(title));
    expect(titles.filter(({ elements }) => elements.length)).toEqual([]);
    expect(titles.filter(({ text }) => text.includes(words))).toHaveLength(1);
  });
});

describe('in a browser', () => {
  let browser: Awaited<ReturnType<typeof chromium.launch>>;
  let page: Page;
  const asked = new Set<string>();
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
    page = await browser.newPage();
    page.on('request', (request) => asked.add(new URL(request.url()).host));
  });
  afterAll(() => browser.close());

  test.each(['', 'incidents/', 'incidents/2026/', 'services/webhooks/', 'search/'])(
    'nobody is sent away from /%s, and nobody else is asked for anything',
    async (path) => {
      await page.goto(german.url + path, { waitUntil: 'networkidle' });
      expect(page.url()).toBe(german.url + path);
      expect([...asked]).toEqual([new URL(german.url).host]);
      expect(await page.locator('img[src*=evil], meta[http-equiv=refresh]').count()).toBe(0);
    },
  );

  /** Whether the open page runs a file of the site as a script. */
  const runs = (file: string): Promise<boolean> =>
    page.evaluate(
      (src) =>
        new Promise<boolean>((resolve) => {
          const script = document.createElement('script');
          script.onload = () => resolve(true);
          script.onerror = () => resolve(false);
          script.src = src;
          document.head.append(script);
        }),
      german.url + file,
    );

  test.each(['', 'search/'])('/%s runs scripts of the site and no text of it', async (path) => {
    const scripts = filesOf(german.folder, '.js').filter((file) => file.startsWith('_astro/'));
    const found = filesOf(german.folder, '').filter(
      (file) => /(\/|^)[^.]+$|\.(xml|json|txt|css|svg)$/.test(file) && !/\/$/.test(file),
    );
    // Of answers, which are alike, one of each folder.
    const texts = [
      ...new Map(found.map((file) => [/^api\/.*(?=\/)/.exec(file)?.[0] ?? file, file])).values(),
    ];
    // A server that knows no types: what runs then hangs on the policy alone.
    await page.route('**', async (route) => {
      const response = await route.fetch();
      const { 'x-content-type-options': _, ...headers } = response.headers();
      const isScript = route.request().resourceType() === 'script';
      await route.fulfill({
        response,
        headers: isScript ? { ...headers, 'content-type': 'text/javascript' } : headers,
      });
    });
    await page.goto(german.url + path);
    expect(await runs(scripts[0] ?? '')).toBe(true);
    expect(texts).toEqual(
      expect.arrayContaining(['_redirects', '_headers', 'feed.xml', 'robots.txt']),
    );
    for (const file of [...texts, 'pagefind/pagefind-entry.json'])
      expect(await runs(file), file).toBe(false);
    expect(await runs('pagefind/pagefind-worker.js')).toBe(path === 'search/');
    await page.unroute('**');
  });

  test('an old address leads to the new one, also where the host knows nothing of redirects', async () => {
    await page.goto(`${german.url}issues/%C3%BCber%20alles/`);
    await page.waitForURL(`${german.url}incidents/`);
  });

  test('the search works under a path with percent signs', async () => {
    await page.goto(`${german.url}search/?q=webhooks`);
    const link = page.locator('.results a').first();
    await link.click();
    expect(page.url().startsWith(german.url)).toBe(true);
    expect(await page.locator('h1').count()).toBe(1);
  });
});

test('hosts are told what each text is, and that nobody may guess', () => {
  const [all = '', ...texts] = readPage(german.folder, '_headers').split(/\n(?=\S)/);
  expect(all).toMatch(/^\/our%20status\/%C3%BC\/\*\n/);
  expect(all).toContain('X-Content-Type-Options: nosniff');
  const typed = Object.fromEntries(
    texts.map((rule) => {
      const [path = ''] = rule.split('\n');
      return [path, /^ {2}Content-Type: (.*)$/m.exec(rule)?.[1]];
    }),
  );
  expect(typed).toMatchObject({
    [`${german.base}feed.xml`]: 'application/rss+xml; charset=utf-8',
    [`${german.base}_redirects`]: 'text/plain; charset=utf-8',
    [`${german.base}_headers`]: 'text/plain; charset=utf-8',
    [`${german.base}robots.txt`]: 'text/plain; charset=utf-8',
    [`${german.base}schemas/site.schema.json`]: 'application/json',
  });
  expect(readPage(german.folder, '_redirects')).toBe(
    `${german.base}issues/%C3%BCber%20alles/ ${german.base}incidents/ 301\n`,
  );
});
