import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { contentFolder } from '../support/content.ts';
import { newFolder, ownup } from '../support/ownup.ts';
import { type Served, serve } from '../../scripts/lib/serve.ts';

const file = 'incidents/database-upgrade.yaml';
/** Nobody says when it is done. */
const openEnded =
  (exampleRecord[file] ?? '').replace(', to: 2026-02-03T02:40:00Z }', ' }') +
  'workaround: Keep what you cannot send.\n';
const page = 'incidents/database-upgrade/';

let browser: Browser;
/** All tests share one tab: each new one is a process. */
let opened: Page;
const served = new Map<string, Served>();

/** Builds a record with that maintenance at a moment by the clock. */
async function builtAt(now: string, maintenance = openEnded): Promise<void> {
  const folder = join(newFolder('maintenance'), 'dist');
  const content = contentFolder({ [file]: maintenance });
  const { code, stderr } = await ownup('build', [], {
    OWNUP_CONTENT: content,
    OWNUP_OUT: folder,
    OWNUP_BEGAN: now,
  });
  if (code !== 0) throw new Error(stderr);
  served.set(now, await serve(folder, '/', 0));
}

const [before, during, over, after] = [
  '2026-02-03T01:59:00Z',
  '2026-02-03T02:30:00Z',
  '2026-02-03T05:00:00Z',
  '2026-02-04T12:00:00Z',
];

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  opened = await browser.newPage();
  await builtAt(before);
  await builtAt(during);
  await builtAt(over);
  await builtAt(
    after,
    `${openEnded.replace('updates: []\n', '')}updates: [{ at: 2026-02-03T05:20:00Z, status: completed, text: Done. }]\n`,
  );
});
afterAll(async () => {
  await browser.close();
  await Promise.all([...served.values()].map((site) => site.close()));
});

/** Opens a page that was built at one moment at another. */
async function open(built: string, address: string, now = built): Promise<void> {
  await opened.clock.install({ time: new Date(now) });
  await opened.goto((served.get(built)?.url ?? '') + address);
}

const words = async (selector: string): Promise<string> =>
  (await opened.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim();
const section = (heading: string) =>
  opened.locator('section', { has: opened.getByRole('heading', { name: heading, exact: true }) });
const stateOf = (service: string): Promise<string> =>
  opened
    .locator('.service', { has: opened.getByRole('link', { name: service, exact: true }) })
    .locator('.state')
    .innerText();

describe('the workaround of a planned maintenance', () => {
  test.each(['', page, 'services/api/'])('is told before it begins, on /%s', async (address) => {
    await open(before, address);
    expect(await words('.workaround')).toBe('What you can do meanwhile Keep what you cannot send.');
  });

  test('is told as past when it is over', async () => {
    await open(after, page);
    expect(await words('.workaround')).toBe(
      'What you could do meanwhile Keep what you cannot send.',
    );
  });
});

describe('a maintenance that runs over', () => {
  test('is an outage to status, headline, strip and percentage alike', async () => {
    await open(over, '');
    expect(await words('h1')).toBe('API: major outage.');
    expect(await words('.sub')).toMatch(/^Everything else is working\./);
    expect(await stateOf('API')).toBe('Major outage');
    const strip = opened.locator('.service svg').first();
    expect(await strip.getAttribute('aria-label')).toContain('1 day with a major outage');
    // 03:00 to 05:00 of 90 days less 19 hours
    expect(await words('.uptime')).toBe('99.90% over 90 days');
  });

  test.each(['', page])('says so, and since when, on /%s', async (address) => {
    await open(over, address);
    expect(await words('.state.down')).toBe('Running over');
    expect(await words('.scheduled')).toBe(
      '3 Feb 2026, 02:00 UTC to 03:00 UTC. It has run over since then.',
    );
    expect(await opened.locator('.windows li').last().innerText()).toMatch(
      /Major outage[^]*since 3 Feb 2026, 03:00 UTC · 2 hours so far · not announced/,
    );
  });

  test('is told of afterwards', async () => {
    await open(after, page);
    expect(await words('.scheduled')).toBe('3 Feb 2026, 02:00 UTC to 03:00 UTC. It ran over.');
    expect(await opened.locator('.windows .state').allInnerTexts()).toEqual([
      'Maintenance',
      'Major outage',
    ]);
    expect(await words('.timeline .ran_over')).toMatch(/^03:00 UTC/);
  });
});

describe('a page that stays open', () => {
  test('says the same everywhere when the maintenance begins, and accuses nobody when its end has passed', async () => {
    await open(before, '');
    expect([await words('h1'), await stateOf('API')]).toEqual([
      'All services are working.',
      'Operational',
    ]);
    expect(await section('Right now').isVisible()).toBe(false);

    await opened.clock.runFor('02:00');
    expect([await words('h1'), await stateOf('API')]).toEqual([
      'Maintenance in progress: Database upgrade.',
      'Maintenance',
    ]);
    expect(await words('.sub')).toMatch(/^Everything else is working\./);
    expect(await section('Right now').innerText()).toContain('In progress');
    expect(await section('Planned maintenance').isVisible()).toBe(false);

    await opened.clock.runFor('01:00:00');
    expect([await words('h1'), await stateOf('API')]).toEqual([
      'The planned end has passed: Database upgrade.',
      'Maintenance',
    ]);
    const now = section('Right now');
    expect(await now.locator('.state').innerText()).toBe('Planned end passed');
    expect((await now.innerText()).replace(/\s+/g, ' ')).toContain(
      '02:00 UTC to 03:00 UTC. This page knows what was known at 3 Feb 2026, 01:59 UTC;',
    );
    expect(await opened.locator('.overdue, .state.down').count()).toBe(0);
  });

  test('is what a page built then would be, until only the record can tell', async () => {
    const told = async (): Promise<string[]> => [
      await words('h1'),
      (await words('.sub')).replace(/ As of.*/, ''),
      ...(await opened.locator('.service .state').allInnerTexts()),
    ];
    await open(before, '', during);
    const kept = await told();
    await open(during, '');
    expect(kept).toEqual(await told());
  });

  test('tells on the page of the maintenance what is affected now', async () => {
    await open(before, page);
    expect(await opened.getByRole('heading', { name: 'What will be affected' }).isVisible()).toBe(
      true,
    );
    await opened.clock.runFor('02:00');
    expect(await opened.getByRole('heading', { name: 'What is affected' }).isVisible()).toBe(true);
  });
});
