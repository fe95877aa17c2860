import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CreditRun, credits, headings } from '../support/customers.ts';
import { newFolder } from '../support/ownup.ts';

const list = `${headings}\na,team,webhooks,eu,EUR,49.00\nb,team,webhooks,eu,EUR,49.00\n`;

function affectedBy(
  text: string | Uint8Array,
  args: readonly string[] = [],
  customers = list,
): Promise<CreditRun> {
  const file = join(newFolder('affected'), 'affected.csv');
  writeFileSync(file, text);
  return credits(customers, { args: ['--affected', file, ...args] });
}

const states = ({ rows }: CreditRun): string[] => rows.map(({ state }) => String(state));

describe('a list of affected accounts', () => {
  for (const [title, text] of [
    ['with semicolons', 'incident;id\ndown;a\n'],
    ['with bars', 'incident|id\ndown|a\n'],
    ['with a byte order mark', '\uFEFFincident,id\ndown,a\n'],
    ['with account_id', 'Incident,Account ID\ndown,a\n'],
    ['with customer_id and more columns', 'customer_id,note,incident\na,x,down\n'],
    ['with white space around ids', 'incident,id\n down ,"a\u00a0"\n'],
    ['with a comma in an id that stands in quotes', 'incident,id\ndown,a\ndown,"a,b"\n'],
  ] as const)
    test(title, async () => {
      expect(states(await affectedBy(text))).toEqual(['flagged', 'not_flagged']);
    });

  for (const [title, text, said] of [
    ['that is empty', '', /affected\.csv is empty/],
    ['with headings only', 'incident,id\n', /affected\.csv has headings and no row/],
    ['without headings', 'down,a\ndown,b\n', /affected\.csv, row 1: these are not the headings/],
    ['with a heading twice', 'incident,id,id\ndown,a,b\n', /row 1: columns 2 and 3/],
    [
      'with two headings for the account',
      'incident,account,customer\ndown,a,b\n',
      /row 1: columns 2 and 3/,
    ],
    ['without an account', 'incident,id\ndown,a\ndown,\n', /row 3: there is no id/],
    ['with an incident that there is not', 'incident,id\ndown,a\ndwn,b\n', /row 3: .*“down”/],
    ['with too few fields', 'incident,id\ndown,a\ndown\n', /row 3: there are 1 fields/],
    ['with a quote that does not close', 'incident,id\ndown,a\ndown,"b\n', /row 3: a quote/],
    ['in Latin-1', Buffer.from('incident,id\ndown,a\ndown,\u00fc\n', 'latin1'), /row 3: .*UTF-8/],
  ] as const)
    test(`${title} is refused, and nobody is paid`, async () => {
      const { code, files, stderr } = await affectedBy(text);
      expect([code, files, stderr]).toEqual([1, [], expect.stringMatching(said)]);
    });

  test('that is not named is refused', async () => {
    const { code, files } = await credits(list, { args: ['--affected', ''] });
    expect([code, files]).toEqual([2, []]);
  });
});

describe('accounts that are affected and in no row', () => {
  const text = 'incident,id\ndown,a\ndown,canary-7\ndown,canary-8\ndown,b\ndown,canary-7\n';

  test('are counted on the terminal by the rows in which they stand, and not named there', async () => {
    const { code, stdout, stderr } = await affectedBy(text, ['--format', 'csv,json,html']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/affected\.csv: 3 rows .*: rows 3 to 4, 6\./);
    expect(stdout + stderr).not.toContain('canary');
  });

  test('are named in the report', async () => {
    const { out } = await affectedBy(text, ['--format', 'json,html']);
    const { sums } = JSON.parse(readFileSync(join(out, 'credits-2026-01.json'), 'utf8')) as {
      sums: Record<string, unknown>;
    };
    expect(sums['affected_unmatched']).toEqual([
      { row: 3, id: 'canary-7' },
      { row: 4, id: 'canary-8' },
      { row: 6, id: 'canary-7' },
    ]);
    const html = readFileSync(join(out, 'credits-2026-01.html'), 'utf8');
    expect(html.indexOf('row 4: canary-8')).toBeLessThan(html.indexOf('>Flagged<'));
    expect(html).toContain('row 4: canary-8');
  });

  test('are not there where all have a row, white space apart', async () => {
    const { stderr } = await affectedBy(
      'incident,id\ndown,a\n',
      [],
      `${headings}\n"a ",team,webhooks,eu,EUR,49.00\n`,
    );
    expect(stderr).toBe('');
  });
});
