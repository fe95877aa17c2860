import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { contentFolder } from '../support/content.ts';
import { newFolder, ownup } from '../support/ownup.ts';
import { addressOf, filesOf, readPage } from '../support/pages.ts';
import { type Served, serve } from '../../scripts/lib/serve.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { sites } from './built.ts';

const { calm, history } = sites;

/** The pages that links lead to from `start`, over pages of the history alone. */
function reachable(folder: string, base: string, start: string): Set<string> {
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!/^incidents\/(\d{4}\/.*)?index\.html$/.test(file)) return;
    for (const [, address = ''] of readPage(folder, file).matchAll(/\shref="([^"#]*)"/g)) {
      if (address.startsWith(`${base}incidents/`))
        follow(`${address.slice(base.length)}index.html`);
    }
  };
  follow(start);
  return seen;
}

const incidentPages = (folder: string): string[] =>
  filesOf(folder, '/index.html').filter((file) =>
    /^incidents\/(?!\d{4}\/)[^/]+\/index\.html$/.test(file),
  );

const mostLines = (folder: string): number =>
  Math.max(
    ...filesOf(folder, '/index.html').map(
      (file) => readPage(folder, file).split('<li class="line">').length - 1,
    ),
  );

describe.each([calm, history])('the history', ({ folder, base }) => {
  test('leads to every incident', () => {
    const found = reachable(folder, base, 'incidents/index.html');
    expect(incidentPages(folder).filter((file) => !found.has(file))).toEqual([]);
  });

  test('has no page without bound', () => {
    expect(mostLines(folder)).toBeLessThanOrEqual(100);
  });
});

describe('a record with a long year and with redirects, under a sub-path', () => {
  const base = '/status/';
  const folder = join(newFolder('long'), 'dist');
  const many = Object.fromEntries(
    Array.from({ length: 230 }, (_, index) => [
      `incidents/notice-${index}.yaml`,
      `kind: notice\ntitle: News ${index}\nupdates:\n  - { at: 2025-${index < 210 ? '04' : '05'}-10T09:00:00Z, status: ${index % 10 ? 'resolved' : 'information'}, text: News. }\n`,
    ]),
  );
  let served: Served;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const content = contentFolder({
      ...many,
      'site.yaml': `${exampleRecord['site.yaml']}redirects:\n  /issues/late/: /incidents/late-webhooks/\n  /old.html: /\n`,
    });
    mkdirSync(folder, { recursive: true });
    const { code, stderr } = await ownup('build', [], {
      OWNUP_CONTENT: content,
      OWNUP_OUT: folder,
      OWNUP_NOW: '2026-03-01T12:00:00Z',
      OWNUP_BASE: base,
    });
    if (code !== 0) throw new Error(stderr);
    served = await serve(folder, base, 0);
    browser = await chromium.connect(inject('browser'));
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  test('is divided into months and their parts, and everything is reached', () => {
    const found = reachable(folder, base, 'incidents/index.html');
    expect(incidentPages(folder)).toHaveLength(232);
    expect(incidentPages(folder).filter((file) => !found.has(file))).toEqual([]);
    expect(mostLines(folder)).toBe(100);
    expect(
      filesOf(folder, 'index.html')
        .filter((file) => file.startsWith('incidents/2025/'))
        .map(addressOf),
    ).toEqual([
      'incidents/2025/04/2/',
      'incidents/2025/04/3/',
      'incidents/2025/04/',
      'incidents/2025/05/',
      'incidents/2025/',
    ]);
  });

  test('costs the home page nothing but a line for each that nobody has closed', () => {
    const home = readPage(folder, 'index.html');
    const named = [...home.matchAll(/href="[^"]*incidents\/notice-(\d+)\/"/g)].map(([, id]) => id);
    const open = Array.from({ length: 23 }, (_, index) => String(index * 10));
    expect(open.filter((id) => !named.includes(id))).toEqual([]);
    expect(new Set(named).size).toBeLessThanOrEqual(open.length + 5);
    expect(home.match(/<article class="now/g)?.length).toBe(5);
    const files = ['index.html', ...filesOf(folder, '.css')];
    const weight = files.reduce((sum, file) => sum + gzipSync(readPage(folder, file)).length, 0);
    expect(weight).toBeLessThanOrEqual(14 * 1024);
  });

  test.each([
    ['issues/late/', 'incidents/late-webhooks/'],
    ['old.html/', ''],
  ])('/%s leads to /%s', async (from, to) => {
    await page.goto(served.url + from);
    await page.waitForURL(served.url + to);
    const html = readPage(folder, `${from}index.html`);
    expect(html).toContain(
      `<link rel="canonical" href="https://status.ferry.example${base}${to}">`,
    );
    expect(html).toMatch(new RegExp(`<a href="${base}${to}">`));
  });

  test('hosts that answer with redirects are told them', () => {
    expect(readPage(folder, '_redirects')).toBe(
      '/status/issues/late/ /status/incidents/late-webhooks/ 301\n/status/old.html /status/ 301\n',
    );
  });
});

test('a site without redirects has no file of them', () => {
  expect(filesOf(calm.folder, '_redirects')).toEqual([]);
});
