import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pageAsker } from '../../scripts/lib/import/ask-page.ts';
import { asText } from '../../scripts/lib/import/report.ts';
import { writeRecord } from '../../scripts/lib/import/write-record.ts';
import { readPage } from '../../scripts/lib/import/statuspage/read-page.ts';
import { askedAnswers } from '../../scripts/lib/import/statuspage/sources.ts';
import type { Asked } from '../../scripts/lib/import/statuspage/answers.ts';
import { answer } from '../../src/api/v2/answers.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { sourceFrom } from '../support/api.ts';
import { newFolder, ownup } from '../support/ownup.ts';
import { component, fakePage, incidentOf, pageFacts, said } from '../support/statuspage.ts';

const now = Date.parse('2027-01-01T00:00:00Z');
const api = component('c0000000000a', 'API');

interface Written {
  kind: string;
  title: string;
  severity?: string;
  announced?: string;
  scheduled?: { from: string; to: string };
  impact?: { service: string; status: string; from: string; to?: string }[];
  updates: { at: string; status: string; text: string }[];
}

/** Imports answers, of which every record has to build. */
function importOf(json: object | Asked['answers'], decisions = {}) {
  const answers = Array.isArray(json) ? json : [{ file: 'page.json', json }];
  const imported = writeRecord(readPage({ answers }, decisions), now, decisions);
  if (typeof imported === 'string') throw new Error(imported);
  const { files, reports } = imported;
  const { findings } = readRecord(filesInMemory(Object.fromEntries(files)), now);
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  const yaml = (file: string): unknown => parse(files.get(file) ?? '');
  return {
    files,
    reports,
    codes: reports.flatMap(({ losses }) => losses.map(({ code }) => code)),
    site: yaml('site.yaml') as { redirects?: Record<string, string>; time_zone: string },
    services: yaml('services.yaml') as { groups?: object[]; services: { id: string }[] },
    incidents: [...files.keys()]
      .filter((file) => file.startsWith('incidents/'))
      .map((file) => yaml(file) as Written),
  };
}

const outage = incidentOf('abcdefghijkl', [
  said('2026-03-01T10:00:00.000Z', 'investigating', 'We are looking.', {
    c0000000000a: 'major_outage',
  }),
  said('2026-03-01T10:20:00.000Z', 'identified', 'Found it.', { c0000000000a: 'partial_outage' }),
  said('2026-03-01T11:00:00.000Z', 'resolved', 'Over.', { c0000000000a: 'operational' }),
]);

describe('an incident', () => {
  test('has the statuses of services over time, and keeps its code', () => {
    const { incidents, site, files } = importOf({
      page: pageFacts,
      components: [api],
      incidents: [outage],
    });
    expect(incidents).toMatchObject([
      {
        kind: 'incident',
        severity: 'major',
        impact: [
          { service: 'api', status: 'major_outage', to: '2026-03-01T10:20:00Z' },
          { service: 'api', status: 'partial_outage', to: '2026-03-01T11:00:00Z' },
        ],
        updates: [{ status: 'investigating' }, { status: 'identified' }, { status: 'resolved' }],
      },
    ]);
    expect(site.time_zone).toBe('Europe/Berlin');
    expect(site.redirects).toMatchObject({
      '/incidents/abcdefghijkl/': '/incidents/2026-03-01-incident-abcdefghijkl/',
    });
    const [again] = answer('incidents', sourceFrom(Object.fromEntries(files), now)).incidents;
    expect(again).toMatchObject({ id: 'abcdefghijkl', impact: 'major', status: 'resolved' });
  });

  test('that does not say how services were has what its impact says, which is told', () => {
    const { incidents, codes } = importOf({
      page: pageFacts,
      components: [api],
      incidents: [
        incidentOf('a1', [said('2026-03-01T10:00:00Z', 'resolved', 'Over.')], {
          components: [api],
          impact: 'critical',
        }),
      ],
    });
    expect(incidents[0]?.impact).toMatchObject([{ service: 'api', status: 'major_outage' }]);
    expect(codes).toContain('status-from-impact');
  });

  test('of a component that was deleted has a service in a group of its own', () => {
    const { services, incidents } = importOf({
      page: pageFacts,
      components: [api],
      incidents: [
        incidentOf('a1', [
          said('2026-03-01T10:00:00Z', 'investigating', 'Down.', { gone: 'major_outage' }),
        ]),
      ],
    });
    expect(services.services).toMatchObject([
      { id: 'api' },
      { id: 'name-of-gone', group: 'named-in-the-history' },
    ]);
    expect(incidents[0]?.impact).toMatchObject([{ service: 'name-of-gone' }]);
  });

  test('with a postmortem has a draft of it, which says what is missing', () => {
    const told = said('2026-03-03T11:00:00Z', 'postmortem', 'We {forgot} <b>it</b>.');
    const { files, codes, incidents } = importOf({
      page: pageFacts,
      components: [api],
      incidents: [{ ...outage, incident_updates: [told, ...outage.incident_updates] }],
    });
    const [, draft = ''] = [...files].find(([file]) => file.endsWith('.mdx')) ?? [];
    expect(draft).toContain('status: draft');
    expect(draft).toContain('We &#123;forgot&#125; **it**.');
    expect(draft).not.toMatch(/because:/);
    expect(codes).toContain('story');
    expect(incidents[0]?.updates.at(-1)).toMatchObject({ status: 'resolved', text: 'Over.' });
  });

  test.each([
    [
      'a status that is not known',
      [said('2026-03-01T10:00:00Z', 'exploded', 'Boom.')],
      'unknown-status',
    ],
    ['no words', [said('2026-03-01T10:00:00Z', 'resolved', ' ')], 'empty-update'],
    ['no end', [said('2026-03-01T10:00:00Z', 'identified', 'Hm.')], 'still-open'],
    ['a time that is none', [said('yesterday', 'resolved', 'Hm.')], 'unreadable-time'],
    ['no update', [], 'not-imported'],
  ])('with %s is told of', (_what, updates, code) => {
    const { codes } = importOf({
      page: pageFacts,
      components: [api],
      incidents: [incidentOf('a1', updates)],
    });
    expect(codes).toContain(code);
  });

  test('keeps every word of an update of 100 KB, and signs that turn the direction of text are told', () => {
    const words = Array.from({ length: 15_000 }, (_, n) => `word${n}`);
    const { incidents, codes } = importOf({
      page: pageFacts,
      components: [api],
      incidents: [
        incidentOf('a1', [
          said('2026-03-01T10:00:00Z', 'identified', words.join(' ')),
          said('2026-03-01T11:00:00Z', 'resolved', 'שלום \u202Eabc 🚢 <script>alert(1)</script>'),
        ]),
      ],
    });
    const texts = incidents[0]?.updates.map(({ text }) => text) ?? [];
    const kept = new Set(texts.join(' ').split(/\s+/));
    expect(words.filter((word) => !kept.has(word))).toEqual([]);
    expect(texts.at(-1)).toBe('שלום abc 🚢');
    expect(codes).toEqual(expect.arrayContaining(['long-update', 'hidden-characters', 'html-tag']));
  });
});

describe('planned work', () => {
  const planned = (more: object) =>
    importOf({
      page: pageFacts,
      components: [api],
      scheduled_maintenances: [
        incidentOf('m1', [said('2026-03-01T10:00:00Z', 'scheduled', 'We will work.')], {
          impact: 'maintenance',
          scheduled_for: '2026-03-08T01:00:00Z',
          scheduled_until: '2026-03-08T03:00:00Z',
          components: [api],
          ...more,
        }),
      ],
    });

  test('was announced by its first update', () => {
    expect(planned({}).incidents).toMatchObject([
      {
        kind: 'maintenance',
        announced: '2026-03-01T10:00:00Z',
        scheduled: { from: '2026-03-08T01:00:00Z', to: '2026-03-08T03:00:00Z' },
      },
    ]);
  });

  test('without an end is a notice; of more than a day it is asked about', () => {
    const without = planned({ scheduled_until: null });
    expect(without.incidents[0]?.kind).toBe('notice');
    expect(without.codes).toContain('no-schedule');
    expect(planned({ scheduled_until: '2026-04-20T00:00:00Z' }).codes).toEqual(
      expect.arrayContaining(['long-maintenance', 'long-window']),
    );
  });

  test('of which there is very much is imported', () => {
    const many = Array.from({ length: 500 }, (_, n) =>
      incidentOf(`m${n}`, [said('2026-03-01T10:00:00Z', 'scheduled', `Work ${n}.`)], {
        scheduled_for: '2026-03-08T01:00:00Z',
        scheduled_until: '2026-03-08T03:00:00Z',
        status: 'completed',
      }),
    );
    const imported = writeRecord(
      readPage({
        answers: [{ file: 'a.json', json: { page: pageFacts, scheduled_maintenances: many } }],
      }),
      now,
    );
    if (typeof imported === 'string') throw new Error(imported);
    expect(imported.reports.filter(({ became }) => became?.startsWith('incidents/'))).toHaveLength(
      500,
    );
  });
});

test('component groups are groups', () => {
  const { services } = importOf({
    page: pageFacts,
    components: [
      component('g1', 'Europe', { group: true }),
      component('a1', 'API', { group_id: 'g1', description: 'For <b>boats</b>' }),
      component('a2', 'API'),
    ],
  });
  expect(services).toEqual({
    groups: [{ id: 'europe', name: 'Europe' }],
    services: [
      { id: 'api', name: 'API', group: 'europe', description: 'For **boats**' },
      { id: 'api-2', name: 'API' },
    ],
  });
});

describe('what no page should say', () => {
  const hidden = 'Ferry\u202E \u0007Ltd';

  test('does not stop the import: characters that do not show, components without a name', () => {
    const { site, services, incidents, codes } = importOf({
      page: { ...pageFacts, name: hidden },
      components: [component('a1', hidden)],
      incidents: [
        incidentOf('a1', [said('2026-03-01T10:00:00Z', 'resolved', 'Over.')], {
          name: hidden,
          components: [{}, component('', ' ')],
        }),
      ],
    });
    expect(site).toMatchObject({ name: 'Ferry Ltd' });
    expect(services).toMatchObject({ services: [{ name: 'Ferry Ltd' }] });
    expect(incidents).toMatchObject([{ title: 'Ferry Ltd' }]);
    expect(codes).toContain('hidden-characters');
  });

  test('and an old address at which this site has a page of its own is told', () => {
    const { codes } = importOf({
      page: pageFacts,
      components: [api],
      incidents: [incidentOf('2026', [said('2026-03-01T10:00:00Z', 'resolved', 'Over.')])],
    });
    expect(codes).toContain('no-redirect');
  });
});

test('our own interface, imported again, gives the same incidents', () => {
  const at = Date.parse('2026-11-23T12:00:00Z');
  const before = sourceFrom('content', at);
  const answers = (['summary', 'incidents', 'scheduled-maintenances'] as const).map((name) => ({
    file: name,
    json: answer(name, before) as unknown,
  }));
  const imported = writeRecord(readPage({ answers }), at);
  if (typeof imported === 'string') throw new Error(imported);
  const after = sourceFrom(Object.fromEntries(imported.files), at);
  // Of what nobody spoke of while it lasted one update tells, which for a program is one like others: it is over when that was said.
  const silent = new Set(
    [...before.record.incidents.values()]
      .filter(({ updates }) => updates.length === 0)
      .map(({ title }) => title),
  );
  expect(silent.size).toBe(1);
  const told = (source: typeof before) =>
    [
      ...answer('incidents', source).incidents,
      ...answer('scheduled-maintenances', source).scheduled_maintenances,
    ].flatMap((one) =>
      silent.has(one.name)
        ? []
        : {
            ids: [
              one.id,
              one.incident_updates
                .filter(({ status }) => status !== 'postmortem')
                .map(({ id }) => id),
            ],
            name: one.name,
            started: one.started_at,
            resolved: one.resolved_at,
            impact: one.impact,
            updates: one.incident_updates
              .filter(({ status }) => status !== 'postmortem')
              .map(({ status, display_at: when }) => [status, when]),
          },
    );
  expect(told(after)).toEqual(told(before));
  const services = (source: typeof before) =>
    answer('incidents', source).incidents.flatMap(({ id, components }) =>
      components.map(({ name }) => `${id} ${name}`),
    );
  // No update was given while this one was down, so that the interface does not say that it was.
  const kept = new Set(services(after));
  const lost = services(before).filter((service) => !kept.has(service));
  expect(lost).toEqual([expect.stringContaining('Dashboard')]);
  expect(
    imported.reports.flatMap(({ losses }) => losses.filter(({ code }) => code === 'unhit')),
  ).toMatchObject([{ text: expect.stringContaining('Dashboard') as string }]);
});

describe('a page that is asked', () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });
  const asked = async (replies: Parameters<typeof fakePage>[0], cache = newFolder('cache')) => {
    const page = await fakePage(replies);
    closing.push(page.close);
    const result = await askedAnswers(page.home, pageAsker(cache, { timeout: 150, pause: 1 }));
    return { ...page, ...result, cache };
  };
  const good = {
    '/api/v2/summary.json': { page: pageFacts, components: [api], incidents: [] },
    '/api/v2/components.json': { page: pageFacts, components: [api] },
    '/api/v2/incidents.json': { page: pageFacts, incidents: [outage] },
    '/api/v2/scheduled-maintenances.json': { page: pageFacts, scheduled_maintenances: [] },
  };

  test('gives what is older than its newest incidents, by its history', async () => {
    const old = { ...outage, id: 'oldoldoldold', postmortem_body: 'It was us.' };
    const { answers, noHistory, seen } = await asked({
      ...good,
      '/history.json?page=1': {
        months: [{ incidents: [{ code: 'abcdefghijkl' }, { code: 'oldoldoldold' }] }],
      },
      '/history.json?page=2': { months: [] },
      '/incidents/oldoldoldold.json': old,
    });
    expect(noHistory).toBeUndefined();
    expect(seen).not.toContain('/incidents/abcdefghijkl.json');
    expect(importOf(answers).incidents).toHaveLength(2);
  });

  test('is waited for, and asked again, and what it has answered is not asked twice', async () => {
    const first = await asked({
      ...good,
      '/api/v2/summary.json': [
        { status: 429, headers: { 'retry-after': '0' } },
        { status: 503 },
        good['/api/v2/summary.json'],
      ],
      '/api/v2/incidents.json': ['{"page": {"na', good['/api/v2/incidents.json']],
    });
    expect(first.seen.filter((path) => path === '/api/v2/summary.json')).toHaveLength(3);
    expect(first.answers.every(({ why }) => why === undefined)).toBe(true);
    const ask = pageAsker(first.cache, { timeout: 150, pause: 1 });
    const count = first.seen.length;
    await ask(`${first.home}api/v2/summary.json`, 'list');
    expect(first.seen).toHaveLength(count);
  });

  test.each([
    ['a login page', '<!doctype html><title>Log in</title>'],
    ['JSON that breaks off', '{"page": {"na'],
    ['no answer', 'hang'],
    ['a refusal', { status: 403 }],
    ['a redirect', { status: 302, headers: { location: 'https://elsewhere.example/' } }],
    ['a wish to wait for a day', { status: 429, headers: { 'retry-after': '86400' } }],
  ])('and answers one question with %s, gives the rest, and says so', async (_what, reply) => {
    const { answers } = await asked({ ...good, '/api/v2/scheduled-maintenances.json': reply });
    const { reports, incidents } = importOf(answers);
    expect(incidents).toHaveLength(1);
    expect(reports.filter(({ failed }) => failed).map(({ file }) => file)).toEqual([
      expect.stringContaining('scheduled-maintenances'),
    ]);
  });

  test('and only has a login page, is not imported', async () => {
    const page = await fakePage({ '/api/v2/summary.json': '<html>Log in</html>' });
    closing.push(page.close);
    const into = join(newFolder('into'), 'content');
    const { code, stderr } = await ownup('import', [
      'statuspage',
      page.home,
      '--into',
      into,
      '--cache',
      newFolder('cache'),
    ]);
    expect(code).toBe(3);
    expect(stderr).toContain('log in');
  });
});

test('what is lost many times is told once more at the end, as one', () => {
  const { reports } = importOf({
    page: pageFacts,
    components: [api],
    incidents: Array.from({ length: 12 }, (_, n) =>
      incidentOf(`a${n}`, [said('2026-03-01T10:00:00Z', 'identified', 'Hm.')]),
    ),
  });
  expect(asText(reports).trimEnd().split('\n').slice(-2)).toEqual([
    expect.stringMatching(/^12 times for a person/),
    expect.stringMatching(/^12 times for a person/),
  ]);
});

describe('the command', () => {
  const saved = (json: unknown): string => {
    const file = join(newFolder('saved'), 'page.json');
    writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json));
    return file;
  };
  const page = { page: pageFacts, components: [api], incidents: [outage] };

  test('runs again without duplicates, remembers decisions, and leaves alone what somebody has changed', async () => {
    const into = join(newFolder('into'), 'content');
    const file = saved(page);
    const run = (...more: string[]) =>
      ownup('import', ['statuspage', file, '--into', into, ...more]);
    expect((await run('--zone', 'UTC')).code).toBe(0);
    const incident = join(into, 'incidents/2026-03-01-incident-abcdefghijkl.yaml');
    const mended = readFileSync(incident, 'utf8').replace('Over.', 'Over, and we are sorry.');
    writeFileSync(incident, mended);
    writeFileSync(file, JSON.stringify({ ...page, incidents: [outage, { ...outage, id: 'b2' }] }));
    const again = await run();
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('incidents/2026-03-01-incident-abcdefghijkl.yaml');
    expect(readFileSync(incident, 'utf8')).toBe(mended);
    expect(readFileSync(join(into, 'site.yaml'), 'utf8')).toMatch(/time_zone: UTC/);
    rmSync(incident);
    await run();
    expect(() => readFileSync(incident)).toThrow();
  });

  test.each([
    [['nonsense', 'x'], 3],
    [['statuspage'], 3],
    [['statuspage', '/not/there'], 3],
    [['statuspage', saved('<html>'), '--zone', 'Atlantis'], 3],
    [['statuspage', saved('<html>'), '--service', 'all'], 3],
    [['statuspage', saved('<html>')], 3],
    [['statuspage', saved('{"page"')], 3],
    [['statuspage', saved('[]')], 3],
    [['statuspage', saved('null')], 3],
  ])('refuses %j', async (args, code) => {
    const outcome = await ownup('import', [...args, '--into', join(newFolder('into'), 'x')]);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).not.toMatch(/^\s+at /m);
    expect(outcome.stderr).not.toBe('');
  });
});
