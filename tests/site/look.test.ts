import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { type Served, serve } from '../../scripts/lib/serve.ts';
import { violationsIn } from '../support/accessible.ts';
import { contentFolder } from '../support/content.ts';
import { newFolder, ownup } from '../support/ownup.ts';
import { filesOf } from '../support/pages.ts';

const now = '2026-03-01T12:00:00Z';
const look = `look:
  accent: { light: "#0b6e4f", dark: "#7fd4b4" }
  logo: { light: favicon.svg, alt: Ferry }
  home: https://ferry.example/
  header: [{ name: Documentation, url: "https://docs.ferry.example/" }]
  footer: [{ name: Imprint, url: "https://ferry.example/imprint" }]
`;
const withLook = { 'site.yaml': `${exampleRecord['site.yaml']}${look}` };

/** Builds a record with `changes`, and tells how that went. */
async function built(changes: Record<string, string>) {
  const folder = join(newFolder('look'), 'dist');
  const settings = { OWNUP_CONTENT: contentFolder(changes), OWNUP_OUT: folder, OWNUP_NOW: now };
  const outcome = await ownup('build', [], { ...settings, OWNUP_BASE: '/status/' });
  return { folder, ...outcome };
}

let browser: Browser;
let served: Served;

beforeAll(async () => {
  const { folder, code } = await built({
    ...withLook,
    'theme.css':
      ':root { --paper: light-dark(#ffffff, #101418); --font: Georgia, serif; }\nbody { background-image: url(favicon.svg); background-repeat: no-repeat; }\n',
  });
  expect(code).toBe(0);
  browser = await chromium.connect(inject('browser'));
  served = await serve(folder, '/status/', 0);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

async function open(options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(served.url);
  const styleOf = (selector: string, property: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  return { page, asked, styleOf };
}

test.each([
  ['light', 'rgb(11, 110, 79)', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(127, 212, 180)', 'rgb(16, 20, 24)'],
] as const)('a company’s colour, logo, links and theme show, in %s', async (scheme, ink, paper) => {
  const { page, asked, styleOf } = await open({ colorScheme: scheme });
  expect(await styleOf('footer a', 'color')).toBe(ink);
  expect(await styleOf('body', 'background-color')).toBe(paper);
  expect(await styleOf('body', 'font-family')).toContain('Georgia');
  const logo = page.getByRole('link', { name: 'Ferry', exact: true });
  expect(await logo.getAttribute('href')).toBe('https://ferry.example/');
  const drawn = await logo.locator('img').boundingBox();
  expect(drawn?.width).toBeGreaterThanOrEqual(16);
  expect(drawn?.height).toBe(28);
  for (const name of ['Documentation', 'Imprint'])
    expect(await page.getByRole('link', { name, exact: true }).count()).toBe(1);
  expect(asked).toContain(`${served.url}favicon.svg`);
  expect(asked.filter((url) => !url.startsWith(served.url))).toEqual([]);
  expect(await violationsIn(page)).toEqual([]);
  await page.context().close();
});

test('with a logo a phone needs no scrolling to the side', async () => {
  const { page } = await open({ viewport: { width: 320, height: 640 } });
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBeLessThanOrEqual(0);
  await page.context().close();
});

test('a theme with a mistake is held back, and the news go out', async () => {
  const { folder, code, stderr } = await built({ ...withLook, 'theme.css': '--ink: black; }' });
  expect(code).toBe(3);
  expect(stderr).toMatch(/theme\.css:\d+:\d+ {2}error {2}theme-syntax/);
  expect(stderr).toContain('Held back: theme.css');
  expect(filesOf(folder, 'look.css')).toEqual(['look.css']);
  expect(filesOf(folder, '.css').length).toBeGreaterThan(1);
});
