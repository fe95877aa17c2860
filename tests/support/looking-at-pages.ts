import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { BuiltSite } from '../site/setup.ts';
import { bringAxe, placesIn, violationsIn } from './accessible.ts';
import { onePageOfEachType } from './pages.ts';

interface Tab {
  page: Page;
  /** The host of the site that is looked at, and the moment at which the tab's clock stands. */
  host: string;
  now: string;
  errors: string[];
  foreign: string[];
}

/** A way to look at a page that is open already. */
interface Look {
  media?: Parameters<Page['emulateMedia']>[0];
  width?: number;
}

const looks: Record<string, Look> = {
  light: {},
  dark: { media: { colorScheme: 'dark' } },
  'a phone': { width: 320 },
  'forced colours': { media: { forcedColors: 'active' } },
};

async function show(page: Page, { media, width = 1280 }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
  await page.setViewportSize({ width, height: 720 });
}

/** Colours hang on the styles and not on what is written: one site is enough to see them all. */
const looksOf = (name: string): [string, Look][] =>
  Object.entries(looks).filter(
    ([look]) => name === 'calm' || look === 'light' || look === 'a phone',
  );

/** A browser for a file of tests: `open` opens a page, `lookAtAll` tests one page of each type of a site. */
export function lookingAtPages() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(() => browser.close());

  /** One tab with scripts and one without, and so on: a new one for each page would take longer than all that is looked at. */
  const tabs = new Map<string, Promise<Tab>>();

  async function newTab(options: BrowserContextOptions): Promise<Tab> {
    const context = await browser.newContext({ timezoneId: 'UTC', ...options });
    const tab: Tab = { page: await context.newPage(), host: '', now: '', errors: [], foreign: [] };
    if (options.javaScriptEnabled !== false) await bringAxe(tab.page);
    tab.page.on(
      'console',
      (message) => message.type() === 'error' && tab.errors.push(message.text()),
    );
    tab.page.on('pageerror', (error) => tab.errors.push(error.message));
    tab.page.on(
      'request',
      (request) => new URL(request.url()).host !== tab.host && tab.foreign.push(request.url()),
    );
    return tab;
  }

  /** Opens a page at the moment that it was built for, and gathers what a reader would not want: errors, and requests to others. */
  async function open(url: string, now: string, options: BrowserContextOptions): Promise<Tab> {
    const key = JSON.stringify(options);
    const tab = await (tabs.get(key) ?? newTab(options));
    tabs.set(key, Promise.resolve(tab));
    tab.host = new URL(url).host;
    tab.errors.length = 0;
    tab.foreign.length = 0;
    // Each setting of a clock is done again on every page after it.
    if (tab.now !== now) await tab.page.clock.setFixedTime(now);
    tab.now = now;
    await tab.page.goto(url, { waitUntil: 'load' });
    return tab;
  }

  const lookAtAll = (name: string, site: BuiltSite) =>
    describe(name, () => {
      describe.each(onePageOfEachType(site.folder))('/%s', (address) => {
        let tab: Tab;
        let places: string;
        beforeAll(async () => {
          tab = await open(site.url + address, site.now, {});
          await show(tab.page, {});
          if (looksOf(name).some(([, look]) => look.media)) places = await placesIn(tab.page);
        });

        test.each(looksOf(name))('can be read by anyone, in %s', async (_look, look) => {
          const { page, errors, foreign } = tab;
          await show(page, look);
          // Colours move nothing and hide nothing: what the other rules look at is what they have seen in light.
          if (look.media) expect(await placesIn(page)).toBe(places);
          expect(await violationsIn(page, look.media ? 'colours' : 'all')).toEqual([]);
          expect(errors).toEqual([]);
          expect(foreign).toEqual([]);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow).toBeLessThanOrEqual(0);
        });

        test.skipIf(address === 'search/' || address === 'credits/')(
          'says the same without JavaScript',
          async () => {
            await show(tab.page, {});
            const without = await open(site.url + address, site.now, { javaScriptEnabled: false });
            const words = async ({ page }: Tab) =>
              (await page.locator('main').innerText()).replace(/\s+/g, ' ');
            expect(await words(without)).toBe(await words(tab));
          },
        );
      });
    });

  return { open, lookAtAll };
}
