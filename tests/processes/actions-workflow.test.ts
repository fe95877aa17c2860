import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { actionsOptions } from '../../scripts/lib/actions/command-line.ts';
import { readOptions } from '../../scripts/lib/actions/options.ts';
import { cloneOf, gitAt, identity } from '../support/cloned.ts';
import { newFolder } from '../support/ownup.ts';

interface Workflow {
  jobs: {
    remediate: { 'timeout-minutes': number; steps: { name?: string; run?: string }[] };
  };
}

const workflow = parse(readFileSync('.github/workflows/remediate.yml', 'utf8')) as Workflow;
const step = (title: string): string =>
  workflow.jobs.remediate.steps.find(({ name }) => name === title)?.run ?? '';

interface PullRequests {
  /** How many are open from the branch of the lock. */
  open?: number;
  /** And how many from branches of the same name in forks. */
  forks?: number;
  mayOpen?: boolean;
}

const record = newFolder('record');
writeFileSync(join(record, 'site.yaml'), 'name: Ferry\n');

/** A repository with a clone in which a run has written `lock`. */
function cloned(
  lock: string | undefined,
  { open = 0, forks = 0, mayOpen = true }: PullRequests = {},
) {
  const { folder, origin, ours: clone } = cloneOf(record);
  const [bin, output] = [join(folder, 'bin'), join(folder, 'output')];
  const git = (...args: string[]): string => gitAt(clone, ...args);
  if (lock) writeFileSync(join(clone, 'content/actions.lock.json'), lock);
  mkdirSync(bin);
  const found = [...Array<boolean>(forks).fill(true), ...Array<boolean>(open).fill(false)];
  const program = (name: string, text: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  program(
    'gh',
    `echo "$@" >> ${join(folder, 'gh')}
case "$2" in list) printf '${found.map((isFork) => `${isFork}\\n`).join('')}' ;; create) ${mayOpen} ;; esac`,
  );
  program('npm', `! grep -q '<<<' content/actions.lock.json`);
  const run = (title = 'Commit the lock', settings: Record<string, string> = {}) => {
    // As GitHub runs it.
    const { status, stderr } = spawnSync('bash', ['-e', '-c', step(title)], {
      cwd: clone,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...identity,
        PATH: `${bin}:${process.env['PATH']}`,
        BRANCH: 'main',
        GITHUB_OUTPUT: output,
        ...settings,
      },
    });
    return {
      status,
      stderr,
      output: existsSync(output) ? readFileSync(output, 'utf8') : '',
      gh: existsSync(join(folder, 'gh')) ? readFileSync(join(folder, 'gh'), 'utf8') : '',
    };
  };
  const pushed = (branch: string): string =>
    git('ls-tree', '--name-only', '-r', `origin/${branch}`);
  const protect = (): void => {
    writeFileSync(join(origin, 'hooks/update'), '#!/bin/sh\n[ "$1" != refs/heads/main ]\n');
    chmodSync(join(origin, 'hooks/update'), 0o755);
  };
  const lockText = (): string | undefined => {
    const path = join(clone, 'content/actions.lock.json');
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  return { origin, clone, bin, git, run, pushed, protect, lockText };
}

test('what is not all done is gone on with, for longer than a limit lasts and shorter than the job may take', () => {
  const [, command = ''] = step('Make issues of promises').split('npm run actions -- ');
  const { values } = parseArgs({ args: command.trim().split(' '), options: actionsOptions });
  const { mode, keepGoing } = readOptions(values);
  expect(mode).toBe('apply');
  expect(keepGoing).toBeGreaterThan(60 * 60_000);
  expect(keepGoing).toBeLessThan(workflow.jobs.remediate['timeout-minutes'] * 60_000);
});

test('the lock is committed back, and publishing is told', () => {
  const { run, git, pushed } = cloned('{}\n');
  expect(run()).toMatchObject({ status: 0, output: 'pushed=true\n', gh: 'auth setup-git\n' });
  git('fetch', '--quiet');
  expect(pushed('main')).toContain('content/actions.lock.json');
});

test('without a lock, or with one that has not changed, there is no commit', () => {
  expect(cloned(undefined).run()).toMatchObject({ status: 0, output: '', gh: '' });
  const { run, git } = cloned('{}\n');
  run();
  const head = git('rev-parse', 'HEAD');
  expect(run()).toMatchObject({ status: 0 });
  expect(git('rev-parse', 'HEAD')).toBe(head);
});

test('where somebody has pushed meanwhile, the lock goes on top', () => {
  const { run, git, origin, pushed } = cloned('{}\n');
  const other = join(newFolder('other'), 'clone');
  git('clone', '--quiet', origin, other);
  writeFileSync(join(other, 'news'), 'x');
  gitAt(other, 'add', '.');
  gitAt(other, 'commit', '--quiet', '-m', 'News');
  gitAt(other, 'push', '--quiet', 'origin', 'main');
  expect(run()).toMatchObject({ status: 0, output: 'pushed=true\n' });
  git('fetch', '--quiet');
  expect(pushed('main').split('\n')).toEqual(
    expect.arrayContaining(['content/actions.lock.json', 'news']),
  );
});

test('where the branch is protected, a pull request is opened, and nothing is published', () => {
  const { run, git, protect, pushed } = cloned('{}\n');
  protect();
  const { status, output, gh } = run();
  expect([status, output]).toEqual([0, '']);
  expect(gh).toContain('pr create --base main --head ownup/actions-lock');
  git('fetch', '--quiet');
  expect(pushed('ownup/actions-lock')).toContain('content/actions.lock.json');
});

test('a pull request that is open is brought up to date, and no other is opened', () => {
  const { run, protect } = cloned('{}\n', { open: 1 });
  protect();
  const { status, gh } = run();
  expect([status, gh.includes('pr create')]).toEqual([0, false]);
});

test('where no pull request may be opened, the step fails', () => {
  const { run, protect } = cloned('{}\n', { mayOpen: false });
  protect();
  expect(run().status).not.toBe(0);
});

test('where the branch cannot be read meanwhile, the lock is kept all the same', () => {
  const { run, git, protect, pushed, bin } = cloned('{}\n');
  protect();
  writeFileSync(
    join(bin, 'git'),
    '#!/bin/sh\n[ "$*" = "fetch --quiet origin main" ] && exit 1\nPATH="${PATH#*:}" exec git "$@"\n',
  );
  chmodSync(join(bin, 'git'), 0o755);
  expect(run()).toMatchObject({ status: 0 });
  git('fetch', '--quiet');
  expect(pushed('ownup/actions-lock')).toContain('content/actions.lock.json');
});

const waiting = '{ "version": 1, "waits": true }\n';

for (const [open, forks, taken] of [
  [0, 0, false],
  [1, 0, true],
  [0, 1, false],
  [1, 2, true],
] as const)
  test(`the next run goes on with the lock that waits in a pull request of ours (${open} open, ${forks} in forks)`, () => {
    const { run, git, protect, lockText } = cloned(waiting, { open, forks });
    protect();
    run();
    git('reset', '--quiet', '--hard', 'origin/main');
    expect(lockText()).toBeUndefined();
    expect(run('Take the lock that waits').status).toBe(0);
    expect(lockText()).toBe(taken ? waiting : undefined);
  });

test('a pull request from a fork does not pass for ours: where the branch is protected, one is opened', () => {
  const { run, protect } = cloned(waiting, { forks: 1 });
  protect();
  expect(run()).toMatchObject({ status: 0, gh: expect.stringContaining('pr create') as string });
});

for (const [title, text] of [
  ['that cannot be understood', '<<<<<<< ours\n'],
  ['that is not there', undefined],
] as const)
  test(`a lock ${title} in the branch stops nothing: the run begins with the one that is published`, () => {
    const published = '{ "version": 1, "actions": [] }\n';
    const { run, git, clone, lockText } = cloned(published, { open: 1 });
    run();
    git('checkout', '--quiet', '-b', 'ownup/actions-lock');
    if (text) writeFileSync(join(clone, 'content/actions.lock.json'), text);
    else git('rm', '--quiet', 'content/actions.lock.json');
    git('commit', '--quiet', '--all', '-m', 'Broken');
    git('push', '--quiet', '--force', 'origin', 'ownup/actions-lock');
    git('checkout', '--quiet', 'main');
    expect(run('Take the lock that waits').status).toBe(0);
    expect(lockText()).toBe(published);
    expect(git('status', '--porcelain')).toBe('');
  });

test('a branch that has gone stops nothing', () => {
  const { run, lockText } = cloned(undefined, { open: 1 });
  expect(run('Take the lock that waits').status).toBe(0);
  expect(lockText()).toBeUndefined();
});

test('a lock that waits already is not pushed again, and one that has changed is', () => {
  const { run, git, protect, clone } = cloned(waiting, { open: 1 });
  protect();
  const heads = ['2001', '2002', '2003'].map((year, index) => {
    git('reset', '--quiet', '--hard', 'origin/main');
    const text = index < 2 ? waiting : waiting.replace('true', 'false');
    writeFileSync(join(clone, 'content/actions.lock.json'), text);
    run('Commit the lock', { GIT_COMMITTER_DATE: `${year}-01-01T00:00:00Z` });
    git('fetch', '--quiet');
    return git('rev-parse', 'origin/ownup/actions-lock');
  });
  expect(heads[1]).toBe(heads[0]);
  expect(heads[2]).not.toBe(heads[0]);
});
