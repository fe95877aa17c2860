import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { newFolder } from '../support/ownup.ts';

interface Workflow {
  jobs: { remediate: { steps: { name?: string; run?: string }[] } };
}

const workflow = parse(readFileSync('.github/workflows/remediate.yml', 'utf8')) as Workflow;
const step = (title: string): string =>
  workflow.jobs.remediate.steps.find(({ name }) => name === title)?.run ?? '';
const identity = {
  GIT_AUTHOR_NAME: 'Jo',
  GIT_AUTHOR_EMAIL: 'jo@example.com',
  GIT_COMMITTER_NAME: 'Jo',
  GIT_COMMITTER_EMAIL: 'jo@example.com',
};

/** A repository with a clone in which a run has written `lock`. `open`: how many pull requests are. */
function cloned(
  lock: string | undefined,
  { open = 0, mayOpen = true }: { open?: number; mayOpen?: boolean } = {},
) {
  const folder = newFolder('workflow');
  const [origin, clone, bin, output] = ['origin.git', 'clone', 'bin', 'output'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', existsSync(clone) ? clone : folder, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...identity },
      stdio: 'pipe',
    });
  git('init', '--quiet', '--bare', '--initial-branch=main', origin);
  git('clone', '--quiet', origin, clone);
  mkdirSync(join(clone, 'content'));
  writeFileSync(join(clone, 'content/site.yaml'), 'name: Ferry\n');
  git('checkout', '--quiet', '-B', 'main');
  git('add', '.');
  git('commit', '--quiet', '-m', 'The record');
  git('push', '--quiet', 'origin', 'main');
  if (lock) writeFileSync(join(clone, 'content/actions.lock.json'), lock);
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'gh'),
    `#!/bin/sh\necho "$@" >> ${join(folder, 'gh')}\ncase "$2" in list) echo ${open} ;; create) ${mayOpen} ;; esac\n`,
  );
  chmodSync(join(bin, 'gh'), 0o755);
  const run = (title = 'Commit the lock') => {
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
  return { origin, clone, bin, git, run, pushed, protect };
}

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
  execFileSync('git', ['clone', '--quiet', origin, other]);
  writeFileSync(join(other, 'news'), 'x');
  for (const args of [
    ['add', '.'],
    ['commit', '--quiet', '-m', 'News'],
    ['push', '--quiet', 'origin', 'main'],
  ])
    execFileSync('git', ['-C', other, ...args], { env: { ...process.env, ...identity } });
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
    '#!/bin/sh\n[ "$1" = pull ] && exit 1\nPATH="${PATH#*:}" exec git "$@"\n',
  );
  chmodSync(join(bin, 'git'), 0o755);
  expect(run()).toMatchObject({ status: 0 });
  git('fetch', '--quiet');
  expect(pushed('ownup/actions-lock')).toContain('content/actions.lock.json');
});

for (const open of [0, 1])
  test(`the next run goes on with the lock that waits in a pull request, and only while that is open (${open})`, () => {
    const { run, git, protect, clone } = cloned('{ "waits": true }\n', { open });
    protect();
    run();
    git('reset', '--quiet', '--hard', 'origin/main');
    expect(existsSync(join(clone, 'content/actions.lock.json'))).toBe(false);
    expect(run('Take the lock that waits').status).toBe(0);
    expect(existsSync(join(clone, 'content/actions.lock.json'))).toBe(open === 1);
  });
