import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsIn } from '../support/accessible.ts';
import { sites } from './built.ts';

const { folder, url, base } = sites.german;
const account = `${url}postmortems/2026-03-17-mails-held-back/`;
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});
afterAll(() => browser.close());

const open = async (width: number): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(account);
  return page;
};
const picture = (page: Page) => page.locator('.story img');
const weight = (address: string): number =>
  statSync(join(folder, new URL(address).pathname.slice(base.length))).size;

test.each([
  [320, 352],
  [1280, 704],
])('a screen of %i pixels loads a variant of %i, once it is scrolled to', async (screen, wide) => {
  const page = await open(screen);
  const { chosen, src, choice } = await picture(page).evaluate(async (image: HTMLImageElement) => {
    image.scrollIntoView();
    await image.decode();
    return { chosen: image.currentSrc, src: image.src, choice: image.srcset };
  });
  expect(choice).toContain(`${new URL(chosen).pathname} ${wide}w`);
  expect(weight(chosen)).toBeLessThan(weight(src));
  expect(await violationsIn(page)).toEqual([]);
  await page.close();
});

test('on paper it is there, though nobody has scrolled to it', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 100 } });
  const loaded = page.waitForResponse((response) => response.url().endsWith('.webp'));
  await page.goto(account);
  await page.pdf();
  expect((await loaded).ok()).toBe(true);
  await page.close();
});
