import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRssFeed } from 'feedsmith';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { type Served, serve } from '../../scripts/lib/serve.ts';
import { violationsIn } from '../support/accessible.ts';
import { type Raster, rasterOf } from '../../src/record/picture/raster.ts';
import { contentFolder } from '../support/content.ts';
import { newFolder, ownup } from '../support/ownup.ts';
import { filesOf, readPage } from '../support/pages.ts';
import { sites } from './built.ts';

const now = '2026-03-01T12:00:00Z';
const look = `look:
  accent: { light: "#0b6e4f", dark: "#7fd4b4" }
  logo: { light: favicon.svg, alt: Ferry }
  preview: shared.png
  home: https://ferry.example/
  header: [{ name: Documentation, url: "https://docs.ferry.example/" }]
  footer: [{ name: Imprint, url: "https://ferry.example/imprint" }]
`;
/** A company that speaks Hebrew, and has not translated all of it. */
const hebrew = `siteTitle: "מצב {name}"
skip: דילוג לתוכן
nav: { home: מצב, incidents: היסטוריה, postmortems: תחקירים, promises: הבטחות, search: חיפוש }
headline: { calm: כל השירותים פועלים. }
uptime: { over: { one: "{percent} ביום אחד", two: "{percent} ביומיים", other: "{percent} ב-# ימים" } }
`;

let browser: Browser;
let served: Served;
const site = join(newFolder('look'), 'dist');

beforeAll(async () => {
  const copied = newFolder('public');
  copyFileSync('public/favicon.svg', join(copied, 'favicon.svg'));
  copyFileSync('src/layouts/preview.png', join(copied, 'shared.png'));
  const { code } = await ownup('build', [], {
    OWNUP_CONTENT: contentFolder({
      'site.yaml': `${exampleRecord['site.yaml']}language: he\n${look}`,
      'strings/he.yaml': hebrew,
      'theme.css':
        ':root { --paper: light-dark(#ffffff, #101418); --font: Georgia, serif; }\nbody { background-image: url(favicon.svg); background-repeat: no-repeat; }\n',
    }),
    OWNUP_OUT: site,
    OWNUP_NOW: now,
    OWNUP_PUBLIC: copied,
    OWNUP_BASE: '/status/',
  });
  expect(code).toBe(0);
  browser = await chromium.connect(inject('browser'));
  served = await serve(site, '/status/', 0);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

async function open(options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(served.url);
  const styleOf = (selector: string, property: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  return { page, asked, styleOf };
}

test.each([
  ['light', 'rgb(11, 110, 79)', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(127, 212, 180)', 'rgb(16, 20, 24)'],
] as const)('a company’s colour, logo, links and theme show, in %s', async (scheme, ink, paper) => {
  const { page, asked, styleOf } = await open({ colorScheme: scheme });
  expect(await styleOf('footer a', 'color')).toBe(ink);
  expect(await styleOf('body', 'background-color')).toBe(paper);
  expect(await styleOf('body', 'font-family')).toContain('Georgia');
  const logo = page.getByRole('link', { name: 'Ferry', exact: true });
  expect(await logo.getAttribute('href')).toBe('https://ferry.example/');
  const drawn = await logo.locator('img').boundingBox();
  expect(drawn?.width).toBeGreaterThanOrEqual(16);
  expect(drawn?.height).toBe(28);
  for (const name of ['Documentation', 'Imprint'])
    expect(await page.getByRole('link', { name, exact: true }).count()).toBe(1);
  expect(asked).toContain(`${served.url}favicon.svg`);
  expect(asked.filter((url) => !url.startsWith(served.url))).toEqual([]);
  expect(await violationsIn(page)).toEqual([]);
  await page.context().close();
});

test('a company’s own language is spoken, from right to left, and what is missing says that it is English', async () => {
  const { page, styleOf } = await open({});
  expect(await page.locator('html').getAttribute('lang')).toBe('he');
  expect(await styleOf('main', 'direction')).toBe('rtl');
  expect(await page.locator('h1').innerText()).toBe('כל השירותים פועלים.');
  expect(await page.locator('.uptime').first().innerText()).toMatch(/ב-90 ימים$/);
  expect(await page.locator('h2 > [lang="en"][dir="ltr"]').first().innerText()).toBe('Services');
  expect(await page.title()).toContain('מצב Ferry');
  // Where it begins: the name of a service stands at the right end of its line, and its state at the left.
  const [name, state] = await Promise.all(
    ['h3 a', '.state'].map((one) => page.locator('main').locator(one).first().boundingBox()),
  );
  expect(name?.x).toBeGreaterThan(state?.x ?? Infinity);
  await page.context().close();

  for (const file of filesOf(site, '').filter((one) =>
    /\.(html|xml|json|svg|ics|atom|rss)$/.test(one),
  ))
    expect(readPage(site, file), file).not.toMatch(/[\u2066\u2069]|%E2%81%A|&#x?(206|829)/i);
  expect(parseRssFeed(readPage(site, 'updates.xml')).language).toBe('he');
  expect(Object.keys(JSON.parse(readPage(site, 'pagefind/pagefind-entry.json')).languages)).toEqual(
    ['he'],
  );
});

/** The pictures that pages ask others to show, each with the file that it is in `folder`, which is served at `base`. */
function previewsIn(folder: string, base: string) {
  const pages = filesOf(folder, '.html').map((file) => readPage(folder, file));
  const said = (page: string, name: string) =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(page)?.[1];
  return new Set(
    pages
      .filter((page) => page.includes('og:url'))
      .map((page) => {
        const url = new URL(said(page, 'og:image') ?? 'none:');
        const file = join(folder, decodeURI(url.pathname.slice(base.length)));
        const { width, height } = rasterOf('png', readFileSync(file)) as Raster;
        expect(said(page, 'og:image:width')).toBe(`${width}`);
        expect(said(page, 'og:image:height')).toBe(`${height}`);
        expect(said(page, 'og:image:alt')).toBeTruthy();
        expect(said(page, 'twitter:card')).toBe('summary_large_image');
        return url.href;
      }),
  );
}

test('beside links to its pages others show the company’s picture, or ours', () => {
  expect(previewsIn(site, '/status/')).toEqual(
    new Set(['https://status.ferry.example/status/shared.png']),
  );
  const { folder, base } = sites.calm;
  const [ours, ...others] = previewsIn(folder, base);
  expect(others).toEqual([]);
  expect(ours).toMatch(/^https:.*\/preview\.[\w-]+\.png$/);
});

test('with a logo a phone needs no scrolling to the side', async () => {
  const { page } = await open({ viewport: { width: 320, height: 640 } });
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBeLessThanOrEqual(0);
  await page.context().close();
});
