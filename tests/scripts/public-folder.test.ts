import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { csvColumns } from '../../scripts/lib/credits/report/report-csv.ts';
import { columnNames } from '../../scripts/lib/credits/list/customers.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { late } from '../support/reading.ts';
import { newFolder, ownup } from '../support/ownup.ts';
import { contentFolder } from '../support/content.ts';
import { credits, headings } from '../support/customers.ts';

afterEach(() => delete process.env['OWNUP_PUBLIC']);

/** What is found where the folder that is copied into the site is this one: code and file. */
function foundIn(folder: string): string[] {
  process.env['OWNUP_PUBLIC'] = folder;
  return readRecord(filesInMemory(exampleRecord), late).findings.map(
    ({ code, file }) => `${code} ${file.split('/').at(-1)}`,
  );
}

/** The folder with one file in it. */
function folderWith(name: string, bytes: string | Uint8Array): string {
  const folder = newFolder('public');
  mkdirSync(join(folder, 'files'));
  writeFileSync(join(folder, 'files', name), bytes);
  return folder;
}

const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
const customers = 'id,plan,currency,fee\na-1,team,EUR,100\n';

describe('a file that names customers is an error', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['a list', 'customers.csv', customers],
    ['a list with all columns', 'all.csv', `${columnNames.join(',')}\n`],
    ['a report', 'report.csv', `${csvColumns.join(',')}\n`],
    ['a list under another name', 'notes.txt', customers],
    ['a list without an ending', 'notes', customers],
    ['a hidden list', '.customers.csv', customers],
    ['a European list', 'liste.csv', '\uFEFFsep=;\r\n"Account-ID";"Plan";"Currency";"Amount"\r\n'],
    ['a list of Excel', 'liste.txt', utf16('Account ID\tPlan\tCurrency\tFee\r\n')],
    ['a list without fees', 'who.csv', 'Account,Plan,Currency\na-1,team,EUR\n'],
    ['a list with names instead of ids', 'who.csv', 'name;plan;currency;covered from\n'],
    ['whom an incident hit', 'hit.csv', 'incident,id\n2026-01-17-late,a-1\n'],
    ['a spreadsheet', 'customers.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 0)],
  ])('%s', (_, name, bytes) => {
    expect(foundIn(folderWith(name, bytes))).toEqual([`private-file ${name}`]);
  });

  test('the reports that credits writes, in all formats', async () => {
    const { out, files } = await credits(
      `${headings},invoice\na-1,team,webhooks,eu,EUR,100,in_1\n`,
      {
        args: [
          ...['--format', 'csv,json,html,xlsx,stripe,chargebee,letters', '--record'],
          ...['--tax', 'included', '--keep', 'invoice'],
        ],
        settings: { OWNUP_NOW: '2026-02-10T00:00:00Z' },
      },
    );
    // The seal names nobody.
    const naming = files.filter((file) => !file.endsWith('.seal.json'));
    expect(naming).toHaveLength(10);
    for (const file of naming) {
      const folder = newFolder('public');
      copyFileSync(join(out, file), join(folder, file));
      expect(foundIn(folder)).toEqual([`private-file ${file}`]);
    }
  });
});

test.each<[string, string, string | Uint8Array]>([
  ['a price list', 'prices.csv', 'plan,currency,fee\nteam,EUR,100\n'],
  ['a price list by region', 'prices.csv', 'plan,currency,fee,service,region,from,to\n'],
  [
    'prices for programs',
    'prices.json',
    '[{"id":"team","plan":"Team","currency":"EUR","fee":100}]',
  ],
  ['a page', 'about.html', '<p>Our plan, the currency, the fee, and your id.</p>'],
  ['an icon', 'favicon.ico', Uint8Array.of(0, 0, 1, 0)],
  ['nothing', 'empty.txt', ''],
])('%s is none', (_, name, bytes) => {
  expect(foundIn(folderWith(name, bytes))).toEqual([]);
});

describe('a link', () => {
  const linked = (target: (folder: string) => string): string => {
    const folder = folderWith('logo.svg', '<svg/>');
    symlinkSync(target(folder), join(folder, 'linked'));
    return folder;
  };

  test.each<[string, (folder: string) => string, string[]]>([
    ['to a file outside', () => join(process.cwd(), 'package.json'), ['unreadable-file linked']],
    ['to a folder outside', () => process.cwd(), ['unreadable-file linked']],
    ['to nothing', () => 'gone', ['unreadable-file linked']],
    ['to itself', () => 'linked', ['unreadable-file linked']],
    ['to the folder that it is in', () => '.', ['unreadable-file linked']],
    ['to a file beside it', () => 'files/logo.svg', []],
  ])('%s', (_, target, found) => {
    expect(foundIn(linked(target))).toEqual(found);
  });
});

test('it stops the build, and is said with its place', async () => {
  const folder = folderWith('customers.csv', customers);
  const { code, stdout } = await ownup('check', ['--format', 'json'], {
    OWNUP_CONTENT: contentFolder(),
    OWNUP_PUBLIC: folder,
  });
  const { findings } = JSON.parse(stdout) as { findings: { file: string }[] };
  expect(code).toBe(1);
  expect(findings.map(({ file }) => join(process.cwd(), file))).toEqual([
    join(folder, 'files/customers.csv'),
  ]);
});
