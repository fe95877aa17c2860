import { hash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import {
  creditContent,
  credits,
  headings,
  monthly,
  outageOf,
  policyFile,
} from '../support/customers.ts';
import { newFolder } from '../support/ownup.ts';

/** A month later than the outage, so that a claim is still open. */
const open = { OWNUP_NOW: '2026-02-10T00:00:00Z' };
const list = `${headings}\ncafé,team,webhooks,eu,EUR,49.00\nb,team,webhooks,us,EUR,49.00\n`;
/** Webhooks in the EU are down for nine hours: below 99%. */
const worse = outageOf('2026-01-17T00:00:00Z', '2026-01-17T09:00:00Z');
const corrected = creditContent(monthly, { 'incidents/down.yaml': worse });
const gone = creditContent(monthly, { 'incidents/down.yaml': '' });

type Row = Record<string, string>;
const grantsIn = (out: string, period = '2026-01'): Row[] =>
  parse(readFileSync(join(out, `credits-${period}-grants.csv`)), {
    columns: true,
    bom: true,
  }) as Row[];
const figures = (rows: readonly Row[]) =>
  rows.map((row) => [
    row['id'],
    row['policy'],
    row['change'],
    row['granted_before'],
    row['to_grant'],
  ]);

/** Runs that record, one after the other, into one ledger. */
async function recorded(
  ...runs: readonly { list?: string; content?: string; args?: readonly string[] }[]
): Promise<{ out: string; figures: unknown[][]; ledger: string; said: string[] }> {
  const folder = newFolder('ledger');
  const found: unknown[][] = [];
  const said: string[] = [];
  let out = '';
  for (const { list: own = list, content = creditContent(), args = [] } of runs) {
    const run = await credits(own, {
      folder,
      content,
      settings: open,
      args: ['--record', ...args],
    });
    if (run.code !== 0) throw new Error(run.stderr);
    ({ out } = run);
    const period = args.includes('--period') ? args[args.indexOf('--period') + 1] : undefined;
    found.push(figures(grantsIn(out, period)));
    said.push(run.stdout);
  }
  return { out, figures: found, ledger: join(out, 'credits-ledger.jsonl'), said };
}

test('what is recorded twice is granted once', async () => {
  const run = await recorded({}, {});
  expect(run.figures).toEqual([
    [['café', 'uptime', 'new', '0.00', '4.90']],
    [['café', 'uptime', 'unchanged', '4.90', '0.00']],
  ]);
  expect((statSync(run.ledger).mode & 0o777).toString(8)).toBe('600');
});

test('a correction and its reversal sum to nothing, and both figures are said', async () => {
  const run = await recorded({}, { content: corrected }, { content: gone }, {});
  expect(run.figures).toEqual([
    [['café', 'uptime', 'new', '0.00', '4.90']],
    [['café', 'uptime', 'changed', '4.90', '7.35']],
    [['café', 'uptime', 'withdrawn', '12.25', '-12.25']],
    [['café', 'uptime', 'new', '0.00', '4.90']],
  ]);
  const amounts = readFileSync(run.ledger, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('['))
    .map((line) => (JSON.parse(line) as string[])[3]);
  expect(amounts).toEqual(['490', '735', '-1225', '490']);
});

test('a month that was granted is not granted again in its quarter, nor the same downtime in other rolling days', async () => {
  const quarterly = monthly
    .slice(monthly.indexOf('  - id: uptime'))
    .replace('id: uptime', 'id: quarterly')
    .replace('every: month', 'every: quarter');
  const both = creditContent(monthly + quarterly);
  const run = await recorded({ content: both }, { content: both, args: ['--period', '2026-Q1'] });
  expect(run.figures).toEqual([
    [['café', 'uptime', 'new', '0.00', '4.90']],
    // 60 minutes of a quarter are no credit.
    [],
  ]);
  const long = monthly.replace('every: month', 'every: days, days: 30');
  const rolling = creditContent(long);
  const days = await recorded(
    { content: rolling, args: ['--period', '2026-01-31'] },
    { content: rolling, args: ['--period', '2026-02-05'] },
    { content: rolling, args: ['--period', '2026-02-05'] },
  );
  expect(days.figures).toEqual([
    [['café', 'uptime', 'new', '0.00', '4.90']],
    [['café', 'uptime', 'unchanged', '0.00', '0.00']],
    [['café', 'uptime', 'unchanged', '0.00', '0.00']],
  ]);
});

test('what one policy gives for a quarter is beyond what another gave for its months', async () => {
  const quarterly = policyFile('').replace(
    'policies:\n',
    () =>
      monthly.slice(monthly.indexOf('policies:')) +
      monthly
        .slice(monthly.indexOf('  - id: uptime'))
        .replace('id: uptime', 'id: quarterly')
        .replace('every: month', 'every: quarter')
        .replace('lt: 99.9,', 'lt: 99.99,')
        .replace('percent: 10', 'percent: 15'),
  );
  const content = creditContent(quarterly);
  const run = await recorded({ content }, { content, args: ['--period', '2026-Q1'] });
  expect(run.figures[1]).toEqual([['café', 'quarterly', 'new', '0.00', '2.45']]);
});

test('a row that needs review takes nothing back, nor does a row of which nobody knows whose it is', async () => {
  const unknown = list.replace('café,team', 'café,tame');
  const nobody = list.replace('café,', ',');
  for (const changed of [unknown, nobody])
    expect((await recorded({}, { list: changed })).figures[1]).toEqual([
      ['café', 'uptime', 'unsettled', '4.90', '0.00'],
    ]);
  const left = `${headings}\nb,team,webhooks,us,EUR,49.00\n`;
  expect((await recorded({}, { list: left })).figures[1]).toEqual([
    ['café', 'uptime', 'withdrawn', '4.90', '-4.90'],
  ]);
});

test('what was granted in time does not expire, also where it grows later', async () => {
  const { out } = await recorded({});
  const late = await credits(list, {
    folder: join(out, '..'),
    content: corrected,
    args: ['--record'],
    settings: { OWNUP_NOW: '2026-03-20T00:00:00Z' },
  });
  expect(late.rows.map(({ state, total, standing }) => [state, total, standing])[0]).toEqual([
    'flagged',
    '12.25',
    'claimed',
  ]);
  expect(figures(grantsIn(out))).toEqual([['café', 'uptime', 'changed', '4.90', '7.35']]);
});

test('a ledger that was changed, cut off or is none is refused, and nothing is written', async () => {
  const { out, ledger } = await recorded({}, { content: corrected });
  const whole = readFileSync(ledger, 'utf8');
  const lines = whole.split('\n');
  const changes: [string, RegExp][] = [
    [whole.replace('"490"', '"590"'), /line 4/],
    [whole.replace('"735"', '"1"'), /line 8/],
    [lines.slice(0, 7).join('\n'), /line 8/],
    [lines.slice(4).join('\n'), /line 1/],
    [whole.replace('"ledger":1', '"ledger":2'), /line 1/],
    ['', /line 1/],
    [`${whole}[0,"x","","0"]\n`, /line 9/],
    [`${whole}café\n`, /line 9/],
  ];
  const before = readFileSync(join(out, 'credits-2026-01-grants.csv'), 'utf8');
  for (const [text, where] of changes) {
    writeFileSync(ledger, text);
    const run = await credits(list, { folder: join(out, '..'), settings: open });
    expect([run.code, where.exec(run.stderr)?.length]).toEqual([1, 1]);
    expect(run.stderr).not.toContain('café');
    expect(readFileSync(join(out, 'credits-2026-01-grants.csv'), 'utf8')).toBe(before);
  }
});

test('a run without --record reads the ledger and leaves it as it is', async () => {
  const { out, ledger } = await recorded({});
  const before = readFileSync(ledger);
  const run = await credits(list, { folder: join(out, '..'), content: corrected, settings: open });
  expect(figures(grantsIn(out))).toEqual([['café', 'uptime', 'changed', '4.90', '7.35']]);
  expect(readFileSync(ledger)).toEqual(before);
  expect(run.stdout).toContain('incidents/down.yaml');
});

test('a rerun says which sums became what, and why', async () => {
  const folder = newFolder('rerun');
  const runs = [
    { content: creditContent() },
    { content: creditContent() },
    { content: gone },
    { content: creditContent(monthly.replace('percent: 10', 'percent: 20')) },
  ];
  const said: string[] = [];
  for (const run of runs)
    said.push((await credits(list, { folder, settings: open, ...run })).stdout);
  expect(said.map((text) => /became/.test(text))).toEqual([false, false, true, true]);
  expect(said[2]).toContain('4.90 became 0');
  expect(said[2]).toContain('incidents/down.yaml');
  expect(said[3]).toContain('uptime@2025-01-01');
  const changed = await credits(`${list}c,team,webhooks,eu,EUR,10.00\n`, {
    folder,
    settings: open,
  });
  expect(changed.stdout).toMatch(/the list of customers changed/);
});

test('the same input gives the same seal, the moment aside, and the seal names no customer', async () => {
  const folder = newFolder('seal');
  const content = creditContent();
  const read = (out: string) =>
    JSON.parse(readFileSync(join(out, 'credits-2026-01.seal.json'), 'utf8')) as Row;
  const first = read((await credits(list, { folder, content, settings: open })).out);
  const second = read(
    (await credits(list, { folder, content, settings: { OWNUP_NOW: '2026-02-11T00:00:00Z' } })).out,
  );
  expect({ ...second, as_of: first['as_of'] }).toEqual(first);
  expect(JSON.stringify(first)).not.toMatch(/café/);
});

test('a page to sign has the sums, what they were made of, and no customer', async () => {
  const { out } = await credits(list, { settings: open, args: ['--format', 'csv,summary'] });
  const page = readFileSync(join(out, 'credits-2026-01-summary.html'), 'utf8');
  const seal = readFileSync(join(out, 'credits-2026-01.seal.json'));
  for (const said of [
    'Prepared by',
    'Approved by',
    '4.90',
    'uptime@2025-01-01',
    hash('sha256', seal),
  ])
    expect(page).toContain(said);
  expect(page).not.toContain('café');
});
