import { extname } from 'node:path';
import { dev } from 'astro';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { contentFolder } from '../support/content.ts';
import { unscoped } from '../support/pages.ts';

const account = exampleRecord['postmortems/late-webhooks.mdx'] ?? '';
const promise = `    owner: delivery-team
    due: DUE
    breaks: no-bound
    done_when: A change that sets 20 fails its checks.
    title: Refuse it
    type: prevent
`;

/** An outage that goes on, promises that are late, that nobody has looked at and that are due, an open question, and work to come. */
const content = contentFolder({
  'site.yaml': (exampleRecord['site.yaml'] ?? '').replace(
    'name: Ferry\n',
    'name: Ferry\nlanguage: ar\n',
  ),
  'incidents/slow-search.yaml': `kind: incident
title: Search is slow
severity: major
impact:
  - { service: api, status: degraded_performance, from: 2026-02-19T09:00:00Z }
updates:
  - { at: 2026-02-19T09:10:00Z, status: investigating, next_update_by: 2026-02-21T12:30:00Z, text: "- [ ] the index\\n- [x] the network\\n\\nRun \`ping\`." }
`,
  'incidents/next.yaml': `kind: maintenance
title: The next upgrade
announced: 2026-02-18T09:00:00Z
scheduled: { from: 2026-04-03T02:00:00Z, to: 2026-04-03T03:00:00Z }
impact:
  - { service: webhooks, status: under_maintenance, from: 2026-04-03T02:00:00Z }
`,
  'postmortems/late-webhooks.mdx': account.replace(
    'unknowns:\n',
    `  - id: looked-at\n${promise.replace('DUE', '2026-02-02')}  - id: to-come\n${promise.replace('DUE', '2026-05-01')}unknowns:\n`,
  ),
  'actions.lock.json': JSON.stringify({
    version: 1,
    actions: [
      {
        promise: 'late-webhooks/looked-at',
        repository: 1,
        number: 7,
        state: 'open',
        verified_at: '2026-02-20T02:00:00Z',
      },
    ],
  }),
});

/** It is written in a language that the interface does not speak. */
const own = 'lang="ar" dir="rtl"';

const environment = { ...process.env };
let server: Awaited<ReturnType<typeof dev>>;

beforeAll(async () => {
  // Astro serves no pages where it sees that a test runs it.
  delete process.env['VITEST'];
  Object.assign(process.env, { OWNUP_CONTENT: content, OWNUP_NOW: '2026-02-21T12:00:00Z' });
  // Nobody changes a file, and no browser asks for a package.
  server = await dev({
    root: process.cwd(),
    logLevel: 'error',
    server: { port: 4436 },
    vite: { server: { watch: null }, optimizeDeps: { noDiscovery: true, include: [] } },
  });
});
afterAll(async () => {
  await server.stop();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});

const get = (path: string): Promise<Response> =>
  fetch(`http://localhost:${server.address.port}/${path}`);

/** With what a feed begins. */
const first: Record<string, string> = { '.xml': '<', '.atom': '<', '.json': '{', '.ics': 'B' };

async function feedAt(now: string, file: string): Promise<string> {
  process.env['OWNUP_NOW'] = now;
  const response = await get(file);
  const text = await response.text();
  expect([response.status, text[0]], text.slice(-1500)).toEqual([200, first[extname(file)]]);
  return text;
}

test.each([
  'updates.xml',
  'services/api/updates.xml',
  'feed.xml',
  'feed.atom',
  'feed.json',
  'postmortems/feed.xml',
  'promises.xml',
  'promises.ics',
  'calendar.ics',
])('while nothing happens, /%s is the same on every day', async (file) => {
  const first = await feedAt('2026-02-21T12:00:00Z', file);
  for (const later of ['2026-02-21T12:47:00Z', '2026-02-28T12:00:00Z', '2026-04-03T01:59:00Z'])
    expect(await feedAt(later, file), later).toBe(first);
});

test('it changes when planned work begins, and when a promise falls due', async () => {
  const [before, begun, late] = [
    await feedAt('2026-04-03T01:59:00Z', 'feed.xml'),
    await feedAt('2026-04-03T02:00:00Z', 'feed.xml'),
    await feedAt('2026-05-02T12:00:00Z', 'postmortems/feed.xml'),
  ];
  expect(before).toContain('Scheduled: The next upgrade');
  expect(begun).toContain('In progress: The next upgrade');
  const pastDue = /Past its day/g;
  const events = await feedAt('2026-05-02T12:00:00Z', 'updates.xml');
  expect(events).toContain('begun:next/0');
  expect(events).toContain('late:late-webhooks/to-come/2026-05-01');
  const lateIn = (feed: string): number => feed.match(pastDue)?.length ?? 0;
  expect(lateIn(late)).toBe(lateIn(before) + 1);
});

describe('where nobody has translated the interface', () => {
  test('a page says that it is English, and what is not', async () => {
    const page = unscoped(await (await get('postmortems/late-webhooks/')).text());
    expect(page).toContain('<html lang="en" dir="ltr"');
    expect(page).toMatch(new RegExp(`<h1[^>]*>\\s*<span ${own}>Why webhooks arrived late</span>`));
    expect(page).toContain(`<div class="story" ${own}`);
    expect(page).toMatch(new RegExp(`class="summary"[^>]*>\\s*<div ${own}>`));
  });

  test('so does a feed, where code runs from left to right and tasks keep their marks', async () => {
    const feed = await feedAt('2026-02-21T12:00:00Z', 'feed.xml');
    expect(feed).toContain('<language><![CDATA[en]]></language>');
    expect(feed).toContain('<code dir="ltr">ping</code>');
    expect(feed).toMatch(new RegExp(`<div ${own}><ul>\\s*<li><span>☐</span> the index`));
    expect(feed).toMatch(/<description><!\[CDATA\[☐ the index ☑ the network/);
  });
});
