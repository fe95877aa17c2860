import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SaxesParser } from 'saxes';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Served, serve } from '../../scripts/lib/serve.ts';
import { type Attacked, attackedRecord } from '../support/attacked.ts';
import { attackDrawings, attackRedirects, attackTexts } from '../support/attacks.ts';
import { newFolder, ownup } from '../support/ownup.ts';
import { addressOf, filesOf, readPage } from '../support/pages.ts';
import { findingsIn } from '../support/reading.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';

const site = join(newFolder('attacked'), 'dist');
let attacked: Attacked;
let served: Served;
let browser: Browser;
let page: Page;
/** What must not have happened since the last page was opened. */
let happened: string[] = [];

beforeAll(async () => {
  attacked = attackedRecord();
  const content = join(newFolder('attacked'), 'content');
  for (const [file, text] of Object.entries(attacked.files)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  const { code, stderr } = await ownup('build', [], {
    OWNUP_CONTENT: content,
    OWNUP_OUT: site,
    OWNUP_NOW: '2026-03-01T12:00:00Z',
    OWNUP_BASE: '/',
  });
  expect([code, stderr]).toEqual([0, expect.stringContaining('Built')]);
  served = await serve(site, '/', 0);
  browser = await chromium.connect(inject('browser'));
  page = await browser.newPage();
  page.on('dialog', (dialog) => {
    happened.push(`ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(served.url)) happened.push(`asked for ${request.url()}`);
  });
});

afterAll(async () => {
  await browser.close();
  await served.close();
});

/** What a page has that no page of ours has. */
const strange = (): Promise<string[]> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const ids = all.map(({ id }) => id).filter(Boolean);
    const count = (selector: string): number => document.querySelectorAll(selector).length;
    const links = [...document.querySelectorAll('[href]')].map(
      (element) => URL.parse(element.getAttribute('href') ?? '', location.href)?.href ?? 'https:',
    );
    return [
      ...all
        .flatMap((element) => [...element.attributes])
        .filter(({ name }) => /^on|^style$|^srcdoc$|^formaction$/i.test(name))
        .map(({ name, value }) => `attribute ${name}=${value}`),
      ...[
        ...document.querySelectorAll(
          'iframe, object, embed, base, style, template, foreignObject, main form:not([role=search]):not([data-calculator]), script:not([src]), meta[http-equiv]:not([http-equiv=Content-Security-Policy])',
        ),
      ].map((element) => `element ${element.outerHTML.slice(0, 80)}`),
      ...links.filter((href) => !/^(https?|mailto):/.test(href)).map((href) => `link ${href}`),
      ...['h1', 'main', 'body > header', 'body > footer', 'head > title']
        .filter((selector) => count(selector) !== 1)
        .map((selector) => `${count(selector)} of ${selector}`),
      ...['h1', 'title']
        .filter((selector) => !document.querySelector(selector)?.textContent?.trim())
        .map((selector) => `nothing in ${selector}`),
      ...ids
        .filter((id, index) => ids.indexOf(id) !== index)
        .map((id) => `the id ${id} stands twice`),
    ];
  });

const isRedirect = (file: string): boolean =>
  readPage(site, file).includes('http-equiv="refresh"') &&
  !/attack-|gallery|^index|^promises/.test(file);

test('each attack is refused, or stands in the record as text', () => {
  const all = [...attackTexts, ...attackDrawings];
  expect(new Set(all).size).toBe(all.length);
  expect(all.length + attackRedirects.length).toBeGreaterThanOrEqual(80);
  expect(all.filter((text) => !attacked.accepted.has(text) && !attacked.refused.has(text))).toEqual(
    [],
  );
});

test('on no page does anything run, is anything foreign asked for, is anybody sent away, or does the page come apart', async () => {
  const trouble: Record<string, string[]> = {};
  for (const file of filesOf(site, '.html').filter((name) => !isRedirect(name))) {
    happened = [];
    const address = served.url + addressOf(file);
    await page.goto(address);
    // A page that sends its reader away takes the look at it with it.
    const seen = await strange().catch((error: unknown) => [String(error)]);
    const found = [...happened, ...seen];
    if (page.url() !== address) found.push(`went to ${page.url()}`);
    if (found.length) trouble[file] = found;
  }
  expect(trouble).toEqual({});
});

test('what programs read is never taken for a page', async () => {
  for (const file of filesOf(site, '').filter((name) => /\.(txt|json)$/.test(name))) {
    const { headers } = await fetch(served.url + file, { method: 'HEAD' });
    expect(headers.get('content-type'), file).toMatch(
      /^(text\/plain|application\/(feed\+)?json)\b/,
    );
  }
});

test('no drawing and no feed of the site runs or loads anything when it is opened by itself', async () => {
  const trouble: Record<string, string[]> = {};
  for (const file of filesOf(site, '').filter((name) => /\.(svg|xml)$/.test(name))) {
    happened = [];
    await page.goto(served.url + file, { waitUntil: 'load' });
    if (happened.length) trouble[file] = happened;
  }
  expect(trouble).toEqual({});
});

/** The text of every element of a feed, as a reader gets it. */
function textsIn(xml: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('text', (text) => texts.push(text));
  parser.on('cdata', (text) => texts.push(text));
  parser.write(xml).close();
  return texts.filter((text) => text.trim());
}

test.each(['feed.xml', 'postmortems/feed.xml'])(
  'in a reader that shows every text of /%s as HTML nothing runs and nothing foreign is asked for',
  async (feed) => {
    const texts = textsIn(readPage(site, feed));
    expect(texts.length).toBeGreaterThan(20);
    await page.goto(`${served.url}robots.txt`);
    happened = [];
    await page.evaluate(async (parts) => {
      for (const part of parts) {
        const reader = document.createElement('div');
        document.body.append(reader);
        reader.append(document.createRange().createContextualFragment(part));
      }
      await new Promise((done) => setTimeout(done, 0));
    }, texts);
    const own = 'asked for https://status.ferry.example/';
    expect(happened.filter((what) => !what.startsWith(own))).toEqual([]);
    expect(await page.locator('script, iframe, object, embed, base, style').count()).toBe(0);
  },
);

test('an old address whose list could be a script, or that is no path of this site, is refused', () => {
  const taken = attackRedirects.filter((from) => {
    const files = {
      ...exampleRecord,
      'site.yaml': `${exampleRecord['site.yaml']}redirects:\n  ${JSON.stringify(from)}: /incidents/\n`,
    };
    return findingsIn(files).every(({ level }) => level !== 'error');
  });
  expect(taken).toEqual([]);
});
