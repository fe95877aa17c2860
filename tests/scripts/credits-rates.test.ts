import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { creditContent, credits, headings, monthly, outageOf } from '../support/customers.ts';
import { newFolder, ownup } from '../support/ownup.ts';

/** OWNUP_RATES_ROWS=1000000 npx vitest run tests/scripts/credits-rates.test.ts */
const rows = Number(process.env['OWNUP_RATES_ROWS'] ?? 10_000);
const decimals: Record<string, number> = { EUR: 2, JPY: 0, KWD: 3 };
const currencies = Object.keys(decimals);

const refund = `  - id: refund
    name: Refund
    effective: { from: 2025-01-01 }
    plans: [business]
    scope: service_and_region
    period: { every: month, zone: UTC }
    multiple: { times: 7 }
    denominator: covered
    base: { prorated: true }
    cap: { percent: 100 }
    minimum: { gte: { EUR: 1, JPY: 150, KWD: 0.3 } }
    claim: automatic
`;
const content = () =>
  creditContent(monthly + refund, {
    'incidents/down.yaml': outageOf('2026-01-17T09:00:00Z', '2026-01-17T17:07:00Z'),
  });
const spans = [
  ['', ''],
  ['2026-01-01', '2026-01-20'],
  ['2026-01-17T12:00:00Z', ''],
];

const customerList = (): string => {
  const lines = Array.from({ length: rows }, (_, row) => {
    const currency = currencies[row % 3] ?? '';
    const fee = ((row * 7919) % 99_991) + 1;
    const text = currency === 'JPY' ? String(fee) : (fee / 100).toFixed(2);
    const [from, to] = spans[row % spans.length] ?? [];
    const plan = row % 5 < 2 ? 'team' : 'business';
    return `c${row},${plan},webhooks,${row % 7 ? 'eu' : 'us'},${currency},${text},${from},${to}`;
  });
  return `${headings},covered_from,covered_to\n${lines.join('\n')}\n`;
};

/** What the SQL of the documentation makes of the rates and the customers, by row. */
async function bySql(rates: string, customers: string): Promise<Map<number, string>> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const read = (file: string) => `read_csv('${file}', header = true, all_varchar = true)`;
  const empty = (names: readonly string[]) =>
    names.map((name) => `coalesce(${name}, '') AS ${name}`).join(', ');
  const spanNames = ['covered_from', 'covered_to'];
  await connection.run(
    `CREATE TABLE rates AS SELECT * REPLACE (${empty([...spanNames, 'minimum_currency', 'review'])}) FROM ${read(rates)}`,
  );
  await connection.run(
    `CREATE TABLE customers AS SELECT row_number() OVER () + 1 AS row, plan, service, region, currency, CASE currency WHEN 'JPY' THEN 0 WHEN 'KWD' THEN 3 ELSE 2 END AS decimals, CAST(fee AS DECIMAL(18, 3)) AS fee, ${empty(spanNames)} FROM ${read(customers)}`,
  );
  const sql = readFileSync('docs/credits-rates.sql', 'utf8');
  const found = await connection.runAndReadAll(sql);
  connection.closeSync();
  return new Map(found.getRows().map(([row, , minor]) => [Number(row), String(minor)]));
}

test('rates joined with customers in SQL are what the command gives, to the smallest unit', async () => {
  const list = customerList();
  const own = content();
  const run = await credits(list, { content: own });
  const folder = newFolder('rates');
  const spanFile = join(folder, 'spans.csv');
  writeFileSync(
    spanFile,
    `covered_from,covered_to\n${spans.map((span) => span.join(',')).join('\n')}\n`,
  );
  const { code, stderr } = await ownup(
    'credits',
    ['--rates', '--spans', spanFile, '--out', folder, '--period', '2026-01'],
    { OWNUP_CONTENT: own, OWNUP_NOW: '2026-03-01T00:00:00Z' },
  );
  expect([code, stderr]).toEqual([0, '']);
  const customers = join(run.out, '..', 'customers.csv');
  const found = await bySql(join(folder, 'credits-2026-01-rates.csv'), customers);
  const wanted = new Map(
    run.rows
      .filter(({ total }) => Number(total) > 0)
      .map(({ row, total = '' }) => [Number(row), String(BigInt(total.replace('.', '')))]),
  );
  expect(wanted.size).toBeGreaterThan(rows / 4);
  expect(found.size).toBe(wanted.size);
  expect([...wanted].filter(([row, minor]) => found.get(row) !== minor)).toEqual([]);
});

test('a rate has its fraction, downtime, tier and deadline', async () => {
  const folder = newFolder('rates');
  await ownup('credits', ['--rates', '--out', folder, '--period', '2026-01'], {
    OWNUP_CONTENT: creditContent(),
    OWNUP_NOW: '2026-03-01T00:00:00Z',
  });
  const rates = parse(readFileSync(join(folder, 'credits-2026-01-rates.csv')), {
    columns: true,
  }) as Record<string, string>[];
  const found = rates.find(
    ({ plan, service, region }) => plan === 'team' && service === 'webhooks' && region === 'eu',
  );
  expect(found).toMatchObject({
    policy: 'uptime',
    version: '2025-01-01',
    numerator: '1',
    denominator: '10',
    downtime_seconds: '3600',
    uptime: '743/744',
    tier: 'uptime < 99.9%: 10%',
    deadline: '2026-03-02',
  });
});

test.each([[['--customers', 'x.csv']], [['--record']], [['--format', 'json']]])(
  '--rates with %j is wrong usage',
  async (args) => {
    const { code } = await ownup(
      'credits',
      ['--rates', '--out', newFolder('rates'), '--period', '2026-01', ...args],
      { OWNUP_CONTENT: creditContent() },
    );
    expect(code).toBe(2);
  },
);

test.each([
  ['covered_from,covered_to\n2026-01-01\n', 'row 2'],
  ['covered_from,covered_to\n,\n2026-01-31,2026-01-01\n', 'row 3'],
  ['covered_from,covered_to\n,\n2026-01-01,2026-01-31,x\n', 'row 3'],
])('spans that are none are refused, with the row', async (text, row) => {
  const folder = newFolder('spans');
  writeFileSync(join(folder, 'spans.csv'), text);
  const out = join(folder, 'out');
  const run = await ownup(
    'credits',
    ['--rates', '--spans', join(folder, 'spans.csv'), '--out', out, '--period', '2026-01'],
    { OWNUP_CONTENT: creditContent() },
  );
  expect([run.code, run.stderr.includes(row), existsSync(out)]).toEqual([1, true, false]);
});
