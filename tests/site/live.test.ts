import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sites } from './built.ts';

const { calm, trouble, german } = sites;
const maintenance = 'incidents/2026-12-08-eu-queue-machines/';
const outage = 'incidents/2026-11-12-late-webhooks/';
let browser: Browser;
/** One for the readers of each zone: each new one is a process. */
const tabs = new Map<string, Page>();

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});
afterAll(() => browser.close());

/** A page whose clock stands at `now`, for a reader in `zone`. */
async function open(address: string, now: string, zone = 'UTC') {
  const page = tabs.get(zone) ?? (await browser.newPage({ timezoneId: zone }));
  tabs.set(zone, page);
  page.removeAllListeners('request');
  const requests: string[] = [];
  await page.clock.install({ time: new Date(now) });
  await page.goto(address);
  page.on(
    'request',
    (request) =>
      /\/(favicon\.svg|status\.json)$/.test(request.url()) || requests.push(request.url()),
  );
  return { page, requests };
}

describe('a maintenance', () => {
  test.each([maintenance, '', 'services/webhooks/', 'incidents/'])(
    'opens while /%s is open',
    async (address) => {
      const { page, requests } = await open(calm.url + address, '2026-12-08T01:59:00Z');
      const state = page.locator('[data-later]', { hasText: /Scheduled|In progress/ }).first();
      expect(await state.textContent()).toContain('Scheduled');
      await page.clock.runFor(90_000);
      expect(await state.textContent()).toBe('In progress');
      expect(requests).toEqual([]);
    },
  );

  test('has opened for whoever opens an old page later', async () => {
    const { page } = await open(calm.url + maintenance, '2026-12-08T02:30:00Z');
    expect(await page.locator('.kind .state').textContent()).toBe('In progress');
  });
});

describe('the reader’s own time', () => {
  test('stands beside that of the site', async () => {
    const { page } = await open(trouble.url + outage, trouble.now, 'America/New_York');
    expect((await page.locator('.latest time').first().innerText()).replace(/\s+/g, ' ')).toMatch(
      /^12 Nov 2026, 09:\d\d UTC \(04:\d\d your time\)$/,
    );
  });

  test('names its day where that is another', async () => {
    const { page } = await open(calm.url + maintenance, calm.now, 'America/New_York');
    expect((await page.locator('.scheduled time').first().innerText()).replace(/\s+/g, ' ')).toBe(
      '8 Dec 2026, 02:00 UTC (7 Dec, 21:00 your time)',
    );
  });

  test('is not repeated where the clocks agree, nor added to days', async () => {
    const same = await open(trouble.url + outage, trouble.now, 'Africa/Abidjan');
    expect(await same.page.locator('main').innerText()).not.toContain('your time');
    const days = await open(`${calm.url}incidents/2025/`, calm.now, 'Asia/Tokyo');
    expect(await days.page.locator('main').innerText()).not.toContain('your time');
  });
});

describe('that all is well', () => {
  test.each([
    ['2026-11-24T11:59:00Z', 'All services are working.'],
    ['2026-11-24T12:00:00Z', 'All services were working on 23 Nov 2026.'],
    ['2026-12-08T02:30:00Z', 'Maintenance in progress: New machines for the EU delivery queue.'],
    ['2026-12-08T04:30:00Z', 'All services were working on 23 Nov 2026.'],
  ])('is not said by a page of the day before: at %s', async (now, said) => {
    const { page } = await open(calm.url, now);
    expect(await page.locator('h1').innerText()).toBe(said);
    const isStale = Date.parse(now) >= Date.parse('2026-11-24T12:00:00Z');
    expect(
      (await page.locator('.headline .sub').innerText()).includes(
        'has not been renewed since 23 Nov 2026',
      ),
    ).toBe(isStale);
  });

  test('nor while it stays open', async () => {
    const { page } = await open(calm.url, '2026-11-24T11:59:30Z');
    await page.clock.runFor(60_000);
    expect(await page.locator('h1').innerText()).toContain('were working');
  });
});

describe('a page says how old it is', () => {
  test.each([
    ['2026-11-23T12:40:00Z', /As of 23 Nov 2026, 12:00 UTC\.$/],
    ['2026-11-23T15:40:00Z', /As of 23 Nov 2026, 12:00 UTC \(3 hours ago\)\.$/],
    ['2026-11-29T15:40:00Z', /As of 23 Nov 2026, 12:00 UTC \(6 days ago\)\.$/],
  ])('at %s', async (now, said) => {
    const { page } = await open(calm.url, now);
    expect((await page.locator('.bottom p').last().innerText()).trim()).toMatch(said);
  });
});

test('a page of a moment that was asked for stays at it', async () => {
  const { page } = await open(german.url, '2027-03-01T12:00:00Z', 'Asia/Tokyo');
  await page.clock.runFor(60_000);
  expect(await page.locator('.overdue').count()).toBe(0);
  expect(await page.locator('main').innerText()).not.toMatch(/vor \d+/);
  expect(await page.locator('.bottom p').last().innerText()).toMatch(/09:50 UTC\s*\.$/);
  expect(await page.locator('.latest time').first().innerText()).toContain('nach Ihrer Uhr');
});
