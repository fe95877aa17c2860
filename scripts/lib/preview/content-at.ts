import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { commitOf, gitReader } from '../git-reader.ts';

/** Writes the content folder into another one, as it stood in a version that Git knows; `false` where Git has none. Nothing goes through a shell. */
export function contentAt(version: string, content: string, into: string): boolean {
  const git = gitReader(content);
  const commit = commitOf(git, version);
  if (!commit) return false;
  try {
    const archive = git(['archive', '--format=tar', commit, '.']);
    mkdirSync(into, { recursive: true });
    execFileSync('tar', ['-x', '-C', into], {
      input: archive,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    return true;
  } catch {
    return false;
  }
}
