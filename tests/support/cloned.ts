import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './ownup.ts';

/** Who commits in tests, and when. */
export const identity = {
  GIT_AUTHOR_NAME: 'Jo',
  GIT_AUTHOR_EMAIL: 'jo@example.com',
  GIT_COMMITTER_NAME: 'Jo',
  GIT_COMMITTER_EMAIL: 'jo@example.com',
  GIT_COMMITTER_DATE: '2026-01-25T00:00:00Z',
};

/** Runs Git in a folder. @throws where it fails */
export const gitAt = (cwd: string, ...args: string[]): string =>
  execFileSync('git', ['-C', cwd, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...identity },
    stdio: 'pipe',
  }).trim();

const made = new Map<string, string>();

/** A new folder with what `make` writes into one: made once for each `key`, and copied for each test. */
export function copyOf(key: string, make: (folder: string) => void): string {
  const first = made.get(key) ?? newFolder('made');
  if (!made.has(key)) make(first);
  made.set(key, first);
  const folder = newFolder('copied');
  cpSync(first, folder, { recursive: true });
  // A clone knows the whole path to where it comes from.
  const config = join(folder, 'ours/.git/config');
  if (existsSync(config))
    writeFileSync(config, readFileSync(config, 'utf8').replace(first, folder));
  return folder;
}

const placesIn = (folder: string) => ({
  folder,
  origin: join(folder, 'origin.git'),
  ours: join(folder, 'ours'),
});

/** A clone of a repository in which others have `content` too. */
export function cloneOf(content: string) {
  const texts = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [path.slice(content.length), readFileSync(path, 'base64')]);
  const folder = copyOf(JSON.stringify(texts), (folder) => {
    const { origin, ours } = placesIn(folder);
    gitAt(folder, 'init', '--quiet', '--bare', origin);
    mkdirSync(join(origin, 'hooks'));
    gitAt(folder, 'clone', '--quiet', origin, ours);
    cpSync(content, join(ours, 'content'), { recursive: true });
    gitAt(ours, 'add', '.');
    gitAt(ours, 'commit', '--quiet', '--message=The record');
    gitAt(ours, 'push', '--quiet', '--set-upstream', 'origin', 'main');
  });
  return placesIn(folder);
}

/** A repository with `content` in it, that others push to as well. */
export function cloned(content: string) {
  const { folder, origin, ours } = cloneOf(content);
  const git = (...args: string[]): string => gitAt(ours, ...args);
  return {
    content: join(ours, 'content'),
    git,
    /** What stands in a file that was pushed. */
    pushed: (file: string): string => gitAt(origin, 'show', `main:content/${file}`),
    /** What somebody else pushes meanwhile. */
    others(file: string, text: string): void {
      const theirs = join(folder, 'theirs');
      if (existsSync(theirs)) gitAt(theirs, 'pull', '--quiet');
      else gitAt(folder, 'clone', '--quiet', origin, theirs);
      writeFileSync(join(theirs, 'content', file), text);
      gitAt(theirs, 'add', '.');
      gitAt(theirs, 'commit', '--quiet', '--message=Theirs');
      gitAt(theirs, 'push', '--quiet', 'origin', 'main');
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
