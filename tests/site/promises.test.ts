import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { sites } from './built.ts';

const { calm, trouble } = sites;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  page = await browser.newPage();
});
afterAll(() => browser.close());

test.each([calm, trouble])(
  'the headline counts every promise once, and leaves out what is none',
  async ({ url }) => {
    await page.goto(`${url}promises/`);
    const counted = (
      (await page.locator('.headline .sub').innerText()).split(';')[0]?.match(/\d+/g) ?? []
    ).map(Number);
    const listed = await page.locator('main .promise').count();
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(listed);
    expect(counted.length).toBeGreaterThan(1);
  },
);

test('a promise that was given up says why, on its postmortem as on the list of promises', async () => {
  await page.goto(`${calm.url}promises/`);
  const given = page.locator('.promise', { hasText: 'Given up' });
  expect(await given.innerText()).toContain('would have found nothing');
  await given.getByRole('link').first().click();
  expect(await page.locator('.promises tr', { hasText: 'Given up' }).innerText()).toContain(
    'would have found nothing',
  );
});
