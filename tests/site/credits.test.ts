import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { stringsIn } from '../../src/strings/index.ts';
import {
  type CreditRun,
  creditContent,
  credits,
  headings,
  outage,
  policyFile,
} from '../support/customers.ts';
import { type Outcome, newFolder, ownup } from '../support/ownup.ts';
import { readPage } from '../support/pages.ts';
import { serve } from '../../scripts/lib/serve.ts';
import { sites } from './built.ts';

test('the calculator says what the table says, and sends nothing', async () => {
  const { url } = sites.calm;
  const browser = await chromium.connect(inject('browser'));
  const page = await browser.newPage();
  await page.goto(`${url}credits/`);
  const sent: string[] = [];
  // The icon of the page comes when the browser has time for it.
  page.on(
    'request',
    (request) => request.url().endsWith('/favicon.svg') || sent.push(request.url()),
  );
  const form = page.locator('.calculator').first();
  const [minutes, fee] = [form.locator('input').first(), form.locator('input').last()];
  const answers: string[] = [];
  for (const [down, paid] of [
    ['43', '100.00'],
    ['44', '100.00'],
    ['432', '100.00'],
    ['433', '100.00'],
    ['43.2', '100.00'],
    ['43.201', '100.00'],
    ['60', '49.95'],
  ] as const) {
    await minutes.fill(down);
    await fee.fill(paid);
    answers.push(await form.locator('output').innerText());
  }
  // November has 43,200 minutes: 43.2 are 0.1%, 432 are 1%. 10% of 49.95 is 4.995, halves up.
  expect(answers).toEqual(['0.00', '10.00', '10.00', '25.00', '0.00', '10.00', '5.00']);
  expect(sent).toEqual([]);
  await browser.close();
});

test('the calculator says what it expects of what it cannot read', async () => {
  const { url } = sites.calm;
  const browser = await chromium.connect(inject('browser'));
  const page = await browser.newPage();
  await page.goto(`${url}credits/`);
  const form = page.locator('.calculator').first();
  const [minutes, fee, note] = [
    form.locator('input').first(),
    form.locator('input').last(),
    form.locator('[aria-live=polite]'),
  ];
  const promise = await note.innerText();
  for (const paid of ['1,000.00', '€100', '-5', '', '1.234,56', '1.2.3']) {
    await fee.fill(paid);
    expect(
      [await form.locator('output').innerText(), await fee.getAttribute('aria-invalid')],
      paid,
    ).toEqual(['', 'true']);
    expect(await note.innerText(), paid).toBe(en.credits.calculator.expected('43.2', '100.50'));
  }
  await fee.fill('100');
  expect([await note.innerText(), await fee.getAttribute('aria-invalid')]).toEqual([promise, null]);
  await minutes.fill('-5');
  expect([
    await minutes.getAttribute('aria-invalid'),
    await fee.getAttribute('aria-invalid'),
  ]).toEqual(['true', null]);
  await browser.close();
});

test('a box says what an incident earns, and until when to ask', async () => {
  const { folder } = sites.calm;
  const page = readFileSync(join(folder, 'incidents/2026-11-12-late-webhooks/index.html'), 'utf8');
  // 111 minutes × 0.4 of 43,200: uptime 99.89722%. 60 days after 30 November are 29 January.
  expect(page).toContain('99.89722%');
  expect(page).toContain('2027-01-29');
  expect(
    readFileSync(join(folder, 'incidents/2026-11-19-slow-dashboard/index.html'), 'utf8'),
  ).not.toContain('class="offers"');
});

/** Policies of every shape, and incidents that all of them are about. */
const en = stringsIn('en', {});
const shapes = creditContent(
  policyFile(`  - id: quarterly
    name: Quarterly credit
    effective: { from: 2026-01-01 }
    plans: [team]
    scope: service
    period: { every: quarter, zone: UTC }
    down: { min_consecutive_minutes: 120 }
    tiers: [{ lte: 99.9, gt: 99, percent: 10 }, { lte: 99, percent: 25 }]
    base: { fee_for: month }
    minimum: { gt: { JPY: 150, EUR: 1 } }
    claim: { within: { days: 30 }, after: incident, how: Write to us. }
  - id: days
    name: Days of service
    effective: { from: 2026-01-01 }
    plans: [team]
    services: [webhooks]
    scope: service
    period: { every: quarter, zone: UTC }
    tiers: [{ lt: 99.9, days: 3 }]
    claim: automatic
    stacking: sum
  - { id: days, name: Days, effective: { from: 2025-01-01 }, plans: [team], services: [webhooks], scope: service, period: { every: quarter, zone: UTC }, tiers: [{ lt: 99.9, days: 2 }], claim: automatic }
  - { id: days, name: Days of service, effective: { from: 2027-01-01 }, plans: [team], services: [webhooks], scope: service, period: { every: quarter, zone: UTC }, tiers: [{ lt: 99.9, days: 5 }], claim: automatic }
  - id: hours
    name: Begun hours
    effective: { from: 2026-01-01 }
    plans: [business]
    services: [webhooks]
    scope: service_and_region
    period: { every: month, zone: UTC }
    steps: { each_minutes: 60, percent: 5, begun: true, of: excess, when: { lt: 99.95 } }
    cap: { percent: 100 }
    claim: automatic
    rounding: { mode: down }
  - id: multiple
    name: Downtime back
    effective: { from: 2026-01-01 }
    plans: [free]
    services: [api]
    scope: service
    period: { every: month, zone: UTC }
    multiple: { times: 1 }
    down: { whole_minutes: 5 }
    minimum: { gt: 1 }
    claim: automatic
    rounding: { mode: down }
`),
  {
    'incidents/long.yaml': outage
      .replace(
        'from: 2026-01-17T09:00:00Z, to: 2026-01-17T10:00:00Z, regions: [eu]',
        'from: 2026-02-10T09:00:00Z, to: 2026-02-11T12:29:30Z',
      )
      .replace('at: 2026-01-17T10:00:00Z', 'at: 2026-02-11T12:29:30Z'),
    'incidents/earlier.yaml': outage
      .replaceAll('2026-01-17', '2025-12-17')
      .replace('T10:00:00Z, reg', 'T22:00:00Z, reg')
      .replace('at: 2025-12-17T10', 'at: 2025-12-17T22'),
    'incidents/unknown.yaml': outage
      .replace(
        '2026-01-17T09:00:00Z, to: 2026-01-17T10:00:00Z',
        '2026-08-10T09:00:00Z, to: unknown',
      )
      .replace('at: 2026-01-17T10:00:00Z', 'at: 2026-08-11T00:00:00Z'),
    'incidents/planned.yaml': `kind: maintenance
title: An upgrade
announced: 2026-11-20T09:00:00Z
scheduled: { from: 2026-11-28T02:00:00Z, to: 2026-11-28T22:00:00Z }
impact:
  - { service: webhooks, status: under_maintenance, from: 2026-11-28T02:00:00Z }
updates: []
`,
    'postmortems/long.mdx': (exampleRecord['postmortems/late-webhooks.mdx'] ?? '')
      .replace('[late-webhooks]', '[long]')
      .replace('published: 2026-01-20', 'published: 2026-02-20')
      .replaceAll('2026-02-01', '2026-03-01')
      .replace('at: 2026-01-22', 'at: 2026-02-22')
      .replace(
        'corrections:',
        'goodwill: { percent: 12.25, reason: We were slow., counts: instead }\ncorrections:',
      ),
  },
);

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ');

const allIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => `${file}\n${readFileSync(file, 'latin1')}`)
    .join('\n');

describe('of policies of every shape', () => {
  const folder = join(newFolder('shapes'), 'dist');
  const incident = (id: string): string => textOf(readPage(folder, `incidents/${id}/index.html`));
  const { box } = en.credits;

  const canaries = ['Zaphod Canarybrox', 'canary@heart-of-gold.example', 'ws-canary-4711'];
  const [name, mail, id] = canaries;
  const content = creditContent();
  const before = allIn(content);
  let good: CreditRun;
  let runs: Outcome[];

  beforeAll(async () => {
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
    const asked = { content, settings: { OWNUP_DEBUG: '1' } };
    good = await credits(`${headings}\n${noise}\n`, {
      ...asked,
      args: ['--format', 'csv,json,html'],
    });
    runs = [
      good,
      await credits(`${headings}\n${noise}\n"${name},${mail},${id}\n`, asked),
      await credits(`${headings}\n${name} "${mail}",team,webhooks,eu,EUR,1\n`, asked),
      await ownup('check', ['--format', 'github'], { OWNUP_CONTENT: content }),
      await ownup('build', [], {
        OWNUP_CONTENT: shapes,
        OWNUP_OUT: folder,
        OWNUP_NOW: '2026-11-23T12:00:00Z',
      }),
    ];
  });

  test('nothing that stands in a list of customers appears in the site, in logs, in annotations or in the record', () => {
    expect(runs.map(({ code }) => code)).toEqual([0, 1, 1, 0, 0]);
    const said = runs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
    const published = allIn(folder);
    for (const canary of canaries) {
      expect(said).not.toContain(canary);
      expect(published).not.toContain(canary);
    }
    expect(allIn(content)).toBe(before);
    expect(allIn(good.out)).toContain(id);
  });

  test('a box says what the rule says, and of what', () => {
    const text = incident('long');
    // The fee is for a month and the base for a quarter: the rule gives 25%. From 10 February, 09:00 to the 11th, 12:29:30 are 1 day 3:29:30.
    expect(text).toContain(
      box.known.earns(box.paid('25%', en.credits.quarter('2026-Q1'), 'service')),
    );
    expect(text).toContain(box.known.downtime('1 day 3 hours 29 minutes 30 seconds'));
    expect(text).toContain(box.known.earns('the fee of 3 days'));
    expect(text).not.toContain('Webhooks ()');
  });

  test('several for one plan have names, and say that only the greatest counts', () => {
    const text = incident('long');
    for (const name of ['Quarterly credit', 'Days of service', 'Begun hours'])
      expect(text).toContain(box.rule(name));
    expect(text).toContain(en.credits.stacking.best('Days of service'));
    expect(text).toContain(en.credits.stacking.best('Quarterly credit'));
  });

  test('an end that nobody knows is no exact figure', () => {
    const text = incident('unknown');
    expect(text).toContain(box.notKnown(en.credits.quarter('2026-Q3')));
    expect(text).toContain(box.endUnknown);
    expect(text).toContain(box.atLeast.downtime('0 seconds'));
  });

  test('what a version gave that has been replaced does not lead to another one', () => {
    expect(incident('earlier')).toContain(box.ruleThen('Days', '1 Jan 2025'));
    expect(readPage(folder, 'incidents/earlier/index.html')).not.toContain('href="/credits/#days"');
    expect(readPage(folder, 'incidents/long/index.html')).toContain('href="/credits/#days"');
    const ids = [...readPage(folder, 'credits/index.html').matchAll(/ id="([^"]*)"/g)].map(
      ([, id]) => id,
    );
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('maintenance to come earns nothing yet', () => {
    expect(readPage(folder, 'incidents/planned/index.html')).not.toContain('class="offers"');
  });

  test('goodwill is said to the last digit, and whether it is given instead', () => {
    expect(textOf(readPage(folder, 'postmortems/long/index.html'))).toContain(
      en.postmortem.goodwillPercent.instead('12.25%'),
    );
  });

  test('the calculator says of each outage in the table what the table says, and no number breaks on a narrow page', async () => {
    const served = await serve(folder, '/', 0);
    const browser = await chromium.connect(inject('browser'));
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.goto(`${served.url}credits/`);
    const minutesIn = { day: 1440, hour: 60, minute: 1 };
    await page
      .locator('details')
      .evaluateAll((all) => all.forEach((fold) => fold.setAttribute('open', '')));
    for (const section of await page.locator('section').all()) {
      const fields = await section.locator('.calculator input').all();
      const id = await section.getAttribute('id');
      for (const row of await section.locator('tbody tr').all()) {
        const [length = '', , credit] = await row.locator('th, td').allInnerTexts();
        const minutes = [...length.matchAll(/(\d+) (day|hour|minute)/g)].reduce(
          (sum, [, count, unit]) => sum + Number(count) * minutesIn[unit as keyof typeof minutesIn],
          0,
        );
        await fields[0]?.fill(String(minutes));
        expect(await section.locator('output').innerText(), `${id}: ${length}`).toBe(credit);
      }
    }
    const broken = await page.locator('.earned td').evaluateAll(
      (cells) =>
        cells.filter((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
        }).length,
    );
    expect(broken).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await browser.close();
    await served.close();
  });
});
