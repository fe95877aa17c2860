import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { format } from '../../src/domain/format.ts';
import { environmentWith, newFolder, ownup } from '../support/ownup.ts';
import { filesOf } from '../support/pages.ts';
import { runWarm } from '../support/warm.ts';
import { sites } from './built.ts';

const exec = promisify(execFile);
const { calm } = sites;

/** A company's folder, with Ownup in it as npm would have put it there; in its path is what some programs stumble over. */
const company = join(newFolder('Büro eins'), 'our status');
const packed = newFolder('packed');
const installed = join(company, 'node_modules/ownup');

const commit = 'd23441a48e516b6c34aea4fa41551a30e30af803';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
// Between a new format and the version that is to read it, there is nothing to publish.
const isOfFormat = version.startsWith(`${format}.`);
const from = isOfFormat ? ['--from', `ferry/ownup@${commit}`] : [];

/** The command of the package, as npm would run it in the company's folder. */
const command = (args: readonly string[], settings: Record<string, string> = {}) =>
  exec(process.execPath, [join(installed, 'scripts/ownup.js'), ...args], {
    cwd: company,
    env: environmentWith(settings),
  });

/** Builds as the command of the package does, in the process of all builds. */
async function build(content: string, settings: Record<string, string> = {}): Promise<void> {
  const { code, stderr } = await runWarm({
    script: join(installed, 'scripts/build.js'),
    args: ['--content', content],
    env: environmentWith(settings),
    cwd: company,
    clock: 'machine',
  });
  if (code !== 0) throw new Error(stderr);
}

beforeAll(async () => {
  const { stdout } = await ownup('package', ['--out', packed, ...from]);
  mkdirSync(join(company, 'node_modules'), { recursive: true });
  for (const name of readdirSync('node_modules').filter((entry) => !entry.startsWith('.')))
    symlinkSync(resolve('node_modules', name), join(company, 'node_modules', name));
  for (const file of stdout.trim().split('\n')) {
    const name = file.replace(/-\d.*$/, '');
    await exec('tar', ['-xzf', join(packed, file), '-C', packed]);
    await exec('mv', [join(packed, 'package'), join(company, 'node_modules', name)]);
  }
});

test('the package has no tests, no benchmarks and nothing that only its makers use', () => {
  const files = filesOf(installed, '');
  expect(files.filter((file) => /(^|\/)(tests|benchmarks)\/|\.test\./.test(file))).toEqual([]);
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as object;
  expect(Object.keys(manifest)).not.toContain('devDependencies');
  expect(Object.keys(manifest)).not.toContain('optionalDependencies');
});

test('its check has what is ours in a few files', () => {
  expect(filesOf(join(installed, 'scripts/check'), '').length).toBeLessThan(40);
});

test('what init makes in a company’s folder passes the check there, and builds, with files of its own in public/ in the place of ours', async () => {
  await command([
    ...['init', 'page', '--name', 'Kettle', '--url', 'https://kettle-status.example/'],
    ...['--contact', 'help@kettle.example', '--services', 'API, Dashboard'],
  ]);
  const content = ['--content', 'page/content'];
  expect((await command(['check', '--strict', ...content])).stdout).toContain('nothing wrong');
  mkdirSync(join(company, 'public'));
  writeFileSync(join(company, 'public/robots.txt'), 'User-agent: *\n');
  await build('page/content');
  expect(readFileSync(join(company, 'dist/index.html'), 'utf8')).toContain('Kettle');
  expect(readFileSync(join(company, 'dist/robots.txt'), 'utf8')).toBe('User-agent: *\n');
  for (const own of ['dist', 'public']) rmSync(join(company, own), { recursive: true });
});

test('the example that is built with the package is the one that is built here, byte for byte', async () => {
  await command(['init', 'example', '--example']);
  const own = (): string[] => filesOf(installed, '').filter((file) => !file.startsWith('.astro'));
  const before = own();
  await build('example/content', { OWNUP_BEGAN: calm.now });
  const out = join(company, 'dist');
  const files = filesOf(calm.folder, '').filter((file) => /\.\w+$/.test(file));
  expect(filesOf(out, '').filter((file) => /\.\w+$/.test(file))).toEqual(files);
  for (const file of files)
    expect(readFileSync(join(out, file)).equals(readFileSync(join(calm.folder, file))), file).toBe(
      true,
    );
  // What is not finished never lies in the package.
  expect(own()).toEqual(before);
});

test.skipIf(!isOfFormat)(
  'a company’s workflows call ours at the commit that the package is of',
  async () => {
    await command(['init', 'with-workflows', '--example', '--workflows']);
    const text = readFileSync(
      join(company, 'with-workflows/.github/workflows/publish.yml'),
      'utf8',
    );
    expect(text).toContain(`ferry/ownup/.github/workflows/publish.yml@${commit} # v${version}\n`);
  },
);

test('npm create ownup is ownup init', async () => {
  const created = await exec(
    process.execPath,
    [join(company, 'node_modules/create-ownup/index.js'), 'created', '--example'],
    { cwd: company, env: environmentWith({}) },
  );
  expect(created.stdout).toContain('npm install');
  const asked = JSON.parse(readFileSync(join(company, 'created/package.json'), 'utf8')) as object;
  const { dependencies, version } = JSON.parse(
    readFileSync(join(company, 'node_modules/create-ownup/package.json'), 'utf8'),
  ) as { dependencies: object; version: string };
  expect([dependencies, asked]).toMatchObject([{ ownup: version }, { dependencies }]);
});
