import { execFileSync } from 'node:child_process';

/** More than any content folder has. */
const maxBuffer = 1024 * 1024 * 1024;

/** Asks Git about a folder, without a shell, a lock, or a word to whoever watches. @throws where Git has no answer */
export type GitReader = (args: readonly string[], input?: string) => Buffer;

export const gitReader =
  (folder: string): GitReader =>
  (args, input) =>
    execFileSync('git', ['--literal-pathspecs', ...args], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer,
      ...(input !== undefined && { input }),
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    });

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
