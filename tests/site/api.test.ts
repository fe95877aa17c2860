import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type Locator, type Page, chromium } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { Statuspage } from 'statuspage.io';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serve } from '../../scripts/lib/serve.ts';
import { schemas } from '../../src/api/v1/schemas.ts';
import { answerNames } from '../../src/api/v2/answers.ts';
import { shapes } from '../../src/api/v2/shapes.ts';
import { codeIn } from '../support/docs.ts';
import { newFolder } from '../support/ownup.ts';
import { filesOf, readPage } from '../support/pages.ts';
import { hostileTitle } from './setup.ts';
import { sites } from './built.ts';

const { calm, trouble, german } = sites;

const read = (folder: string, file: string): unknown => JSON.parse(readPage(folder, file));

/** All addresses in an answer that are meant to be followed. */
const addressesIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"(?:url|json|shortlink)":"([^"]+)"/g)].map(
    ([, address = '']) => address,
  );

describe.each(Object.entries(sites))('%s', (_, { folder, base }) => {
  test('has the answers of version 2 in their shapes', () => {
    for (const name of answerNames) shapes[name].parse(read(folder, `api/v2/${name}.json`));
  });

  test('has an answer of version 1 about every page that is about one thing', () => {
    for (const kind of ['incident', 'postmortem', 'service'] as const) {
      const pages = filesOf(folder, '/index.html').flatMap((file) => {
        const [, id = ''] = new RegExp(`^${kind}s/([^/]+)/index\\.html$`).exec(file) ?? [];
        return id === '' || /^\d{4}$/.test(id) ? [] : [id];
      });
      const answers = filesOf(folder, '.json').flatMap(
        (file) => new RegExp(`^api/v1/${kind}s/(.+)\\.json$`).exec(file)?.[1] ?? [],
      );
      expect(answers).toEqual(pages);
      for (const id of answers) schemas[kind].parse(read(folder, `api/v1/${kind}s/${id}.json`));
    }
    schemas.record.parse(read(folder, 'api/v1/record.json'));
  });

  test('leads somewhere with every address in them', () => {
    const [{ site }] = [read(folder, 'api/v1/record.json') as { site: { url: string } }];
    expect(new URL(site.url).pathname).toBe(base);
    const own = filesOf(folder, '.json').filter(
      (file) => file.startsWith('api/') && !file.includes('schema'),
    );
    const broken = own.flatMap((file) =>
      addressesIn(read(folder, file)).filter((address) => {
        const place = `${address}/`.startsWith(site.url)
          ? address.slice(site.url.length)
          : undefined;
        return (
          place === undefined ||
          !existsSync(join(folder, place, place.endsWith('.json') ? '' : 'index.html'))
        );
      }),
    );
    expect(broken).toEqual([]);
  });

  test('has a badge for itself and each service, as a picture and for shields.io', () => {
    const badges = filesOf(folder, '/badge.svg').map((file) => file.replace(/svg$/, ''));
    expect(badges).toHaveLength(filesOf(join(folder, 'services'), '/index.html').length);
    for (const badge of ['badge.', ...badges]) {
      const { label, message } = read(folder, `${badge}json`) as { label: string; message: string };
      const trouble: string[] = [];
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => trouble.push(error.message));
      parser.on('opentag', ({ name, attributes }) => {
        if (name === 'svg' && attributes['aria-label']?.value !== `${label}: ${message}`)
          trouble.push(badge);
      });
      parser.write(readPage(folder, `${badge}svg`)).close();
      expect(trouble).toEqual([]);
    }
  });

  test('tells hosts once, in few rules, what programs may read', () => {
    const rules = readPage(folder, '_headers').split(/\n(?=\/)/);
    const open = rules
      .filter((rule) => rule.includes('Access-Control-Allow-Origin: *'))
      .map((rule) => rule.slice(base.length, rule.indexOf('\n')))
      .map(
        (path) =>
          new RegExp(
            `^${path.replace('.', '\\.').replace('*', '.*').replace(':service', '[^/]+')}$`,
          ),
      );
    const times = (file: string): number =>
      open.filter((pattern) => pattern.test(encodeURI(file))).length;
    // Hosts that read rules for headers lead old addresses on.
    const moved = new Set(
      (existsSync(join(folder, '_redirects')) ? readPage(folder, '_redirects') : '')
        .split('\n')
        .map((line) => decodeURI(line.split(' ')[0] ?? '').slice(base.length)),
    );
    const feeds = [...moved].filter((old) => old.endsWith('.xml'));
    expect(feeds.filter((old) => !readPage(folder, old).includes('<rss'))).toEqual([]);
    for (const file of filesOf(folder, '')) {
      if (file.startsWith('pagefind/') || moved.has(file) || !/\.\w+$/.test(file)) continue;
      const forPrograms = /\.(json|xml|rss|atom|ics)$|badge\.svg$|^banner\.js$/.test(file);
      expect(times(file), file).toBe(forPrograms ? 1 : 0);
    }
    expect(rules.length).toBeLessThan(60);
  });
});

describe('statuspage.io, a client for Statuspage, reads', () => {
  const clientOf = (url: string): Statuspage['api'] => {
    const client = new Statuspage('ownup');
    client.setApiUrl(url.slice(0, -1));
    return client.api;
  };

  test('an outage', async () => {
    const api = clientOf(trouble.url);
    const { status, incidents, components } = await api.getSummary();
    expect(status.indicator).toBe('major');
    expect(incidents.map(({ name, status }) => [name, status])).toEqual([
      ['Late webhooks from the EU region', 'identified'],
    ]);
    expect(
      components.filter((one) => one.status === 'partial_outage').map(({ name }) => name),
    ).toEqual(['Taking and delivering', 'Webhooks']);
    expect((await api.incidents.getUnresolved()).incidents).toEqual(incidents);
    expect((await api.getStatus()).status).toEqual(status);
    expect((await api.getComponents()).components).toEqual(components);
  });

  test('a calm day, with its history and plans', async () => {
    const api = clientOf(calm.url);
    expect((await api.getStatus()).status).toEqual({
      indicator: 'none',
      description: 'All services are working.',
    });
    const { incidents } = await api.incidents.getAll();
    expect(incidents.length).toBeGreaterThan(20);
    expect(incidents.every(({ resolved_at: over }) => over !== null)).toBe(true);
    const plans = await api.scheduledMaintenances.getUpcoming();
    expect(
      plans.scheduled_maintenances.map(({ status, scheduled_for: from }) => [status, from]),
    ).toEqual([['scheduled', '2026-12-08T02:00:00.000Z']]);
  });
});

describe('on a page of another site', () => {
  const folder = newFolder('product');
  let browser: Browser;
  let page: Page;
  let served: Awaited<ReturnType<typeof serve>>;
  let refused: string[] = [];
  /** What the status page says while a test holds it back. */
  let answer: string | undefined;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
    page = await browser.newPage();
    await page.clock.install();
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.route('**/api/v2/status.json', (route) =>
      answer === undefined
        ? route.continue()
        : route.fulfill({ body: answer, headers: { 'access-control-allow-origin': '*' } }),
    );
    served = await serve(folder, '/', 0);
  });
  afterAll(async () => {
    await served.close();
    await browser.close();
  });

  /** A page of the company with this in it, and nothing allowed but what `policy` names. */
  async function open(html: string, policy: string): Promise<void> {
    const security = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${policy}">`;
    writeFileSync(
      join(folder, 'index.html'),
      `<!doctype html>${security}<title>Product</title><body><h1>Product</h1>${html}`,
    );
    refused = [];
    await page.goto(served.url);
  }

  const [needs = ''] = codeIn('docs/api.md')
    .filter(({ meta }) => meta === 'policy')
    .map(({ text }) => text.trim());

  /** The page with the banner as the documentation says, when it has asked. */
  async function openWithBanner(url: string): Promise<void> {
    const asked = page.waitForResponse('**/api/v2/status.json');
    await open(
      `<script src="${url}banner.js" async></script>`,
      needs.replaceAll('https://status.ferry.example', new URL(url).origin),
    );
    await (await asked).finished();
  }

  const banner = (): Locator => page.locator('body > .ownup-banner');

  test('the banner says what is wrong, in words and with a way to the status page', async () => {
    await openWithBanner(trouble.url);
    const link = banner().locator('a');
    expect(await link.textContent()).toBe('Ferry: Late webhooks from the EU region.');
    expect(await link.getAttribute('href')).toBe('https://status.ferry.example/status');
    expect(await banner().getAttribute('role')).toBe('status');
    expect(await page.context().cookies()).toEqual([]);
    expect(refused).toEqual([]);
  });

  test('the banner takes no text for more than text', async () => {
    await openWithBanner(german.url);
    const link = banner().locator('a');
    expect(hostileTitle).toContain('<img src=');
    expect(await link.textContent()).toContain('<img src=');
    expect(await link.locator('*').count()).toBe(0);
    expect(await banner().getAttribute('lang')).toBe('de');
    expect(refused).toEqual([]);
  });

  test('the banner comes and goes with what is wrong, and stays where nobody answers', async () => {
    await openWithBanner(calm.url);
    const askAgain = async (then: string): Promise<number> => {
      const asked = page.waitForResponse('**/api/v2/status.json');
      answer = then;
      await page.clock.runFor(300_000);
      await (await asked).finished();
      await page.evaluate(() => new Promise((done) => done(0)));
      return banner().count();
    };
    expect(await banner().count()).toBe(0);
    expect(await askAgain(readPage(trouble.folder, 'api/v2/status.json'))).toBe(1);
    expect(await askAgain('<!doctype html>')).toBe(1);
    expect(await askAgain(readPage(calm.folder, 'api/v2/status.json'))).toBe(0);
    answer = undefined;
    expect(refused).toEqual([]);
  });

  test.each(['basic', 'badge'])('@statuspage/status-widget shows it as %s', async (appearance) => {
    const widget = createRequire(import.meta.url).resolve(
      '@statuspage/status-widget/dist/index.js',
    );
    writeFileSync(join(folder, 'widget.js'), readFileSync(widget));
    await open(
      `<statuspage-widget src="${calm.url}" appearance="${appearance}"></statuspage-widget><script src="/widget.js"></script>`,
      `script-src 'self' 'unsafe-eval'; style-src 'unsafe-inline'; connect-src ${new URL(calm.url).origin}`,
    );
    const shown = page.locator('statuspage-widget a');
    await shown.waitFor();
    expect(await shown.locator('.status-indicator').getAttribute('class')).toContain('none');
    expect(await shown.textContent()).toContain('All services are working.');
  });
});
