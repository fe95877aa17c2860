import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { sites } from './built.ts';

const { calm, trouble } = sites;
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});
afterAll(() => browser.close());

async function open(address: string) {
  const page = await browser.newPage();
  await page.goto(address);
  return page;
}

test.each([calm, trouble])(
  'the headline counts every promise once, and leaves out what is none',
  async ({ url }) => {
    const page = await open(`${url}promises/`);
    const counted = (
      (await page.locator('.headline .sub').innerText()).split(';')[0]?.match(/\d+/g) ?? []
    ).map(Number);
    const listed = await page.locator('main .promise').count();
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(listed);
    expect(counted.length).toBeGreaterThan(1);
    await page.close();
  },
);

test('a promise that was given up says why, on its postmortem as on the list of promises', async () => {
  const page = await open(`${calm.url}promises/`);
  const given = page.locator('.promise', { hasText: 'Given up' });
  expect(await given.innerText()).toContain('would have found nothing');
  await given.getByRole('link').first().click();
  expect(await page.locator('.promises tr', { hasText: 'Given up' }).innerText()).toContain(
    'would have found nothing',
  );
  await page.close();
});
