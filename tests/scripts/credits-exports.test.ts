import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { stripeAmount } from '../../src/domain/credits/ledger/stripe-amount.ts';
import { credits } from '../support/customers.ts';
import { newFolder } from '../support/ownup.ts';

const list = `id,plan,service,region,currency,fee,invoice,E-Mail
"c ""a"", b",team,webhooks,eu,EUR,49.00,in_1,=a@b.example
yen,team,webhooks,eu,JPY,4900,in_2,
dinar,team,webhooks,eu,KWD,49.000,in_3,
bare,team,webhooks,eu,EUR,10.00,,
us,team,webhooks,us,EUR,49.00,in_5,
`;
const open = { OWNUP_NOW: '2026-02-10T00:00:00Z' };
const exported = ['--format', 'csv,json,stripe,chargebee', '--keep', 'invoice', '--keep', 'e mail'];

const stripeIn = (out: string) =>
  readFileSync(join(out, 'credits-2026-01-stripe.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test.each([
  ['included', { invoice: 'in_1', amount: 490 }],
  [
    'excluded',
    { invoice: 'in_1', lines: [{ type: 'custom_line_item', quantity: 1, unit_amount: 490 }] },
  ],
])('for Stripe, with tax %s: whole units, an invoice and a key', async (tax, wanted) => {
  const { out, code, stdout } = await credits(list, {
    args: [...exported, '--tax', tax],
    settings: open,
  });
  expect(code).toBe(0);
  const lines = stripeIn(out);
  expect(lines[0].params).toMatchObject(wanted);
  expect(lines.map(({ currency, tax: own }) => [currency, own])).toEqual(
    [
      ['eur', tax],
      ['jpy', tax],
      ['kwd', tax],
    ].sort(),
  );
  expect(new Set(lines.map(({ idempotency_key: key }) => key)).size).toBe(3);
  expect(stdout).toMatch(/1 grant could not be exported/);
});

test('for Chargebee: whole units by customer, and a reference', async () => {
  const { out } = await credits(list, { args: [...exported, '--tax', 'included'], settings: open });
  const rows = parse(readFileSync(join(out, 'credits-2026-01-chargebee.csv')), {
    columns: true,
  }) as Record<string, string>[];
  expect(
    rows.map(({ customer_id: id, amount, currency_code: code }) => [id, amount, code]),
  ).toEqual([
    ['c "a", b', '490', 'EUR'],
    ['yen', '490', 'JPY'],
    ['dinar', '4900', 'KWD'],
    ['bare', '100', 'EUR'],
  ]);
});

test('what was recorded is not exported again, and a correction has another key', async () => {
  const folder = newFolder('exports');
  const args = [...exported, '--tax', 'included', '--record'];
  const first = stripeIn((await credits(list, { folder, args, settings: open })).out);
  expect(first).toHaveLength(3);
  expect(stripeIn((await credits(list, { folder, args, settings: open })).out)).toEqual([]);
  const dearer = list.replace('49.00,in_1', '98.00,in_1');
  const [more] = stripeIn((await credits(dearer, { folder, args, settings: open })).out);
  expect(more.params.amount).toBe(490);
  expect(first.map((line) => line.idempotency_key)).not.toContain(more.idempotency_key);
});

test('columns that are kept stand in the reports, and are no formula there', async () => {
  const { out, rows } = await credits(list, {
    args: [...exported, '--tax', 'included'],
    settings: open,
  });
  expect(rows[0]).toMatchObject({ invoice: 'in_1', 'e mail': "'=a@b.example" });
  const { rows: own } = JSON.parse(readFileSync(join(out, 'credits-2026-01.json'), 'utf8'));
  expect(own[0].kept).toEqual({ invoice: 'in_1', 'e mail': '=a@b.example' });
});

test.each([
  [['--format', 'stripe', '--keep', 'invoice']],
  [['--format', 'stripe', '--tax', 'included']],
  [['--format', 'chargebee', '--tax', 'maybe']],
  [['--format', 'sap']],
  [['--keep', 'nothing of the kind']],
])('%j is wrong usage', async (args) => {
  const run = await credits(list, { args, settings: open });
  expect([run.code, run.files]).toEqual([2, []]);
});

test.each([
  [490n, 'EUR', 2, 490n],
  [490n, 'JPY', 0, 490n],
  [490n, 'ISK', 0, 49_000n],
  [4900n, 'KWD', 3, 4900n],
  [4905n, 'KWD', 3, undefined],
  [500n, 'MGA', 2, 5n],
  [501n, 'MGA', 2, undefined],
])('%s of %s is to Stripe', (minor, currency, decimals, wanted) => {
  expect(stripeAmount(minor, currency, decimals)).toBe(wanted);
});
