import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder, ownup } from '../support/ownup.ts';

const answers = [
  ...['--name', 'Kettle', '--url', 'https://kettle-status.example/'],
  ...['--contact', 'help@kettle.example', '--services', 'API, Zahlungen & Co., مدفوعات'],
];
const init = (folder: string, args: readonly string[] = answers) =>
  ownup('init', [folder, ...args]);

test('a new page passes the strict check, asks for Ownup by its version, and has nobody else’s company in it', async () => {
  const folder = join(newFolder('init'), 'status');
  const { code, stdout } = await init(folder, [...answers, '--workflows']);
  expect([code, stdout]).toEqual([0, expect.stringContaining('npm install')]);
  const checked = await ownup('check', ['--strict', '--content', join(folder, 'content')]);
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('nothing wrong')]);
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(dependencies).toEqual({ ownup: version });
  expect(readFileSync(join(folder, 'content/services.yaml'), 'utf8')).not.toContain('Ferry');
  expect(existsSync(join(folder, '.github/workflows/publish.yml'))).toBe(true);
});

test('it may be made in a folder that has nothing but a repository', async () => {
  const folder = newFolder('init');
  mkdirSync(join(folder, '.git'));
  expect((await init(folder)).code).toBe(0);
  expect(readdirSync(folder).sort()).toContain('content');
});

test.each([
  ['a missing answer', answers.slice(2), '--name'],
  [
    'an address that is none',
    [...answers.slice(0, 2), '--url', 'kettle', ...answers.slice(4)],
    'url',
  ],
  ['a language that nobody speaks', [...answers, '--language', 'xx-nobody'], 'language'],
  ['a time zone that is none', [...answers, '--time-zone', 'Mars/Olympus'], 'time_zone'],
])('%s is named, and nothing is written', async (_what, args, named) => {
  const folder = join(newFolder('init'), 'status');
  const { code, stderr } = await init(folder, args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(named)]);
  expect(existsSync(folder)).toBe(false);
});

test('a folder with something in it, and a file, are left as they are', async () => {
  const folder = newFolder('init');
  writeFileSync(join(folder, 'thesis.txt'), 'two years of work');
  expect((await init(folder)).code).toBe(2);
  expect((await init(join(folder, 'thesis.txt'))).code).toBe(2);
  expect(readdirSync(folder)).toEqual(['thesis.txt']);
});

test('a folder that cannot be made is named', async () => {
  const { code, stderr } = await init('/proc/status-page');
  expect([code, stderr]).toEqual([2, expect.stringContaining('/proc/status-page')]);
});

test('one command has them all, and knows what was meant', async () => {
  expect((await ownup('ownup', ['chek'])).stderr).toContain('ownup check');
  expect((await ownup('ownup', ['chek'])).code).toBe(2);
  expect((await ownup('ownup', ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await ownup('ownup', ['--help'])).stdout).toContain('init');
});
