import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder } from '../support/content.ts';
import { creditContent, headings } from '../support/customers.ts';
import { environmentWith, newFolder } from '../support/ownup.ts';

// Other tests run commands in a process that stays: here each ends its own, by itself and with its code, as npm starts it.
const folder = newFolder('processes');
const list = join(folder, 'customers.csv');
writeFileSync(list, `${headings}\na,team,webhooks,eu,EUR,49.00\n`);
const good = contentFolder();
const wrong = contentFolder({ 'site.yaml': 'name: Ferry\n' });
const forCredits = [
  '--content',
  creditContent(),
  '--customers',
  list,
  '--out',
  join(folder, 'out'),
  '--period',
  '2026-01',
];

test.each<[script: string, code: number, args: readonly string[]]>([
  ['check', 0, ['--content', good]],
  ['check', 1, ['--content', wrong]],
  ['check', 2, ['--contents', good]],
  ['import', 0, ['cstate', 'tests/fixtures/cstate/tidy', '--into', join(folder, 'imported')]],
  ['import', 3, ['cstate']],
  ['actions', 0, ['--content', good]],
  ['actions', 4, ['--content', good, '--apply']],
  ['credits', 0, forCredits],
  ['credits', 2, []],
  ['remediate', 0, forCredits],
  ['build', 1, ['--content', wrong]],
])('npm run %s can end with %i', async (script, code, args) => {
  const env = environmentWith({
    OWNUP_NOW: '2026-12-01T00:00:00Z',
    OWNUP_OUT: join(folder, 'dist'),
    GITHUB_TOKEN: '',
  });
  const child = spawn('npm', ['run', '-s', script, '--', ...args], { env, stdio: 'ignore' });
  expect(await once(child, 'close')).toEqual([code, null]);
});
