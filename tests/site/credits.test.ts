import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { launchOptions } from '../support/browser.ts';
import { creditContent, credits, headings } from '../support/customers.ts';
import { newFolder, ownup } from '../support/ownup.ts';

test('the calculator says what the table says, and sends nothing', async () => {
  const { url } = inject('sites').calm;
  const browser = await chromium.launch(launchOptions(inject('browser')));
  const page = await browser.newPage();
  await page.goto(`${url}credits/`);
  const sent: string[] = [];
  // The icon of the page comes when the browser has time for it.
  page.on('request', (request) => request.url().endsWith('/favicon.svg') || sent.push(request.url()));
  const form = page.locator('.calculator').first();
  const [minutes, fee] = [form.locator('input').first(), form.locator('input').last()];
  const answers: string[] = [];
  for (const [down, paid] of [
    ['43', '100.00'],
    ['44', '100.00'],
    ['432', '100.00'],
    ['433', '100.00'],
    ['60', '49.95'],
    ['60', '1.234,56'],
  ] as const) {
    await minutes.fill(down);
    await fee.fill(paid);
    answers.push(await form.locator('output').innerText());
  }
  // November has 43,200 minutes: 43.2 are 0.1%, 432 are 1%. 10% of 49.95 is 4.995, halves up.
  expect(answers).toEqual(['0.00', '10.00', '10.00', '25.00', '5.00', '']);
  expect(sent).toEqual([]);
  await browser.close();
});

test('a box says what an incident earns, and until when to ask', async () => {
  const { folder } = inject('sites').calm;
  const page = readFileSync(join(folder, 'incidents/2026-11-12-late-webhooks/index.html'), 'utf8');
  // 111 minutes × 0.4 of 43,200: uptime 99.89722%. 60 days after 30 November are 29 January.
  expect(page).toContain('99.89722%');
  expect(page).toContain('2027-01-29');
  expect(readFileSync(join(folder, 'incidents/2026-11-19-slow-dashboard/index.html'), 'utf8')).not.toContain('class="offers"');
});

const allIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => `${file}\n${readFileSync(file, 'latin1')}`)
    .join('\n');

test('nothing that stands in a list of customers appears in the site, in logs, in annotations or in the record', async () => {
  const canaries = ['Zaphod Canarybrox', 'canary@heart-of-gold.example', 'ws-canary-4711'];
  const [name, mail, id] = canaries;
  const content = creditContent();
  const before = allIn(content);
  const noise = [
    `"${name}",team,webhooks,eu,EUR,49.00`,
    `${mail},team,webhooks,eu,EUR,1`,
    `${id},team,webhooks,eu,EUR,49.00`,
    `${id},team,webhooks,eu,EUR,49.00`,
    `x,${name},webhooks,eu,EUR,1`,
    `y,team,${mail},eu,EUR,1`,
    `z,team,webhooks,${id},EUR,1`,
    `v,team,webhooks,eu,${name},1`,
    `w,team,webhooks,eu,EUR,${mail}`,
    `u,team,webhooks,eu,EUR,1,${id},${mail}`,
  ].join('\n');
  const good = await credits(`${headings}\n${noise}\n`, { content, args: ['--format', 'csv,json,html'], settings: { OWNUP_DEBUG: '1' } });
  const bad = await credits(`${headings}\n${noise}\n"${name},${mail},${id}\n`, { content, settings: { OWNUP_DEBUG: '1' } });
  const quoted = await credits(`${headings}\n${name} "${mail}",team,webhooks,eu,EUR,1\n`, { content, settings: { OWNUP_DEBUG: '1' } });
  const check = await ownup('check', ['--format', 'github'], { OWNUP_CONTENT: content });
  const site = join(newFolder('site'), 'dist');
  const build = await ownup('build', [], { OWNUP_CONTENT: content, OWNUP_OUT: site });
  expect([good.code, bad.code, quoted.code, check.code, build.code]).toEqual([0, 1, 1, 0, 0]);
  const said = [good, bad, quoted, check, build].map(({ stdout, stderr }) => stdout + stderr).join('\n');
  const published = allIn(site);
  for (const canary of canaries) {
    expect(said).not.toContain(canary);
    expect(published).not.toContain(canary);
  }
  expect(allIn(content)).toBe(before);
  expect(allIn(good.out)).toContain(id);
});
