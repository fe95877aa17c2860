import { chromium } from 'playwright-core';
import { parseRssFeed } from 'feedsmith';
import { describe, expect, inject, test } from 'vitest';
import { de } from '../../src/strings/de.ts';
import { en } from '../../src/strings/en.ts';
import { filesOf, readPage } from '../support/pages.ts';
import { entriesOf } from '../support/strings.ts';
import { sites } from './built.ts';

const { german } = sites;
const pages = filesOf(german.folder, '.html');
const feeds = ['updates.xml', 'feed.xml', 'promises.xml', 'postmortems/feed.xml'];

const readable = (text: string): string =>
  text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');
const read = (file: string): string => readable(readPage(german.folder, file));
const written = filesOf(german.content, '')
  .filter((file) => /\.(yaml|mdx)$/.test(file))
  .map((file) => readPage(german.content, file))
  .join('\n');

/** What stands in a text between the places that are filled. */
const chunksOf = (text: string): string[] => text.split(/\{\w+\}|#/).map((chunk) => chunk.trim());
const textsOf = (table: unknown): string[] => [
  ...new Set(entriesOf(table).flatMap(([, texts]) => texts.flatMap(chunksOf))),
];

describe('pages in German', () => {
  test('say so', () => {
    for (const file of pages) expect(read(file), file).toContain('<html lang="de"');
    for (const file of feeds) expect(parseRssFeed(read(file)).language).toBe('de');
  });

  test('have no English phrase of the interface', () => {
    const phrases = textsOf(en).filter(
      (text) => (text.match(/\p{L}+/gu)?.length ?? 0) >= 3 && !written.includes(text),
    );
    expect(phrases.length).toBeGreaterThan(150);
    for (const file of [...pages, ...feeds]) {
      const page = read(file);
      expect(
        phrases.filter((phrase) => page.includes(phrase)),
        file,
      ).toEqual([]);
    }
  });

  test('have no element and no attribute that is an English word of the interface', () => {
    const german = new Set(textsOf(de));
    const words = new Set(
      textsOf(en).filter((text) => /\p{L}{2}/u.test(text) && !german.has(text)),
    );
    for (const file of [...pages, ...feeds]) {
      const found = [
        ...read(file).matchAll(
          /(?:>|\s(?:title|content|aria-label|data-name|alt)=")\s*([^<>"]+?)\s*(?=[<"])/g,
        ),
      ]
        .map(([, text = '']) => text)
        .filter(
          (text) => words.has(text.replace(/[:,]$/, '')) && !written.includes(`name: ${text}`),
        );
      expect(found, file).toEqual([]);
    }
  });

  test('have footnotes in German', () => {
    const page = read('postmortems/2026-03-17-mails-held-back/index.html');
    expect(page).toMatch(/>Fußnoten<[^]*aria-label="Zurück zur Stelle 1"/);
  });

  test('write dates and numbers as Germans do', () => {
    for (const file of pages) {
      for (const [, text = ''] of read(file).matchAll(/<time[^>]*>([^]*?)<\/time>/g))
        expect(text.replace(/<\/?b>/g, '').trim(), file).toMatch(
          /^(\d{1,2}\. \p{L}+\.?( \d{4})?)?(, | )?(\d{2}:\d{2} UTC)?$/u,
        );
    }
    const home = read('index.html');
    expect(home).toMatch(/Stand: <time[^>]*>\s*12\. Nov\. 2026, 09:50 UTC\s*<\/time>\./);
    expect(home).toMatch(/<b[^>]*>99,98 %<\/b> in 90 Tagen/);
    expect(home).not.toMatch(/\d\.\d\d\s?%<\/b>/);
    expect(read('credits/index.html')).toContain('Verfügbarkeit unter 99,9 %: 10 % des Entgelts.');
  });

  test('reckon with a decimal comma, and not with what may be thousands', async () => {
    const browser = await chromium.connect(inject('browser'));
    const page = await browser.newPage();
    await page.goto(`${german.url}credits/`);
    const calculator = page.locator('.calculator').first();
    const [minutes, fee] = [
      calculator.locator('input').first(),
      calculator.locator('input').last(),
    ];
    const answer = () => calculator.locator('output').innerText();
    expect(await answer()).toBe('10,00');
    await fee.fill('12345,50');
    expect(await answer()).toBe('1.234,55');
    await fee.fill('1.000');
    expect(await answer()).toBe('');
    await fee.fill('80');
    await minutes.fill('2880');
    expect(await answer()).toBe('80,00');
    await browser.close();
  });
});
