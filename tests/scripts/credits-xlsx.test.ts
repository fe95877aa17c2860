import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { xlsxReport } from '../../scripts/lib/credits/report/report-xlsx.ts';
import { creditContent, credits, headings, monthly } from '../support/customers.ts';

test('a workbook has numbers where the CSV has amounts, and text that nothing runs', async () => {
  const list = `${headings},Invoice
"=HYPERLINK(""https://x.example"")",team,webhooks,eu,EUR,1049.00,0042
10/3,team,webhooks,eu,KWD,49.125,in_2
b,team,webhooks,eu,JPY,4900,+1
c,team,webhooks,eu,EUR,12345678901234567,in_4
d,gold,webhooks,eu,EUR,free,in_5
`;
  const { out, rows, code } = await credits(list, {
    content: creditContent(monthly),
    args: ['--format', 'csv,xlsx', '--keep', 'Invoice'],
  });
  expect(code).toBe(0);
  const book = await readXlsx(readFileSync(join(out, 'credits-2026-01.xlsx')));
  const [names = [], ...cells] = book.sheets[0]?.rows ?? [];
  const found = cells.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
  expect(found.map(({ id, fee, total, Invoice }) => [id, fee, total, Invoice])).toEqual([
    ['=HYPERLINK("https://x.example")', 1049, 104.9, '0042'],
    ['10/3', 49.125, 4.912, 'in_2'],
    ['b', 4900, 490, '+1'],
    ['c', '12345678901234567', '1234567890123456.70', 'in_4'],
    ['d', 'free', null, 'in_5'],
  ]);
  expect(found.map(({ state }) => state)).toEqual(rows.map(({ state }) => state));
});

test('more rows than a sheet has are refused, with how many it has and what to do', () => {
  const form = xlsxReport({ write: () => undefined }, { kept: [] }, 3);
  const row: Parameters<typeof form.row>[0] = {
    row: 2,
    charge: 0,
    customer: {
      id: 'a',
      plan: '',
      service: '',
      region: '',
      currency: '',
      fee: '1',
      covered_from: '',
      covered_to: '',
      line: '',
    },
    verdict: {
      plan: undefined,
      service: undefined,
      region: undefined,
      currency: undefined,
      span: undefined,
      assessments: [],
      expired: new Set(),
      minimums: [],
      goodwill: [],
      ground: undefined,
      reviews: [],
      nothing: undefined,
    },
    outcome: { state: 'needs_review', reviews: [] },
    fee: '1',
    received: undefined,
    alike: undefined,
    kept: [],
  };
  form.row(row);
  form.row(row);
  expect(() => form.row(row)).toThrow(/more than 2 rows.*--format csv/);
});
