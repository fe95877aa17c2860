import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  creditContent,
  credits,
  headings,
  monthly,
  outage,
  policyFile,
} from '../support/customers.ts';
import { newFolder } from '../support/ownup.ts';

const states = (rows: readonly Record<string, string>[]): string[] =>
  rows.map(
    ({ state, reason }) => `${state}${state === 'needs_review' ? ` ${reason?.split(';')[0]}` : ''}`,
  );

test('each row is flagged, not flagged, or needs review, and none is lost', async () => {
  const list = `${headings}
a,team,webhooks,eu,EUR,49.00
b,Business Plus,webhooks,us,USD,199
c,team,api,,JPY,1500
d,free,webhooks,eu,EUR,0
e,gold,webhooks,eu,EUR,10
f,team,webhooks,,EUR,10
g,team,webhooks,eu,EUR,
h,team,webhooks,eu,EUR,0
`;
  const { code, rows, stdout } = await credits(list);
  expect(code).toBe(0);
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  expect(rows.map(({ state }) => state)).toEqual([
    'flagged',
    'not_flagged',
    'not_flagged',
    'not_flagged',
    'needs_review',
    'needs_review',
    'needs_review',
    'not_flagged',
  ]);
  expect(stdout).toContain('8 rows in, 8 rows out: 1 flagged, 4 not flagged, 3 need review.');
});

test('a flagged row has its downtime, uptime, tier, base, credit and deadline', async () => {
  const { rows } = await credits(`${headings}\na,team,webhooks,eu,EUR,49.00\n`);
  // 60 of 44,640 minutes: uptime 743/744 = 99.8655…%. 49.00 × 10% = 4.90. 31 January and 30 days are 2 March.
  expect(rows[0]).toMatchObject({
    row: '2',
    policy: 'uptime',
    period_from: '2026-01-01',
    period_to: '2026-01-31',
    downtime_seconds: '3600',
    downtime_windows: '2026-01-17T09:00:00Z/2026-01-17T10:00:00Z down',
    uptime: '743 of 744',
    uptime_percent: '99.865591',
    base: '49.00',
    credit: '4.90',
    goodwill: '0.00',
    total: '4.90',
    currency: 'EUR',
    claim: 'on request',
    deadline: '2026-03-02',
  });
});

test('several rows of one customer: services, and a change of plan inside the period', async () => {
  const list = `${headings},covered_from,covered_to
a,team,webhooks,eu,EUR,40,2026-01-01,2026-01-16
a,business,webhooks,eu,EUR,90,2026-01-17,2026-01-31
a,team,api,,EUR,40,,
`;
  const { rows } = await credits(list);
  // The outage was on the 17th: the first row did not cover it.
  expect(rows.map(({ state, total }) => `${state} ${total}`)).toEqual([
    'not_flagged 0.00',
    'flagged 9.00',
    'not_flagged 0.00',
  ]);
});

test('the same thing charged twice needs review', async () => {
  const list = `${headings},covered_from,covered_to
a,team,webhooks,eu,EUR,40,2026-01-01,2026-01-31
b,team,webhooks,eu,EUR,40,,
a,team,webhooks,eu,EUR,40,2026-01-01,2026-01-31
a,business,webhooks,eu,EUR,40,2026-01-20,2026-02-05
`;
  const { rows, stderr, stdout } = await credits(list);
  expect(rows.map(({ state }) => state)).toEqual([
    'flagged',
    'flagged',
    'needs_review',
    'needs_review',
  ]);
  expect(rows[2]?.reason).toContain('row 2');
  expect(stderr).toContain('row 4');
  expect(stderr).toContain('row 5');
  expect(stdout).toContain('4 rows in, 4 rows out');
});

test('the same thing charged twice is found however it is spelled', async () => {
  const list = `${headings}
A,team,webhooks,eu,EUR,40
A,team,Webhooks,EU,EUR,40
A,team,WEBHOOKS," eu\u00a0",EUR,40
"A ",team,webhooks,eu,EUR,40
"\u00a0A\u00a0",team,webhooks,eu,EUR,40
A\u00a0,team,webhooks,eu,EUR,40
a,team,webhooks,eu,EUR,40
A,team,webhooks,us,EUR,40
A,team,api,,EUR,40
A,team,apis,,EUR,40
`;
  const { rows } = await credits(list);
  expect(
    rows.map(({ id, state, reason }) => [id, state, reason?.split(' (')[1]?.split(')')[0]]),
  ).toEqual([
    ['A', 'flagged', undefined],
    ...Array(5).fill(['A', 'needs_review', 'row 2']),
    ['a', 'flagged', undefined],
    ['A', 'not_flagged', undefined],
    ['A', 'not_flagged', undefined],
    ['A', 'needs_review', 'apis'],
  ]);
});

test('totals by currency, never across', async () => {
  const { stdout } = await credits(
    `${headings}\na,team,webhooks,eu,EUR,49.00\nb,team,webhooks,eu,EUR,1\nc,team,webhooks,eu,JPY,1500\nd,team,webhooks,eu,KWD,10.005\n`,
  );
  expect(stdout).toContain('EUR 5.00 for 2 rows');
  expect(stdout).toContain('JPY 150 for 1 row');
  expect(stdout).toContain('KWD 1.000 for 1 row');
});

test('headings in any order, under other names, and named by --map', async () => {
  const list = 'Net amount;Currency;Account ID;Area;Product;Plan\n49.00;eur;a;EU;Webhooks;TEAM\n';
  const { rows, code } = await credits(list, {
    args: ['--map', 'fee=Net amount,region=Area,service=Product'],
  });
  expect(code).toBe(0);
  expect(rows[0]).toMatchObject({ id: 'a', state: 'flagged', credit: '4.90' });
});

test('a window whose end nobody knows needs review, for those it concerns', async () => {
  const content = creditContent(monthly, {
    'incidents/down.yaml': outage.replace('to: 2026-01-17T10:00:00Z', 'to: unknown'),
  });
  const { rows } = await credits(
    `${headings}\na,team,webhooks,eu,EUR,49.00\nb,team,webhooks,us,EUR,49.00\n`,
    { content },
  );
  expect(states(rows)[0]).toMatch(/^needs_review .*\(down\)/);
  expect(rows[1]?.state).toBe('not_flagged');
});

test('a period of another kind, an unknown policy and a strange period are refused before anything is read', async () => {
  for (const args of [
    ['--period', '2026-Q1'],
    ['--period', 'January'],
    ['--policy', 'uptme'],
    ['--format', 'pdf'],
    ['--map', 'price=Net'],
  ]) {
    const { code, files } = await credits(`${headings}\n`, { args });
    expect([args.join(' '), code === 0, files]).toEqual([args.join(' '), false, []]);
  }
});

test('versions change with the month', async () => {
  const line = (from: string, percent: number): string =>
    `  - { id: uptime, name: Uptime, effective: { from: ${from} }, plans: all, scope: account, period: { every: month, zone: UTC }, tiers: [{ lt: 100, percent: ${percent} }], claim: automatic }\n`;
  const content = creditContent(policyFile(line('2025-01-01', 10) + line('2026-02-01', 50)), {
    'incidents/february.yaml': outage.replaceAll('2026-01-17', '2026-02-17'),
  });
  const total = async (period: string) =>
    (await credits(`${headings}\na,team,,,EUR,100\n`, { content, args: ['--period', period] }))
      .rows[0]?.total;
  expect([await total('2026-01'), await total('2026-02')]).toEqual(['10.00', '50.00']);
});

test('the three formats say the same', async () => {
  const list = `${headings}\n"a <b> & ""c""",team,webhooks,eu,EUR,49.00\nb,gold,webhooks,eu,EUR,10\nc,team,api,,EUR,1\n`;
  const { out, files, rows } = await credits(list, { args: ['--format', 'csv,json,html'] });
  expect(files).toEqual([
    'credits-2026-01.csv',
    'credits-2026-01.html',
    'credits-2026-01.json',
    'credits-2026-01.seal.json',
  ]);
  const json = JSON.parse(readFileSync(join(out, 'credits-2026-01.json'), 'utf8'));
  expect(json.rows.map(({ id, state }: Record<string, string>) => [id, state])).toEqual(
    rows.map(({ id, state }) => [id, state]),
  );
  expect(json.sums).toMatchObject({
    rows_in: 3,
    rows_out: 3,
    flagged: 1,
    not_flagged: 1,
    needs_review: 1,
    totals: [{ currency: 'EUR', total: '4.90' }],
  });
  expect(json.rows[0].assessments[0]).toMatchObject({
    uptime: '743/744',
    downtime_seconds: '3600',
  });
  const html = readFileSync(join(out, 'credits-2026-01.html'), 'utf8');
  expect(html).toContain('a &lt;b&gt; &amp; &quot;c&quot;');
  expect(html).toContain('743/744');
  expect(html).not.toMatch(/<script|<link|https?:\/\//);
});

test('what is still to come earns nothing, planned or not', async () => {
  const work = `kind: maintenance
title: Work
announced: 2026-01-02T00:00:00Z
scheduled: { from: 2026-01-20T00:00:00Z, to: 2026-01-20T12:00:00Z }
impact: [{ service: webhooks, status: under_maintenance, from: 2026-01-20T00:00:00Z, to: 2026-01-20T12:00:00Z }]
`;
  const content = creditContent(monthly, { 'incidents/work.yaml': work });
  const states = async (now: string) =>
    (
      await credits(`${headings}\na,team,webhooks,eu,EUR,100\n`, {
        content,
        settings: { OWNUP_NOW: now },
      })
    ).rows.map(({ credit }) => credit);
  expect(await states('2026-01-16T00:00:00Z')).toEqual(['0.00']);
  expect(await states('2026-01-18T00:00:00Z')).toEqual(['10.00']);
  expect(await states('2026-01-21T00:00:00Z')).toEqual(['25.00']);
});

test('maintenance of which nobody knows whether it was announced needs review where that matters', async () => {
  const work = `kind: maintenance
title: Work
announced: unknown
scheduled: { from: 2026-01-20T00:00:00Z, to: 2026-01-20T12:00:00Z }
impact: [{ service: webhooks, status: under_maintenance, from: 2026-01-20T00:00:00Z, to: 2026-01-20T12:00:00Z }]
`;
  const state = async (policies: string) =>
    (
      await credits(`${headings}\na,team,webhooks,eu,EUR,100\n`, {
        content: creditContent(policies, {
          'incidents/work.yaml': work,
          'incidents/down.yaml': '',
        }),
      })
    ).rows.map(({ state: found, credit }) => [found, credit]);
  expect(
    await state(
      monthly.replace('    tiers:', '    exclude: { maintenance: { notice: P2D } }\n    tiers:'),
    ),
  ).toEqual([['needs_review', '']]);
  expect(await state(monthly)).toEqual([['flagged', '25.00']]);
});

test('how and until when to claim is said of the policies that give something', async () => {
  const other = (id: string, percent: number, claim: string): string => `  - id: ${id}
    name: ${id}
    effective: { from: 2025-01-01 }
    plans: [team]
    scope: service
    period: { every: month, zone: UTC }
    tiers: [{ lt: 99.9, percent: ${percent} }]
    claim: ${claim}
`;
  const within = (days: number): string =>
    `{ within: { days: ${days} }, after: period_end, how: Write. }`;
  const claimed = async (...policies: readonly string[]) =>
    (
      await credits(`${headings}\na,team,webhooks,eu,EUR,100\n`, {
        content: creditContent(policyFile(policies.join(''))),
      })
    ).rows.map(({ credit, claim, deadline }) => [credit, claim, deadline]);
  expect(await claimed(other('a', 10, within(5)), other('b', 25, within(60)))).toEqual([
    ['25.00', 'on request', '2026-04-01'],
  ]);
  expect(await claimed(other('a', 10, within(5)), other('b', 25, 'automatic'))).toEqual([
    ['25.00', 'automatic', ''],
  ]);
});

test('lines may end in one way or another', async () => {
  const { rows, stdout } = await credits(
    `${headings}\r\na,team,webhooks,eu,EUR,10\nb,team,webhooks,eu,EUR,10\r\nc,team,webhooks,eu,EUR,10\n`,
  );
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(stdout).toContain('3 rows in, 3 rows out');
});

test('whom a list names was hit wholly, whatever share of all that is', async () => {
  const affected = join(newFolder('affected'), 'affected.csv');
  writeFileSync(affected, 'incident,id\ndown,a\n');
  const content = creditContent(
    monthly.replace('    tiers:', '    down: { weigh_by_share: true }\n    tiers:'),
    {
      'incidents/down.yaml': outage.replace('regions: [eu]', 'regions: [eu], share: 0.4'),
    },
  );
  const { rows } = await credits(
    `${headings}\na,team,webhooks,eu,EUR,10\nb,team,webhooks,eu,EUR,10\n`,
    {
      content,
      args: ['--affected', affected],
    },
  );
  expect(rows.map(({ downtime_seconds: seconds }) => seconds)).toEqual(['3600', '0']);
});

test('what a row covers is counted in the zone of its policy', async () => {
  const content = creditContent(monthly.replace('zone: UTC', 'zone: America/Los_Angeles'));
  const list = (...rows: readonly string[]): string =>
    `${headings},covered_from,covered_to\n${rows.map((row) => `a,team,webhooks,eu,EUR,100,${row}\n`).join('')}`;
  const states = async (...rows: readonly string[]) =>
    (await credits(list(...rows), { content })).rows.map(({ state }) => state);
  expect(await states('2026-01-17T06:00:00Z,2026-01-16')).toEqual(['not_flagged']);
  expect(await states(',2026-01-16', '2026-01-17T00:00:00Z,')).toEqual([
    'not_flagged',
    'needs_review',
  ]);
});
