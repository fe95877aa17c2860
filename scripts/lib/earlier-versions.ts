import { execFileSync } from 'node:child_process';

/** So far back it is looked: each version is read and judged. */
const most = 10;

/** A version of a file that Git keeps: its commit, and its bytes. */
export interface Version {
  commit: string;
  bytes: Uint8Array;
}

/** What Git answers in a folder; `undefined` where it is not there, the folder is in no repository, or it has no answer. Nothing goes through a shell. */
function git(folder: string, ...args: string[]): Buffer | undefined {
  try {
    return execFileSync('git', ['--literal-pathspecs', ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 32 * 1024 * 1024,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
    });
  } catch {
    return undefined;
  }
}

/** The versions of a file in the folder that Git has, the newest first; of a shallow clone those that it has. */
export function* earlierVersions(folder: string, file: string): Generator<Version> {
  const log = git(folder, 'log', '--format=%H', `--max-count=${most}`, '--', file);
  for (const commit of log?.toString().split('\n').filter(Boolean) ?? []) {
    const bytes = git(folder, 'cat-file', 'blob', `${commit}:./${file}`);
    if (bytes) yield { commit, bytes };
  }
}
