import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { creditContent, credits, headings, monthly } from '../support/customers.ts';
import { newFolder, ownup } from '../support/ownup.ts';

const good = 'a,team,webhooks,eu,EUR,49.00\n';

/** Runs a list that cannot be used at all: the command fails, and leaves nothing behind. */
async function refused(list: string | Uint8Array): Promise<string> {
  const { code, files, stderr } = await credits(list);
  expect([code, files.length]).toEqual([1, 0]);
  expect(stderr).not.toMatch(/\n\s+at /);
  return stderr;
}

test('other encodings are refused, with the row', async () => {
  expect(await refused(`${headings}\n${good}`.replace('a,', 'a\0,'))).toContain('row 2');
  const latin = Buffer.from('M\u00fcller,team,webhooks,eu,EUR,1\n', 'latin1');
  expect(await refused(Buffer.concat([Buffer.from(`${headings}\n${good}`), latin]))).toMatch(
    /row 3\b/,
  );
});

test('a letter in another encoding is named with its row, wherever it stands', async () => {
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
  const before = (rows: number): Buffer => Buffer.from(`${headings}\n${good.repeat(rows)}`);
  expect(
    await refused(
      Buffer.concat([
        before(1498),
        latin('\u00fc,team,webhooks,eu,EUR,1\n'),
        Buffer.from(good.repeat(9)),
      ]),
    ),
  ).toMatch(/row 1500\b/);
  expect(await refused(Buffer.concat([before(7000), latin('"a\nb","\u00fc"\n')]))).toMatch(
    /row 7002\b/,
  );
  expect(await refused(Buffer.concat([before(1), latin('b,team,webhooks,eu,EUR,\u00e4')]))).toMatch(
    /row 3\b/,
  );
  expect(
    await refused(Buffer.concat([before(1), Buffer.from('b,\n\n'), latin('c,te\u00e4')])),
  ).toMatch(/row 4\b/);
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
  const { rows } = await credits(
    `${headings}\n"a\nb",team,webhooks,eu,EUR,49.00\nc,gold,webhooks,eu,EUR,1\n`,
  );
  expect(rows.map(({ row, id }) => [row, id])).toEqual([
    ['2', 'a\nb'],
    ['3', 'c'],
  ]);
});

test('an empty file, and one with headings only', async () => {
  expect(await refused('')).toMatch(/empty/);
  expect(await refused('\n\n')).toMatch(/empty/);
  expect(await refused(`${headings}\n`)).toMatch(/no row/);
});

test('a missing column, a heading twice, and a misspelt one', async () => {
  expect(await refused('id,plan,service,region,currency\na,team,webhooks,eu,EUR\n')).toContain(
    'no column fee',
  );
  expect(await refused('id,plan,service,currency,fee\n')).toContain('no column region');
  expect(await refused(`${headings},fee\n`)).toContain('row 1');
  expect(await refused('id,plan,service,region,curency,fee\n')).toContain('column 5');
});

test('quotes that do not close, or stand where they may not, with the row', async () => {
  expect(await refused(`id,plan,service,"region,currency,fee\n${good}`)).toMatch(
    /row 1: a quote is opened and never closed/,
  );
  expect(await refused(`id,plan,service,"region"s,currency,fee\n${good}`)).toMatch(
    /row 1: something stands behind/,
  );
  expect(await refused(`${headings}\n${good}"b,team,webhooks,eu,EUR,1\n`)).toContain('row 3');
  expect(await refused(`${headings}\n${good}b "x",team,webhooks,eu,EUR,1\n`)).toContain('row 3');
  expect(await refused(`${headings}\n${good}"b"x,team,webhooks,eu,EUR,1\n`)).toContain('row 3');
});

test('fees that cannot be read without guessing need review, are never zero, and keep their row', async () => {
  const fees = [
    '-5',
    '"1.234,56"',
    '"1,234.56"',
    '1e3',
    '€49',
    'free',
    '49.00 EUR',
    '',
    '12.',
    '0x1f',
    '1234567890123456789',
  ];
  const { rows, code, stderr } = await credits(
    `${headings}\n${fees.map((fee, index) => `c${index},team,webhooks,eu,EUR,${fee}\n`).join('')}`,
  );
  expect(code).toBe(3);
  expect(rows.map(({ state, credit }) => `${state}|${credit}`)).toEqual(
    fees.map(() => 'needs_review|'),
  );
  expect(stderr).toContain('row 2');
});

test('a fee that may be thousands needs review, unless its currency has three decimals', async () => {
  const fees = ['EUR,1.234', 'JPY,123.456', 'KWD,1.234', 'EUR,0.125', 'eur,1.2340', 'EUR,1234.567'];
  const { rows } = await credits(
    `${headings}\n${fees.map((fee, index) => `c${index},team,webhooks,eu,${fee}\n`).join('')}`,
  );
  expect(rows.map(({ state, currency }) => `${state} ${currency}`)).toEqual([
    'needs_review EUR',
    'needs_review JPY',
    'flagged KWD',
    'flagged EUR',
    'flagged EUR',
    'flagged EUR',
  ]);
});

test('a currency without a minimum needs review only where something was earned', async () => {
  const content = creditContent(
    monthly.replace('    claim:', '    minimum: { gt: { USD: 1 } }\n    claim:'),
  );
  const { rows } = await credits(
    `${headings}\na,team,webhooks,eu,EUR,49.00\nb,team,api,,EUR,49.00\nc,team,webhooks,eu,USD,49.00\n`,
    {
      content,
    },
  );
  expect(rows.map(({ state }) => state)).toEqual(['needs_review', 'not_flagged', 'flagged']);
});

test('fees of many digits are read as they are written, and the limit is said', async () => {
  const fees = [
    '12345678901234.56',
    '0.000000000000001',
    '123456789012345678',
    '1234567890123456789',
    '0.0000000000000000001',
  ];
  const { rows, stderr } = await credits(
    `${headings}\n${fees.map((fee, index) => `c${index},team,webhooks,eu,EUR,${fee}\n`).join('')}`,
  );
  expect(rows.map(({ credit }) => credit)).toEqual([
    '1234567890123.46',
    '0.00',
    '12345678901234567.80',
    '',
    '',
  ]);
  expect(stderr).toMatch(/row 5: .*18 digits/);
});

test('rows with too few or too many fields, without an id, with a currency that does not exist, or with time that ends before it begins', async () => {
  const list = `${headings},covered_from,covered_to
a,team,webhooks,eu,EUR,1,234.56,,
b,team,webhooks,eu
,team,webhooks,eu,EUR,1,,
d,team,webhooks,eu,XXQ,1,,
e,team,webhooks,eu,,1,,
f,team,webhooks,eu,EUR,1,2026-01-20,2026-01-10
g,team,webhooks,eu,EUR,1,20. Jan 2026,
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
  writeFileSync(
    list,
    `${headings}\n${Array.from({ length: 20_000 }, (_, index) => `c${index},team,webhooks,eu,EUR,49.00\n`).join('')}`,
  );
  // Files may not become larger than 512 kB here, which ends in an error of the same kind as a full disk.
  const command = `ulimit -f 512; exec "${process.execPath}" scripts/credits.ts --customers "${list}" --period 2026-01 --out "${folder}/out" --content "${creditContent()}"; `;
  const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  const left = spawnSync('ls', ['-A', `${folder}/out`], { encoding: 'utf8' }).stdout;
  expect([status, left]).toEqual([1, '']);
  expect(stderr).toMatch(/Nothing was written/);
});

test('a list that is not there', async () => {
  const args = [
    '--customers',
    join(newFolder('gone'), 'no.csv'),
    '--out',
    newFolder('out'),
    '--period',
    '2026-01',
  ];
  const { code, stderr } = await ownup('credits', args, { OWNUP_CONTENT: creditContent() });
  expect([code, stderr]).toEqual([1, expect.stringMatching(/no\.csv cannot be read \(ENOENT\)/)]);
});
