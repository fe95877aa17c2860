import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { credits, headings } from '../support/customers.ts';
import { newFolder } from '../support/ownup.ts';

/** Nothing like it stands in the record or in Ownup. */
const canary = 'kanarienvogel';

test.each([
  ['all goes well', '49.00', '2026-01-15', 0],
  ['a fee cannot be read', `${canary}.fee`, '2026-01-15', 0],
  ['a day is none', '49.00', canary, 1],
])('no customer is on the terminal or in the seal where %s', async (_, fee, day, code) => {
  const folder = newFolder('canary');
  mkdirSync(folder, { recursive: true });
  const claims = join(folder, 'claims.csv');
  writeFileSync(claims, `id,received_on\n${canary}-1,${day}\n${canary}-2,2026-02-01\n`);
  const list = `${headings},line,invoice\n${canary}-1,team,webhooks,eu,EUR,${fee},${canary}-line,${canary}-in\nb,team,webhooks,eu,EUR,10.00,,in_2\n`;
  const formats = 'csv,json,html,xlsx,stripe,chargebee,letters,summary';
  const args = ['--claims', claims, '--format', formats, '--tax', 'included', '--keep', 'invoice'];
  const settings = { OWNUP_NOW: '2026-02-10T00:00:00Z' };
  for (const text of [list, list.replace('10.00', '20.00')]) {
    const run = await credits(text, { folder, args: [...args, '--record'], settings });
    expect(run.code).toBe(code);
    expect(run.stdout + run.stderr).not.toContain(canary);
    // What may be shown to others, and the names of all files.
    const shown = run.files.filter((name) => /\.seal\.json$|-summary\.html$/.test(name));
    expect(shown).toHaveLength(code === 0 ? 2 : 0);
    for (const name of shown)
      expect(readFileSync(join(run.out, name), 'utf8')).not.toContain(canary);
    expect(readdirSync(folder, { recursive: true }).join(' ')).not.toContain(canary);
  }
});
