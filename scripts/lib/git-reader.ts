import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** More than any content folder has. */
const maxBuffer = 1024 * 1024 * 1024;

/** Whether a folder is a repository without a working folder, of which a server keeps many. */
const isBare = (folder: string): boolean =>
  ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)));

/** The nearest folder above that is kept in Git. `place` is where it really lies, links followed. */
export function repositoryOf(place: string): string | undefined {
  for (let folder = place; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git')) || isBare(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Asks Git about a folder, without a shell, a lock, or a word to whoever watches. @throws where Git has no answer */
export type GitReader = (args: readonly string[], input?: string) => Buffer;

export const gitReader =
  (folder: string): GitReader =>
  (args, input) => {
    if (!process.env['GIT_DIR'] && !repositoryOf(realpathSync(folder)))
      throw new Error(`${folder} is in no repository.`);
    return execFileSync('git', ['--literal-pathspecs', ...args], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer,
      ...(input !== undefined && { input }),
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    });
  };

/** What Git answers; `undefined` where the folder is in no repository, or Git has no answer. */
export function answerOf(git: GitReader, ...args: string[]): Buffer | undefined {
  try {
    return git(args);
  } catch {
    return undefined;
  }
}

export const firstLine = (git: GitReader, ...args: string[]): string | undefined =>
  answerOf(git, ...args)
    ?.toString()
    .split('\n')[0];

/** The commit of a version. What begins with a hyphen would be an option. */
export const commitOf = (git: GitReader, version: string): string | undefined =>
  firstLine(git, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${version}^{commit}`);
