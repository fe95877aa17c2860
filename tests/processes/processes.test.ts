import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder } from '../support/content.ts';
import { creditContent, headings } from '../support/customers.ts';
import { environmentWith, newFolder } from '../support/ownup.ts';

// Other tests run commands in a process that stays: here each ends its own, by itself and with its code.
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

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};
const env = environmentWith({
  OWNUP_NOW: '2026-12-01T00:00:00Z',
  OWNUP_OUT: join(folder, 'dist'),
  GITHUB_TOKEN: '',
});
const endOf = (command: string, args: readonly string[]): Promise<unknown[]> =>
  once(spawn(command, args, { env, stdio: 'ignore' }), 'close');

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
  // What npm starts, as the last test proves.
  const started = ['-c', `PATH="node_modules/.bin:$PATH"; ${scripts[script]} "$@"`, 'sh', ...args];
  expect(await endOf('sh', started)).toEqual([code, null]);
});

test('npm hands over what is behind --, and the code', async () => {
  const args = ['run', '-s', 'check', '--', '--contents', good];
  expect(await endOf('npm', args)).toEqual([2, null]);
});
