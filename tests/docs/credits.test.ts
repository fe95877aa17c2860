import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { creditOptions } from '../../scripts/lib/credits/request/command-line.ts';
import { creditContent, credits, headings, monthly, outageOf } from '../support/customers.ts';
import { newFolder } from '../support/ownup.ts';

const text = readFileSync('docs/credits.md', 'utf8');
const blocks = [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, kind = '', body = '']) => ({
  kind,
  body,
}));
const blockWith = (said: string): string =>
  blocks.find(({ body }) => body.includes(said))?.body ?? `There is no example with ${said}.`;
const open = { OWNUP_NOW: '2026-02-10T00:00:00Z' };
const list = `${headings},invoice\na,team,webhooks,eu,EUR,49.00,in_1\n`;

test('the first command writes what it says, and each option is one', async () => {
  const [, options = ''] = /^npm run credits -- (.*)$/m.exec(blockWith('npm run credits')) ?? [];
  const given = options.split(' ');
  const { files, code } = await credits(list, { args: given.slice(given.indexOf('--format')) });
  expect(given.slice(0, 6).filter((_, at) => at % 2 === 0)).toEqual([
    '--customers',
    '--period',
    '--out',
  ]);
  expect([code, files]).toEqual([
    0,
    ['credits-2026-01.csv', 'credits-2026-01.html', 'credits-2026-01.seal.json'],
  ]);
  const named = [...text.matchAll(/`--([a-z-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !Object.hasOwn(creditOptions, name))).toEqual([]);
});

test('the examples for Stripe and Chargebee are what is written', async () => {
  const args = ['--format', 'stripe,chargebee', '--keep', 'invoice', '--tax', 'included'];
  const { out } = await credits(list, { args, settings: open });
  const written = (name: string): string =>
    readFileSync(join(out, `credits-2026-01-${name}`), 'utf8');
  const short = (all: string): string =>
    all.replaceAll(/[0-9a-f]{40}/g, (key) => `${key.slice(0, 4)}…`);
  expect(JSON.parse(blockWith('idempotency_key'))).toEqual(
    JSON.parse(short(written('stripe.jsonl'))),
  );
  expect(blockWith('customer_id')).toBe(short(written('chargebee.csv')));
});

test('the examples of what a run says of earlier ones are what it says', async () => {
  const folder = newFolder('said');
  const down = (to: string): string =>
    creditContent(monthly, { 'incidents/down.yaml': outageOf('2026-01-17T09:00:00Z', to) });
  const said = async (content: string, fee: string, args: readonly string[]) =>
    (await credits(list.replace('49.00', fee), { folder, content, args, settings: open })).stdout;
  await said(creditContent(), '250.00', []);
  expect(await said(down('2026-01-17T09:01:00Z'), '250.00', [])).toContain(
    blockWith('It took the place'),
  );
  await said(creditContent(), '49.00', ['--record']);
  expect(await said(down('2026-01-17T18:00:00Z'), '49.00', [])).toContain(
    blockWith('Against what was granted'),
  );
});
