import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { credits, headings } from '../support/customers.ts';
import { newFolder } from '../support/ownup.ts';

/** The policy takes claims until 2 March 2026. */
const list = `${headings}\n${['asked', 'soon', 'late', 'silent']
  .map((id) => `${id},team,webhooks,eu,EUR,100.00\n`)
  .join('')}`;
const claims =
  'id,received_on\nasked,2026-03-02\nsoon,2026-03-09\nsoon,2026-02-01\nlate,2026-03-03\nnobody,2026-02-01\n';

function withClaims(text: string) {
  const folder = newFolder('claims');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'claims.csv');
  writeFileSync(file, text);
  return { folder, args: ['--claims', file] };
}

test.each([
  ['2026-02-20', ['claimed', 'claimed', 'late', 'claimable']],
  ['2026-03-20', ['claimed', 'claimed', 'late', 'expired']],
])('claims as of %s', async (day, standings) => {
  const run = await credits(list, {
    ...withClaims(
      day < '2026-03'
        ? claims.replace('late,2026-03-03\n', '').replaceAll('2026-03', '2026-02')
        : claims,
    ),
    settings: { OWNUP_NOW: `${day}T00:00:00Z` },
  });
  const wanted = day < '2026-03' ? ['claimed', 'claimed', 'claimable', 'claimable'] : standings;
  expect(run.rows.map(({ standing }) => standing)).toEqual(wanted);
  const seal = JSON.parse(readFileSync(join(run.out, 'credits-2026-01.seal.json'), 'utf8'));
  const { automatic, claimable, claimed, expired, total } = seal.totals[0];
  expect({ automatic, claimable, claimed, expired, total }).toEqual(
    day < '2026-03'
      ? { automatic: '0.00', claimable: '20.00', claimed: '20.00', expired: '0.00', total: '40.00' }
      : {
          automatic: '0.00',
          claimable: '0.00',
          claimed: '20.00',
          expired: '20.00',
          total: '20.00',
        },
  );
  expect(run.stderr).not.toMatch(/nobody(?! in)/);
  expect(run.stderr).toMatch(day < '2026-03' ? /row 5/ : /row 6/);
});

test('with a list of claims, only what was asked for is granted', async () => {
  const { folder, args } = withClaims('id,received_on\nasked,2026-02-03\n');
  const run = await credits(list, {
    folder,
    args: [...args, '--record'],
    settings: { OWNUP_NOW: '2026-02-10T00:00:00Z' },
  });
  const grants = readFileSync(join(run.out, 'credits-2026-01-grants.csv'), 'utf8');
  expect(grants.trim().split('\n').length).toBe(2);
  expect(grants).toContain('asked');
});

test.each([
  ['no headings', 'asked,2026-02-03\n', 1],
  ['a day that is none', 'id,received_on\nsoon,3 February\n', 2],
  ['no id', 'id,received_on\n,2026-02-03\n', 2],
  ['too few fields', 'id,received_on\nasked,2026-02-03\nsoon\n', 3],
  ['no rows', 'id,received_on\n', 1],
  ['a claim before the period', 'id,received_on\nsoon,2025-12-31\n', 2],
  ['a claim that is to come', 'id,received_on\nasked,2026-02-03\nsoon,2026-03-02\n', 3],
])('%s is refused, with the row', async (_, text, row) => {
  const run = await credits(list, withClaims(text));
  expect([run.code, run.files]).toEqual([1, []]);
  expect(run.stderr).toContain('claims.csv');
  if (row > 1) expect(run.stderr).toContain(`row ${row}`);
  expect(run.stderr).not.toMatch(/soon|\bsilent\b/);
});
