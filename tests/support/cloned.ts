import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './ownup.ts';

/** Who commits in tests, and when. Nothing that they write has to outlive a failure of the power. */
export const identity = {
  GIT_AUTHOR_NAME: 'Jo',
  GIT_AUTHOR_EMAIL: 'jo@example.com',
  GIT_COMMITTER_NAME: 'Jo',
  GIT_COMMITTER_EMAIL: 'jo@example.com',
  GIT_COMMITTER_DATE: '2026-01-25T00:00:00Z',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'core.fsync',
  GIT_CONFIG_VALUE_0: 'none',
};

const run = (cwd: string, ...args: string[]): string =>
  execFileSync('git', ['-C', cwd, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...identity },
    stdio: 'pipe',
  }).trim();

let made: string | undefined;

function madeByGit(): string {
  const folder = newFolder('made');
  const [origin, ours] = [join(folder, 'origin.git'), join(folder, 'ours')];
  run(folder, 'init', '--quiet', '--bare', '--template=', '--initial-branch=main', origin);
  run(folder, 'clone', '--quiet', '--template=', origin, ours);
  run(ours, 'checkout', '--quiet', '-B', 'main');
  for (const git of [origin, join(ours, '.git')]) mkdirSync(join(git, 'hooks'));
  return folder;
}

/** A repository with nothing in it, and a clone of it: made by git once, and copied for each test. */
export function emptyClone() {
  made ??= madeByGit();
  const folder = newFolder('cloned');
  cpSync(made, folder, { recursive: true });
  const [origin, ours] = [join(folder, 'origin.git'), join(folder, 'ours')];
  // A clone knows the whole path to where it comes from.
  const config = join(ours, '.git/config');
  writeFileSync(config, readFileSync(config, 'utf8').replace(made, folder));
  return { folder, origin, ours };
}

/** A repository with `content` in it, that others push to as well. */
export function cloned(content: string) {
  const { folder, origin, ours } = emptyClone();
  cpSync(content, join(ours, 'content'), { recursive: true });
  run(ours, 'add', '.');
  run(ours, 'commit', '--quiet', '--message=The record');
  run(ours, 'push', '--quiet', '--set-upstream', 'origin', 'main');
  const git = (...args: string[]): string => run(ours, ...args);
  return {
    content: join(ours, 'content'),
    git,
    /** What stands in a file that was pushed. */
    pushed: (file: string): string => run(origin, 'show', `main:content/${file}`),
    /** What somebody else pushes meanwhile. */
    others(file: string, text: string): void {
      const theirs = join(folder, 'theirs');
      if (!existsSync(theirs)) run(folder, 'clone', '--quiet', origin, theirs);
      run(theirs, 'pull', '--quiet');
      writeFileSync(join(theirs, 'content', file), text);
      run(theirs, 'add', '.');
      run(theirs, 'commit', '--quiet', '--message=Theirs');
      run(theirs, 'push', '--quiet', 'origin', 'main');
    },
    /** Nobody may push any more. */
    protect(): void {
      writeFileSync(
        join(origin, 'hooks/update'),
        '#!/bin/sh\necho "main is protected" >&2\nexit 1\n',
      );
      chmodSync(join(origin, 'hooks/update'), 0o755);
    },
  };
}
