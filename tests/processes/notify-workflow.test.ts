import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from '../support/ownup.ts';
import { runner } from '../support/workflow.ts';

const branch = 'ownup/notified';

/** A machine on which the repository is checked out, and its remote. */
function machine() {
  const origin = newFolder('origin');
  const on = runner('notify.yml', { gh: 'true', sleep: 'true' });
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: on.workspace, encoding: 'utf8' });
  execFileSync('git', ['init', '--quiet', '--bare', origin]);
  git('init', '--quiet', '--initial-branch', 'main');
  git('remote', 'add', 'origin', origin);
  const state = join(on.workspace, 'notified.json');
  const forget = (): void => {
    for (const file of ['notified.json', 'notified.parent'])
      rmSync(join(on.workspace, file), { force: true });
  };
  return { ...on, git, state, forget };
}

test('what was sent is kept in a branch, and is there for the next run', () => {
  const { run, git, state, forget } = machine();
  expect(run('Take what was sent').status).toBe(0);
  writeFileSync(state, '1\n');
  expect(run('Keep what was sent').status).toBe(0);
  forget();
  expect(run('Take what was sent').status).toBe(0);
  expect(readFileSync(state, 'utf8')).toBe('1\n');
  const before = git('ls-remote', 'origin', branch);
  expect(run('Keep what was sent').status).toBe(0);
  expect(git('ls-remote', 'origin', branch)).toBe(before);
  writeFileSync(state, '2\n');
  // Another run has kept something meanwhile: nothing of that is overwritten.
  const other = git(
    'commit-tree',
    '-m',
    'Other',
    '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  ).trim();
  git('push', '--quiet', '--force', 'origin', `${other}:refs/heads/${branch}`);
  const { status, stdout } = run('Keep what was sent');
  expect([status, stdout]).toEqual([1, expect.stringContaining('2\n')]);
});

test('a branch that cannot be read ends the run before anything is sent', () => {
  const { run, git } = machine();
  git('remote', 'set-url', 'origin', newFolder('nothing'));
  expect(run('Take what was sent').status).not.toBe(0);
});
