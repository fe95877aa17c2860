import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violationsIn } from '../support/accessible.ts';
import { filesOf, readPage } from '../support/pages.ts';
import { sites } from './built.ts';

const { calm, trouble } = sites;
let browser: Browser;
/** All tests share one tab: each new one is a process. */
let page: Page;
/** What it has asked for of the index, and complained of, since a page was opened. */
const requests: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  page = await browser.newPage();
  page.on(
    'request',
    (request) => request.url().includes('/pagefind/') && requests.push(request.url()),
  );
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
});
afterAll(() => browser.close());

async function open(url: string, query = ''): Promise<void> {
  requests.length = 0;
  errors.length = 0;
  await page.goto(`${url}search/${query}`, { waitUntil: 'networkidle' });
}

const status = () => page.locator('.found [role=status]');
const links = (): Promise<string[]> =>
  page
    .locator('.results a')
    .evaluateAll((found) =>
      found.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );

async function answered(): Promise<string> {
  await page.waitForFunction(() =>
    /\d|Nothing/.test(document.querySelector('.found [role=status]')?.textContent ?? ''),
  );
  return (await status().textContent()) ?? '';
}

test('nothing of the index is loaded before the reader searches', async () => {
  await open(calm.url);
  expect(requests).toEqual([]);
  await Promise.all([page.waitForRequest(/pagefind\.js/), page.getByRole('searchbox').focus()]);
});

describe('a word', () => {
  test('is found under a sub-path, with the security policy, and leads to a page', async () => {
    await open(trouble.url);
    await page.getByRole('searchbox').fill('certificate');
    expect(await answered()).toMatch(/^\d+ results?\.$/);
    const [first = ''] = await links();
    expect(first).toMatch(/^\/status\/(incidents|postmortems)\//);
    expect((await page.request.get(new URL(first, page.url()).href)).ok()).toBe(true);
    expect(await page.locator('.results li').first().textContent()).toMatch(
      /(Incident|Postmortem) · \d+ \w+ \d{4}/,
    );
    expect(await page.locator('.results mark').count()).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  test('that is nowhere is said to be nowhere', async () => {
    await open(calm.url, '?q=xylophonist');
    expect(await answered()).toBe('Nothing was found.');
  });
});

describe('filters', () => {
  test.each([
    ['service', 'search'],
    ['severity', 'data'],
    ['cause', 'expiry'],
    ['year', '2025'],
  ])('by %s leave what has it, and only that', async (name, value) => {
    await open(calm.url);
    await page.locator(`select[name=${name}]`).selectOption(value);
    await answered();
    while (await page.getByRole('button', { name: 'Show more' }).isVisible()) {
      const before = (await links()).length;
      await page.getByRole('button', { name: 'Show more' }).click();
      await page.waitForFunction(
        (shown) => document.querySelectorAll('.results a').length > shown,
        before,
      );
    }
    const has = new RegExp(`content="${value}" data-pagefind-filter="${name}\\[content\\]"`);
    const expected = filesOf(calm.folder, 'index.html').filter((file) =>
      has.test(readPage(calm.folder, file)),
    );
    expect(expected).not.toEqual([]);
    expect((await links()).sort()).toEqual(
      expected.map((file) => `/${file.replace('index.html', '')}`).sort(),
    );
    expect(errors).toEqual([]);
  });

  test('narrow what the words find, and stay in the address', async () => {
    await open(calm.url, '?q=certificate&year=2024');
    await answered();
    expect(await links()).toHaveLength(2);
    expect(await page.locator('select[name=year]').inputValue()).toBe('2024');
    await page.locator('select[name=year]').selectOption('');
    await page.waitForFunction(() => document.querySelectorAll('.results a').length > 2);
    expect(new URL(page.url()).search).toBe('?q=certificate');
  });
});

test('Back leads to the search before, and the words that were typed on are one search', async () => {
  await open(calm.url);
  const box = page.getByRole('searchbox');
  await box.focus();
  await page.keyboard.type('cert');
  await answered();
  await page.keyboard.type('ificate');
  await page.waitForURL(/q=certificate/);
  await box.fill('invoices');
  await page.waitForURL(/q=invoices/);
  await page.locator('select[name=year]').selectOption('2026');
  await page.waitForURL(/q=invoices&year=2026/);
  await page.goBack();
  expect(new URL(page.url()).search).toBe('?q=invoices');
  await page.goBack();
  expect(new URL(page.url()).search).toBe('?q=certificate');
  expect(await box.inputValue()).toBe('certificate');
  await page.waitForFunction(() =>
    /certificate/.test(document.querySelector('.results')?.textContent ?? ''),
  );
});

test('an excerpt tells of what happened, and not how pages are made', async () => {
  await open(calm.url, '?q=webhooks');
  await answered();
  for (const excerpt of await page.locator('.results li p:last-child').allInnerTexts())
    expect(excerpt).not.toMatch(
      /What was affected|Timeline\.|Oldest first|^Resolved|What you get back|UTC to/,
    );
});

test('a word that stands in a title alone is found', async () => {
  await open(calm.url, '?q=paying&service=api');
  await answered();
  expect(await links()).toContain('/incidents/2025-03-20-refused-for-too-many/');
});

test.each(['light', 'dark'] as const)(
  'results can be read by anyone, in %s',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${calm.url}search/?q=webhooks`);
    await page.locator('.results mark').first().waitFor();
    expect(await violationsIn(page)).toEqual([]);
  },
);

test('the keyboard is enough, and more results keep its place', async () => {
  await open(calm.url);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('events');
  await page.keyboard.press('Enter');
  await answered();
  await page.getByRole('button', { name: 'Show more' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.results a').length > 10);
  expect(
    await page.evaluate(() =>
      [...document.querySelectorAll('.results a')].indexOf(
        document.activeElement as HTMLAnchorElement,
      ),
    ),
  ).toBe(10);
});

test('an index that cannot be loaded is said', async () => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(`${calm.url}search/?q=late`);
  await page.waitForFunction(() =>
    /history/.test(document.querySelector('.found [role=status]')?.textContent ?? ''),
  );
  await page.unroute('**/pagefind/**');
});

test('without JavaScript the page says what to do instead', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${calm.url}search/`);
  expect(await page.locator('main').innerText()).toMatch(/needs JavaScript/);
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  await context.close();
});

test('only the search page may run WebAssembly, and every page asks its own host alone', () => {
  for (const file of filesOf(calm.folder, '.html')) {
    const policy = [
      ...readPage(calm.folder, file).matchAll(/Content-Security-Policy" content="([^"]*)"/g),
    ].join('\n');
    expect(/wasm-unsafe-eval/.test(policy), file).toBe(file === 'search/index.html');
    expect(new Set(policy.match(/connect-src [^;]*/g)), file).toEqual(
      new Set(["connect-src 'self'"]),
    );
    expect(policy).not.toMatch(/'unsafe-(inline|eval)'/);
  }
});
