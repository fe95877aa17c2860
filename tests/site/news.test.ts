import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { StatusNow } from '../../src/components/incidents/status-now.ts';
import { readPage } from '../support/pages.ts';
import { sites } from './built.ts';

const { calm, trouble, german } = sites;
const outage = 'incidents/2026-11-12-late-webhooks/';
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});
afterAll(() => browser.close());

const builtStatus = (folder: string): StatusNow =>
  JSON.parse(readPage(folder, 'status.json')) as StatusNow;

/** A page that lies open from `now` on, and a server that answers as `answer` says: with what there is, or with what nobody can use. */
async function lyingOpen(site: typeof calm, address: string, now: string) {
  const context = await browser.newContext({ timezoneId: 'UTC' });
  const page = await context.newPage();
  const server = { answer: builtStatus(site.folder) as unknown, asked: 0 };
  await page.route('**/status.json', (route) => {
    server.asked++;
    if (server.answer === 'gone') return route.abort();
    return typeof server.answer === 'string'
      ? route.fulfill({ status: 200, contentType: 'text/html', body: server.answer })
      : route.fulfill({ json: server.answer });
  });
  await page.addInitScript(countAnswers);
  await page.clock.install({ time: new Date(now) });
  await page.goto(site.url + address);
  // The clock leaps: an answer that is still on its way would have taken too long.
  await settled(page);
  await page.clock.pauseAt(new Date(Date.parse(now) + 30_000));
  await settled(page);
  /** Lets `minutes` pass, with time for each answer, and says how often the page asked. */
  const pass = async (minutes: number): Promise<number> => {
    const before = server.asked;
    // In steps shorter than the page waits for an answer: an answer takes no time of its clock.
    for (let step = 0; step < minutes * 4; step++) {
      await page.clock.runFor(15_000);
      await settled(page);
    }
    return server.asked - before;
  };
  /** The reader comes back to the page. */
  const comeBack = async (): Promise<void> => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await settled(page);
  };
  return { page, server, pass, comeBack, close: () => context.close() };
}

/** Runs in the page: counts the answers that it waits for, until it has read them. */
function countAnswers(): void {
  const page = window as unknown as { awaited: number };
  const ask = window.fetch;
  page.awaited = 0;
  window.fetch = async (...asked) => {
    page.awaited++;
    const answer = await ask(...asked).finally(() => page.awaited--);
    const read = answer.json.bind(answer);
    page.awaited++;
    answer.json = () => read().finally(() => page.awaited--);
    return answer;
  };
}

/** The page has seen every answer that it waits for. */
async function settled(page: Page): Promise<void> {
  const isWaiting = (): Promise<boolean> =>
    page.evaluate(() => {
      const { port1, port2 } = new MessageChannel();
      return new Promise((resolve) => {
        port1.onmessage = () => resolve((window as unknown as { awaited: number }).awaited > 0);
        port2.postMessage(0);
      });
    });
  while (await isWaiting());
}

const words = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim();

/** What is claimed to be late. */
const overdue = (page: Page): Promise<number> => page.locator('.next.overdue').count();

test('an hour of an incident, with an update that is missed, a server that goes, and news at last', async () => {
  const open = await lyingOpen(trouble, '', '2026-11-12T09:51:00Z');
  const { page, server, pass, comeBack } = open;

  // It asks once a minute, and has nothing to say while nothing is new.
  expect(server.asked).toBe(1);
  expect(await pass(10)).toBe(10);
  expect(await words(page, '.live')).toBe('');

  // 10:19: the update is due at 10:20. 10:23: it was missed, and the page has asked.
  await pass(18);
  expect(await words(page, '.next')).toBe('The next update is due by 12 Nov 2026, 10:20 UTC.');
  await pass(4);
  expect(await words(page, '.next')).toBe(
    'The next update was promised for 12 Nov 2026, 10:20 UTC, and is overdue.',
  );
  expect(await overdue(page)).toBe(1);

  // The server goes. From two minutes on, the page claims nothing, and says since when it knows nothing.
  server.answer = 'gone';
  await pass(1);
  expect(await words(page, '.live')).toBe('');
  await pass(3);
  expect(await overdue(page)).toBe(0);
  expect(await words(page, '.next')).toMatch(
    /^The next update was promised by 12 Nov 2026, 10:20 UTC\. This page knows/,
  );
  expect(await words(page, '.live')).toMatch(
    /It does not know what has happened since 12 Nov, 10:2[23] UTC\.$/,
  );
  const sinceThen = await words(page, '.live');

  // It asks less and less, and keeps to what it said.
  expect(await pass(20)).toBeLessThanOrEqual(4);
  expect(await words(page, '.live')).toBe(sinceThen);

  // The server answers, with pages of a provider, with nonsense, with a copy older than the page: none of these is knowledge.
  for (const answer of [
    '<h1>Sign in</h1>',
    'null',
    { ...builtStatus(trouble.folder), built: '2026-11-12T09:00:00Z' },
  ]) {
    server.answer = answer;
    await comeBack();
    expect(await words(page, '.live')).toBe(sinceThen);
    expect(await overdue(page)).toBe(0);
  }

  // It is back, with nothing new: the update is late after all.
  server.answer = builtStatus(trouble.folder);
  await comeBack();
  expect(await words(page, '.live')).toBe('');
  expect(await overdue(page)).toBe(1);

  // The update comes.
  server.answer = {
    ...builtStatus(trouble.folder),
    headline: 'Webhooks are on time again.',
    changed: '2026-11-12T10:50:00Z',
    built: '2026-11-12T10:50:20Z',
  };
  await pass(1.5);
  expect(await words(page, '.live')).toBe('There is news: Webhooks are on time again. Load it');
  expect(await overdue(page)).toBe(0);
  expect(await page.title()).toBe('Webhooks are on time again.');
  // What was said of the incident stands under its title, and not under another.
  expect(await words(page, 'h1')).toMatch(/^Late webhooks from the EU region\.?$/);

  // Loading it is one key away.
  const loaded = page.waitForEvent('load');
  await page.locator('.live button').focus();
  await page.keyboard.press('Enter');
  await loaded;
  await open.close();
});

test('the page of an incident says in its tab that there is news, and keeps its title', async () => {
  const { page, server, pass, close } = await lyingOpen(trouble, outage, '2026-11-12T10:19:00Z');
  await pass(3);
  expect(await overdue(page)).toBe(1);
  server.answer = { ...builtStatus(trouble.folder), changed: '2026-11-12T10:21:00Z' };
  await pass(2);
  expect(await words(page, '.live')).toMatch(/^There is news: Late webhooks from the EU region\./);
  expect(await overdue(page)).toBe(0);
  expect(await page.title()).toMatch(/^● Late webhooks/);
  expect(await words(page, 'h1')).toMatch(/^Late webhooks/);
  await close();
});

test('a calm page asks every five minutes, and its headline becomes that of today', async () => {
  const { page, server, pass, close } = await lyingOpen(calm, '', '2026-11-23T12:00:30Z');
  expect(server.asked).toBe(0);
  expect(await pass(31)).toBe(6);
  server.answer = {
    ...builtStatus(calm.folder),
    open: 1,
    headline: 'Webhooks <b>fail</b>.',
    changed: '2026-11-23T12:33:00Z',
    built: '2026-11-23T12:33:40Z',
  };
  await pass(5);
  expect(await words(page, 'h1')).toBe('Webhooks <b>fail</b>.');
  expect(await page.locator('.headline .sub').count()).toBe(0);
  expect(await page.title()).toBe('Webhooks <b>fail</b>.');
  // From now on minutes count.
  expect(await pass(10)).toBe(10);
  await close();
});

test('a page that nobody sees does not ask, and asks at once when it is seen again', async () => {
  const { page, server, pass, close } = await lyingOpen(trouble, '', '2026-11-12T09:51:00Z');
  const isHidden = (hidden: boolean): Promise<void> =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await isHidden(true);
  expect(await pass(30)).toBe(0);
  // It has not asked for long, and does not claim that the update is missing.
  expect(await overdue(page)).toBe(0);
  const before = server.asked;
  await isHidden(false);
  await settled(page);
  expect(server.asked).toBe(before + 1);
  expect(await overdue(page)).toBe(1);
  await close();
});

test('a page of a moment that was asked for never asks', async () => {
  const { page, server, pass, close } = await lyingOpen(german, outage, '2026-11-12T12:00:00Z');
  expect(await pass(3)).toBe(0);
  expect(server.asked).toBe(0);
  expect(await page.locator('[role=status]').count()).toBe(0);
  await close();
});

test('what it says is not printed', async () => {
  const { page, server, pass, close } = await lyingOpen(calm, '', '2026-11-23T12:00:30Z');
  server.answer = 'gone';
  await pass(6);
  expect(await page.locator('.live').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.live').isVisible()).toBe(false);
  await close();
});

describe.each(Object.entries(sites))('%s', (_name, { folder, now }) => {
  test('has its status in a kilobyte', () => {
    const text = readPage(folder, 'status.json');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024);
    const { built, changed } = builtStatus(folder);
    expect(Date.parse(built)).toBe(Date.parse(now));
    expect(Date.parse(changed ?? '')).toBeLessThanOrEqual(Date.parse(now));
  });
});

test('each update has an anchor, and a link of its own', () => {
  const html = readPage(trouble.folder, `${outage}index.html`);
  const links = [
    ...html.matchAll(/<li class="update[^"]*" id="(Update_\d+)"[^>]*>\s*<a href="([^"]*)"/g),
  ];
  expect(links.map(([, id, link]) => [id, link])).toEqual(
    ['Update_1', 'Update_2'].map((id) => [id, `${trouble.base}${outage}#${id}`]),
  );
});
