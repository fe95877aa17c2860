import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './ownup.ts';

/** Who commits in tests. */
export const identity = {
  GIT_AUTHOR_NAME: 'Jo',
  GIT_AUTHOR_EMAIL: 'jo@example.com',
  GIT_COMMITTER_NAME: 'Jo',
  GIT_COMMITTER_EMAIL: 'jo@example.com',
};

/** A repository with `content` in it, that others push to as well. */
export function cloned(content: string) {
  const folder = newFolder('cloned');
  const origin = join(folder, 'origin.git');
  const run = (cwd: string, ...args: string[]): string =>
    execFileSync('git', ['-C', cwd, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...identity },
      stdio: 'pipe',
    }).trim();
  run(folder, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
  const clone = (name: string): string => {
    const path = join(folder, name);
    if (!existsSync(path)) run(folder, 'clone', '--quiet', origin, path);
    return path;
  };
  const ours = clone('ours');
  cpSync(content, join(ours, 'content'), { recursive: true });
  run(ours, 'checkout', '--quiet', '-B', 'main');
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
      const theirs = clone('theirs');
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
