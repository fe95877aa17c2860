import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchOptions } from '../support/browser.ts';
import { onePageOfEachType } from '../support/pages.ts';

const sites = inject('sites');
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch(launchOptions(inject('browser')));
});
afterAll(() => browser.close());

/** Opens a page at the moment that it was built for, and gathers what a reader would not want: errors, and requests to others. */
async function open(url: string, now: string, options: BrowserContextOptions) {
  const context = await browser.newContext({ timezoneId: 'UTC', ...options });
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => new URL(request.url()).host !== new URL(url).host && foreign.push(request.url()));
  const response = await page.goto(url, { waitUntil: 'load' });
  return { page, errors, foreign, status: response?.status(), close: () => context.close() };
}

const looks: Record<string, BrowserContextOptions> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'a phone': { viewport: { width: 320, height: 640 } },
  'forced colours': { forcedColors: 'active' },
};

/** Colours hang on the styles and not on what is written: one site is enough to see them all. */
const looksOf = (name: string) => Object.entries(looks).filter(([look]) => name === 'calm' || look === 'light' || look === 'a phone');

describe.each(Object.entries(sites))('%s', (name, site) => {
  describe.each(onePageOfEachType(site.folder))('/%s', (address) => {
    test.each(looksOf(name))('can be read by anyone, in %s', async (_look, options) => {
      const { page, errors, foreign, close } = await open(site.url + address, site.now, options);
      // axe looks at the page from outside of its content security policy.
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([]);
      expect(errors).toEqual([]);
      expect(foreign).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await close();
    });

    test.skipIf(address === 'search/' || address === 'credits/')('says the same without JavaScript', async () => {
      const withScripts = await open(site.url + address, site.now, {});
      const without = await open(site.url + address, site.now, { javaScriptEnabled: false });
      const words = async ({ page }: typeof without) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
      expect(await words(without)).toBe(await words(withScripts));
      await Promise.all([withScripts.close(), without.close()]);
    });
  });
});

test('the content security policy keeps a script that got in from running', async () => {
  const { page, close } = await open(sites.calm.url, sites.calm.now, {});
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
  });
  expect(await page.title()).not.toBe('taken over');
  await close();
});

test('the keyboard reaches the content first, and every link', async () => {
  const { page, close } = await open(sites.calm.url, sites.calm.now, {});
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  expect(first).toMatch(/^#/);
  const links = await page.locator('a[href]').count();
  const reached = new Set<number>();
  for (let step = 0; step <= links; step++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => [...document.querySelectorAll('a[href]')].indexOf(document.activeElement as Element)));
  }
  reached.delete(-1);
  expect(reached.size).toBeGreaterThanOrEqual(links - 1);
  await close();
});

test('a printed page is dark on light, whatever the screen', async () => {
  const { page, close } = await open(sites.calm.url, sites.calm.now, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const colour = await page.evaluate(() => getComputedStyle(document.body).color);
  const [red = 255] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  expect(red).toBeLessThan(80);
  await close();
});
