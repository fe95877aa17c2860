import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeRecord } from '../../scripts/lib/import/write-record.ts';
import { readFolder } from '../../scripts/lib/import/upptime/read-folder.ts';
import { upptimeSlug } from '../../scripts/lib/import/upptime/slug.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { newFolder } from '../support/ownup.ts';

const now = Date.parse('2027-01-01T00:00:00Z');

const issue = (number: number, labels: string[], more: object = {}) => ({
  number,
  title: '🛑 Ferry API is down',
  body: 'In [`abc`](https://example.com/abc), Ferry API was **down**:\n- HTTP code: 0',
  labels: labels.map((name) => ({ name })),
  createdAt: '2026-03-01T10:00:00Z',
  closedAt: '2026-03-01T10:30:05Z',
  comments: [{ body: '**Resolved:** Ferry API is back up.', createdAt: '2026-03-01T10:30:00Z' }],
  ...more,
});

function importOf(issues: unknown) {
  const dir = newFolder('upptime');
  mkdirSync(join(dir, 'history'));
  writeFileSync(join(dir, 'history/old-thing.yml'), 'status: up\n');
  writeFileSync(
    join(dir, '.upptimerc.yml'),
    'sites:\n  - name: Ferry API\n    url: https://api.ferry.example\nstatus-website:\n  cname: status.ferry.example\n  name: Ferry\n',
  );
  writeFileSync(
    join(dir, 'issues.json'),
    typeof issues === 'string' ? issues : JSON.stringify(issues),
  );
  const imported = writeRecord(readFolder(dir, {}), now);
  if (typeof imported === 'string') throw new Error(imported);
  const { files, reports } = imported;
  const { findings } = readRecord(filesInMemory(Object.fromEntries(files)), now);
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  return {
    site: parse(files.get('site.yaml') ?? '') as { redirects: object },
    services: parse(files.get('services.yaml') ?? '') as object,
    incidents: [...files]
      .filter(([file]) => file.startsWith('incidents/'))
      .map(([, text]) => parse(text) as object),
    codes: reports.flatMap(({ losses }) => losses.map(({ code }) => code)),
  };
}

test('an issue is an incident, from when it was opened to when it was resolved', () => {
  const { incidents, site, services } = importOf([issue(7, ['status', 'ferry-api'])]);
  expect(incidents).toMatchObject([
    {
      kind: 'incident',
      severity: 'down',
      impact: [{ service: 'ferry-api', status: 'major_outage', from: '2026-03-01T10:00:00Z' }],
      updates: [{ status: 'investigating' }, { at: '2026-03-01T10:30:00Z', status: 'resolved' }],
    },
  ]);
  expect(Object.keys(site.redirects)).toContain('/incident/7/');
  expect(services).toMatchObject({ services: [{ id: 'ferry-api' }, { id: 'old-thing' }] });
});

test.each([
  ['2026-03-08T01:00:00.000Z', '2026-03-08T03:00:00.000Z'],
  ['2026-03-08 01:00', '2026-03-08 05:00 +02:00'],
])('planned work has the window that its text names: %s to %s', (from, to) => {
  const body = `<!--\nstart: ${from}\nend: ${to}\n-->\nPaint.`;
  const { incidents, codes } = importOf([
    issue(8, ['maintenance', 'ferry-api'], { title: 'Paint', body, comments: [] }),
    issue(9, ['maintenance'], { title: 'Some day', body: 'Soon.' }),
  ]);
  expect(incidents).toMatchObject([
    {
      kind: 'maintenance',
      scheduled: { from: '2026-03-08T01:00:00Z', to: '2026-03-08T03:00:00Z' },
    },
    { kind: 'notice' },
  ]);
  expect(codes).toContain('no-schedule');
});

test('what is no incident is told', () => {
  const { incidents, codes } = importOf([
    issue(1, ['question']),
    issue(2, ['status']),
    { number: 3 },
    issue(4, ['status'], { createdAt: 'yesterday' }),
  ]);
  expect(incidents).toMatchObject([{ kind: 'notice' }]);
  expect(codes).toEqual(expect.arrayContaining(['not-an-incident', 'no-affected', 'not-imported']));
  expect(() => importOf('[{"numb')).toThrow(/issues\.json/);
});

test('planned work hits the services that it expects to be down', () => {
  const body =
    '<!--\nstart: 2026-03-08T01:00:00+01:00\nend: 2026-03-08T03:00:00+01:00\nexpectedDown: ferry-api, elsewhere\nexpectedDegraded: old-thing\n-->\nPaint.';
  const { incidents, codes } = importOf([issue(8, ['maintenance'], { title: 'Paint', body })]);
  expect(incidents).toMatchObject([
    { kind: 'maintenance', impact: [{ service: 'ferry-api' }, { service: 'old-thing' }] },
  ]);
  expect(codes).toContain('unknown-service');
});

test('keeps every word of an issue of 100 KB, and signs that do not show are told', () => {
  const words = Array.from({ length: 15_000 }, (_, n) => `word${n}`);
  const { incidents, codes } = importOf([
    issue(1, ['status', 'ferry-api'], { body: words.join(' ') }),
    issue(2, ['status', 'ferry-api'], { body: 'שלום \u202Eabc 🚢 <script>alert(1)</script>' }),
    issue(3, ['status', 'gone'], { body: null, closedAt: null, comments: [] }),
  ]);
  const kept = new Set(JSON.stringify(incidents).split(/[\s"]+/));
  expect(words.filter((word) => !kept.has(word))).toEqual([]);
  expect(JSON.stringify(incidents)).toContain('שלום abc 🚢');
  expect(codes).toEqual(expect.arrayContaining(['long-update', 'hidden-characters', 'html-tag']));
});

test.each([
  ['GitHub', 'git-hub'],
  ['MySQL Playground', 'my-sql-playground'],
  ['Open XDMoD (TCP)', 'open-xd-mo-d-tcp'],
  ['Bob’s API2 & more', 'bobs-api-2-and-more'],
  ['🚢 Boats', 'boats'],
])('the service %s is known by the label %s', (name, label) => {
  expect(upptimeSlug(name)).toBe(label);
});
