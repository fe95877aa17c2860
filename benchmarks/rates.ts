import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeContent, writeCustomers } from './credit-list.ts';

/*
 * npm run bench:rates -- [--rows 1000000]
 *
 * Works a list out twice: with the command, and with the SQL of docs/credits-rates.sql on DuckDB from what --rates writes. DuckDB compares both, row by
 * row. Ends with 1 if one row is missing or differs.
 */

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
const rows = Number(values.rows);

function run(folder: string, ...args: string[]): void {
  const command = ['--import', './scripts/node-version.mjs', 'scripts/credits.ts', ...args];
  const about = ['--period', '2026-10', '--out', join(folder, 'out')];
  const content = ['--content', join(folder, 'content')];
  const { status } = spawnSync(process.execPath, [...command, ...about, ...content], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The command failed.');
}

const read = (file: string): string => `read_csv('${file}', header = true, all_varchar = true)`;
const filled = (names: readonly string[]): string =>
  names.map((name) => `coalesce(${name}, '') AS ${name}`).join(', ');
const decimals = "CASE currency WHEN 'JPY' THEN 0 WHEN 'KWD' THEN 3 ELSE 2 END";

/** How many rows the command credits, how many the SQL does, and how many are the same. */
async function compared(folder: string): Promise<[command: bigint, sql: bigint, same: bigint]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const spans = ['covered_from', 'covered_to'];
  await connection.run(
    `CREATE TABLE rates AS SELECT * REPLACE (${filled([...spans, 'minimum_currency', 'review', 'region', 'service'])}) FROM ${read(join(folder, 'out/credits-2026-10-rates.csv'))}`,
  );
  await connection.run(
    `CREATE TABLE customers AS SELECT row_number() OVER () + 1 AS row, plan, currency, ${decimals} AS decimals, CAST(fee AS DECIMAL(18, 3)) AS fee, ${filled(['service', 'region', ...spans])} FROM ${read(join(folder, 'customers.csv'))}`,
  );
  const sql = readFileSync('docs/credits-rates.sql', 'utf8').replace(/;\s*$/, '');
  await connection.run(`CREATE TABLE by_sql AS ${sql}`);
  await connection.run(
    `CREATE TABLE by_command AS SELECT CAST(row AS BIGINT) AS row, currency, CAST(replace(total, '.', '') AS BIGINT) AS minor FROM ${read(join(folder, 'out/credits-2026-10.csv'))} WHERE state = 'flagged'`,
  );
  const columns = (await connection.runAndReadAll('DESCRIBE by_sql'))
    .getRows()
    .map(([name]) => name);
  const [row, , minor] = columns;
  const found = await connection.runAndReadAll(
    `SELECT (SELECT count(*) FROM by_command), (SELECT count(*) FROM by_sql), (SELECT count(*) FROM by_command c JOIN by_sql s ON c.row = s.${row} AND c.minor = s.${minor})`,
  );
  connection.closeSync();
  const [[command = 0n, bySql = 0n, same = 0n] = []] = found.getRows() as bigint[][];
  return [command, bySql, same];
}

const folder = mkdtempSync(join(tmpdir(), 'ownup-rates-'));
try {
  writeContent(join(folder, 'content'));
  await writeCustomers(join(folder, 'customers.csv'), rows, 'fees');
  writeFileSync(join(folder, 'spans.csv'), 'covered_from,covered_to\n2026-10-01,2026-10-31\n');
  run(folder, '--customers', join(folder, 'customers.csv'));
  run(folder, '--rates', '--spans', join(folder, 'spans.csv'));
  const [command, sql, same] = await compared(folder);
  process.stdout.write(
    `${rows} rows: the command credits ${command}, the SQL ${sql}, and ${same} of them are the same to the smallest unit.\n`,
  );
  process.exitCode = command === sql && sql === same && same > 0n ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
