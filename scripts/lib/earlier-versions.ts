import { answerOf, gitReader } from './git-reader.ts';

/** How many versions are looked at, because each is read and judged. */
const most = 10;

/** A version of a file that Git keeps: its commit, and its bytes. */
export interface Version {
  commit: string;
  bytes: Uint8Array;
}

/** The versions of a file in the folder that Git has, the newest first; of a shallow clone those that it has. */
export function* earlierVersions(folder: string, file: string): Generator<Version> {
  const git = gitReader(folder);
  const log = answerOf(git, 'log', '--format=%H', `--max-count=${most}`, '--', file);
  for (const commit of log?.toString().split('\n').filter(Boolean) ?? []) {
    const bytes = answerOf(git, 'cat-file', 'blob', `${commit}:./${file}`);
    if (bytes) yield { commit, bytes };
  }
}
