import { expect, test } from 'vitest';
import { lookingAtPages } from '../support/looking-at-pages.ts';
import { sites } from './built.ts';

const { open, lookAtAll } = lookingAtPages();

lookAtAll('calm', sites.calm);

test('the content security policy keeps a script that got in from running', async () => {
  const { page } = await open(sites.calm.url, sites.calm.now, {});
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
  });
  expect(await page.title()).not.toBe('taken over');
});

test('the keyboard reaches the content first, and every link', async () => {
  const { page } = await open(sites.calm.url, sites.calm.now, {});
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  expect(first).toMatch(/^#/);
  const links = await page.locator('a[href]').count();
  const reached = new Set<number>();
  for (let step = 0; step <= links; step++) {
    await page.keyboard.press('Tab');
    reached.add(
      await page.evaluate(() =>
        [...document.querySelectorAll('a[href]')].indexOf(document.activeElement as Element),
      ),
    );
  }
  reached.delete(-1);
  expect(reached.size).toBeGreaterThanOrEqual(links - 1);
});

test('a printed page is dark on light, whatever the screen', async () => {
  const { page } = await open(sites.calm.url, sites.calm.now, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const colour = await page.evaluate(() => getComputedStyle(document.body).color);
  const [red = 255] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  expect(red).toBeLessThan(80);
});
