import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { creditContent, credits, headings } from '../support/customers.ts';
import { newFolder } from '../support/ownup.ts';

const good = 'a,team,webhooks,eu,EUR,49.00\n';

/** Runs a list that cannot be used at all: the command fails, and leaves nothing behind. */
async function refused(list: string | Uint8Array): Promise<string> {
  const { code, files, stderr } = await credits(list);
  expect([code, files.length]).toEqual([1, 0]);
  expect(stderr).not.toMatch(/\n\s+at /);
  return stderr;
}

test('other encodings are refused, with the row', async () => {
  expect(await refused(Buffer.from(`${headings}\n${good}`, 'utf16le'))).toContain('row 1');
  const latin = Buffer.concat([Buffer.from(`${headings}\n${good}`), Buffer.from('M\u00fcller,team,webhooks,eu,EUR,1\n', 'latin1')]);
  expect(await refused(latin)).toMatch(/near row \d/);
});

test('a byte order mark, semicolons, tabs and quoted line feeds are understood', async () => {
  for (const list of [
    `\uFEFF${headings}\n${good}`,
    `${headings}\n${good}`.replaceAll(',', ';'),
    `${headings}\n${good}`.replaceAll(',', '\t'),
    `${headings}\r\n${good.trim()}\r\n`,
  ]) {
    const { rows, code } = await credits(list);
    expect([code, rows.length, rows[0]?.['credit']]).toEqual([0, 1, '4.90']);
  }
  const { rows } = await credits(`${headings}\n"a\nb",team,webhooks,eu,EUR,49.00\nc,gold,webhooks,eu,EUR,1\n`);
  expect(rows.map(({ row, id }) => [row, id])).toEqual([
    ['2', 'a\nb'],
    ['3', 'c'],
  ]);
});

test('an empty file, and one with headings only', async () => {
  expect(await refused('')).toMatch(/empty/);
  expect(await refused('\n\n')).toMatch(/empty/);
  const { code, rows, stdout } = await credits(`${headings}\n`);
  expect([code, rows.length]).toEqual([0, 0]);
  expect(stdout).toContain('0 rows in, 0 rows out');
});

test('a missing column, a heading twice, and a misspelt one', async () => {
  expect(await refused('id,plan,service,region,currency\na,team,webhooks,eu,EUR\n')).toContain('“fee”');
  expect(await refused('id,plan,service,currency,fee\n')).toContain('“region”');
  expect(await refused(`${headings},fee\n`)).toContain('row 1');
  expect(await refused('id,plan,service,region,curency,fee\n')).toContain('“curency”');
});

test('quotes that do not close, or stand where they may not, with the row', async () => {
  expect(await refused(`${headings}\n${good}"b,team,webhooks,eu,EUR,1\n`)).toContain('row 3');
  expect(await refused(`${headings}\n${good}b "x",team,webhooks,eu,EUR,1\n`)).toContain('row 3');
  expect(await refused(`${headings}\n${good}"b"x,team,webhooks,eu,EUR,1\n`)).toContain('row 3');
});

test('fees that cannot be read without guessing need review, are never zero, and keep their row', async () => {
  const fees = ['-5', '"1.234,56"', '"1,234.56"', '1e3', '€49', 'free', '49.00 EUR', '', '12.', '0x1f', '1234567890123456789'];
  const { rows, code, stderr } = await credits(
    `${headings}\n${fees.map((fee, index) => `c${index},team,webhooks,eu,EUR,${fee}\n`).join('')}`,
  );
  expect(code).toBe(0);
  expect(rows.map(({ state, credit }) => `${state}|${credit}`)).toEqual(fees.map(() => 'needs_review|'));
  expect(stderr).toContain('row 2');
});

test('rows with too few or too many fields, without an id, with a currency that does not exist, or with time that ends before it begins', async () => {
  const list = `${headings},covered_from,covered_to
a,team,webhooks,eu,EUR,1,234.56,,
b,team,webhooks,eu
,team,webhooks,eu,EUR,1,,
d,team,webhooks,eu,XXQ,1,,
e,team,webhooks,eu,,1,,
f,team,webhooks,eu,EUR,1,2026-01-20,2026-01-10
g,team,webhooks,eu,EUR,1,20.01.2026,
h,team,webhooks,mars,EUR,1,,
i,team,webhoks,eu,EUR,1,,
`;
  const { rows, stdout } = await credits(list);
  expect(rows.map(({ state }) => state)).toEqual(Array(9).fill('needs_review'));
  expect(stdout).toContain('9 rows in, 9 rows out');
});

test('a full disk leaves no half-written report', () => {
  const folder = newFolder('full');
  const list = join(folder, 'customers.csv');
  writeFileSync(list, `${headings}\n${Array.from({ length: 20_000 }, (_, index) => `c${index},team,webhooks,eu,EUR,49.00\n`).join('')}`);
  // Files may not become larger than 512 kB here, which ends in an error of the same kind as a full disk.
  const command = `ulimit -f 512; exec "${process.execPath}" scripts/credits.ts --customers "${list}" --period 2026-01 --out "${folder}/out" --content "${creditContent()}"; `;
  const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  const left = spawnSync('ls', ['-A', `${folder}/out`], { encoding: 'utf8' }).stdout;
  expect([status, left]).toEqual([1, '']);
  expect(stderr).toMatch(/Nothing was written/);
});

test('a folder that cannot be made, and a list that is not there', async () => {
  const content = creditContent();
  const folder = newFolder('place');
  writeFileSync(join(folder, 'out'), 'a file');
  const { code, stderr } = await credits(`${headings}\n`, { folder, content });
  expect(code).toBe(1);
  expect(stderr).not.toMatch(/\n\s+at /);
});
