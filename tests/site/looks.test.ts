import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { filesOf, readPage } from '../support/pages.ts';
import { sites } from './built.ts';

const { calm, trouble } = sites;
const outage = 'incidents/2026-11-12-late-webhooks/';
const account = 'postmortems/2026-09-22-names-not-found/';
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  page = await browser.newPage({ timezoneId: 'UTC' });
  await page.clock.setFixedTime(calm.now);
});
afterAll(() => browser.close());

/** Opens an address on a screen of this size; all tests share one tab, since each new one is a process. */
async function open(address: string, viewport = { width: 1280, height: 720 }): Promise<void> {
  await page.emulateMedia({ media: null });
  await page.setViewportSize(viewport);
  await page.goto(address);
}

/** The words under `selector` that stand on more than one line. */
const brokenWords = (selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const broken: string[] = [];
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s-]+/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (tops.size > 1) broken.push(word);
        }
      }
      return broken;
    }),
  );

describe('the promises of a postmortem', () => {
  test.each([1400, 900, 700, 560, 320])('break no word, %i pixels wide', async (width) => {
    await open(calm.url + account, { width, height: 900 });
    expect(await brokenWords('.promises td:not(:first-child)')).toEqual([]);
  });

  test('break no word on paper', async () => {
    await open(calm.url + account, { width: 718, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    expect(await brokenWords('.promises td:not(:first-child)')).toEqual([]);
  });
});

describe('a day on which something happened', () => {
  test('has its date, how bad it was and what it was, and leads there', async () => {
    await open(calm.url);
    const bar = page
      .getByRole('link', {
        name: '22 Sept 2026: Partial outage. Many systems could not find Ferry',
      })
      .first();
    await bar.focus();
    await Promise.all([
      page.waitForURL(`${calm.url}incidents/2026-09-22-names-not-found/`),
      page.keyboard.press('Enter'),
    ]);
  });

  test.each([900, 320])('can be hit, %i pixels wide', async (width) => {
    await open(calm.url, { width, height: 900 });
    const box = await page.locator('.days a').first().boundingBox();
    expect(box?.width).toBeGreaterThan(width / 40);
    expect(box?.height).toBeGreaterThan(30);
  });

  test('is one stop for the keyboard together with those that follow with the same, and quiet days are none', async () => {
    await open(`${calm.url}services/dashboard/`);
    const january = page.locator('.year .days').first();
    expect(await january.getByRole('link').count()).toBe(2);
    expect(
      await january.getByRole('link', { name: '1 Jan 2026 – 2 Jan 2026: Degraded.' }).count(),
    ).toBe(1);
    expect(await page.locator('.days').first().locator('a').count()).toBeLessThan(10);
  });
});

describe('services', () => {
  test.each([outage, account])('lead to their pages from /%s', async (address) => {
    await open(calm.url + address);
    await page.locator('.service-name a').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/services\/[a-z-]+\/$/);
  });

  test('have a page of all, with the year of each', async () => {
    await open(calm.url);
    await page.getByRole('link', { name: 'All services, day by day' }).click();
    expect(new URL(page.url()).pathname).toBe('/services/');
    const services = page.locator('.service');
    expect(await services.count()).toBe(5);
    expect(await services.first().locator('.year .days').count()).toBe(11);
  });

  test('tell of older months than they list that they are in their years', async () => {
    await open(`${calm.url}services/webhooks/`);
    expect(await page.locator('main').innerText()).toContain(
      'The latest 24 months; older ones are in their years.',
    );
    await page.goto(`${calm.url}services/search/`);
    expect(await page.locator('main').innerText()).not.toContain('older ones are in their years');
  });

  test('show their arithmetic on paper', async () => {
    await open(`${calm.url}services/webhooks/`);
    const arithmetic = page.locator('.arithmetic').first();
    const isShown = () =>
      arithmetic.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));
    expect(await isShown()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await isShown()).toBe(true);
  });
});

describe('a postmortem', () => {
  test('says what we did wrong before what you get back, and its contents before both', async () => {
    await open(calm.url + account);
    const headings = await page.locator('main h2').allInnerTexts();
    expect(headings.indexOf('What we did wrong')).toBe(0);
    expect(headings.indexOf('What you get back')).toBeGreaterThan(0);
    const contents = await page.locator('.contents a').allInnerTexts();
    expect(contents).toEqual(headings);
    const [top, first] = await Promise.all([
      page.locator('.contents').boundingBox(),
      page.locator('main h2').first().boundingBox(),
    ]);
    expect(top && first && top.y < first.y).toBe(true);
  });

  test.each([900, 320])('has its facts in two lines at most, %i pixels wide', async (width) => {
    await open(calm.url + account, { width, height: 900 });
    const lines = await page
      .locator('.facts time')
      .evaluateAll((times) =>
        times.map(
          (time) => new Set([...time.getClientRects()].map(({ top }) => Math.round(top))).size,
        ),
      );
    expect(Math.max(...lines)).toBeLessThanOrEqual(2);
  });

  test('has the quotes that its author wrote', () => {
    for (const file of filesOf(calm.content, '.mdx')) {
      const written = new Set(readPage(calm.content, file).match(/[“”‘’„]/g));
      const page = readPage(calm.folder, file.replace(/\.mdx$/, '/index.html'));
      expect(
        [...new Set(page.match(/[“”‘’„]/g))].filter((quote) => !written.has(quote)),
        file,
      ).toEqual([]);
    }
  });

  test('has charts without a paper of their own', async () => {
    await open(calm.url + account);
    const alpha = await page
      .locator('.story img')
      .first()
      .evaluate(async (image) => {
        await (image as HTMLImageElement).decode();
        const canvas = new OffscreenCanvas(480, 310).getContext('2d');
        canvas?.drawImage(image as HTMLImageElement, 0, 0, 480, 310);
        return canvas?.getImageData(8, 150, 1, 1).data[3];
      });
    expect(alpha).toBe(0);
  });
});

test('what is open says in words which region and how bad', async () => {
  await open(trouble.url);
  expect(await page.locator('.windows').first().innerText()).toContain('EU only');
  expect(await page.locator('.now').first().innerText()).toMatch(
    /Severity: Major\. Many customers are cut off/,
  );
});

test('a page that runs from right to left has today under the latest day, and code from left to right', async () => {
  await open(`${trouble.url}services/webhooks/`);
  const placed = () =>
    page.evaluate(() => {
      const left = (element: Element | undefined | null): number =>
        element?.getBoundingClientRect().left ?? NaN;
      const strip = document.querySelector('.recent .days, svg.days');
      const troubles = [...(strip?.querySelectorAll('a .reach') ?? [])];
      return {
        days: Math.sign(left(troubles.at(-1)) - left(troubles[0])),
        ends: Math.sign(
          left(document.querySelector('.ends span')) - left(document.querySelector('.ends time')),
        ),
      };
    });
  expect(await placed()).toEqual({ days: 1, ends: 1 });
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  expect(await placed()).toEqual({ days: -1, ends: -1 });
  await page.goto(calm.url + account);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  const directions = await page
    .locator('main :is(code, pre)')
    .evaluateAll((found) => found.map((one) => getComputedStyle(one).direction));
  expect([...new Set(directions)]).toEqual(['ltr']);
});
