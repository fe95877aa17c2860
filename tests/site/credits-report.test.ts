import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsIn } from '../support/accessible.ts';
import { creditContent, credits, headings, monthly, accountOf } from '../support/customers.ts';

const list = `${headings}
a-customer-with-a-long-name-and-no-space-in-it-anywhere-at-all,team,webhooks,eu,EUR,123456789012.34
b,business,webhooks,us,JPY,1000
c,gold,webhooks,eu,EUR,"1.234,56"
`;

let browser: Browser;
/** All tests share one tab: each new one is a process. */
let page: Page;
let folder: string;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  page = await browser.newPage();
  const content = creditContent(monthly, { 'postmortems/down.mdx': accountOf('full') });
  const { out, files, stderr } = await credits(list, { content, args: ['--format', 'html'] });
  if (files.length === 0) throw new Error(stderr);
  folder = out;
});
afterAll(() => browser.close());

const open = (out = folder) => page.goto(`file://${join(out, 'credits-2026-01.html')}`);

test.each([
  ['light', 'light', 1280],
  ['dark', 'dark', 1280],
  ['a phone', 'light', 320],
] as const)(
  'the report of credits can be read by anyone, in %s, open and closed',
  async (_look, colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 640 });
    await open();
    for (const isOpen of [false, true]) {
      await page.evaluate(
        (state) => document.querySelectorAll('details').forEach((one) => (one.open = state)),
        isOpen,
      );
      expect(await violationsIn(page)).toEqual([]);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBeLessThanOrEqual(0);
    }
  },
);

test('on paper stands the arithmetic that is open, and many rows fill few pages', async () => {
  const rows = Array.from(
    { length: 69 },
    (_, index) => `ws_${index},${index % 3 ? 'team' : 'gold'},webhooks,eu,EUR,${index * 10}`,
  );
  const { out } = await credits(`${headings}\n${rows.join('\n')}\n`, {
    args: ['--format', 'html'],
  });
  await open(out);
  const pages = async (): Promise<number> =>
    (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  const few = await pages();
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThanOrEqual(6);
  await page.evaluate(() =>
    document.querySelectorAll('details').forEach((one) => (one.open = true)),
  );
  expect(await pages()).toBeGreaterThan(few);
});
