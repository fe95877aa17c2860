import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** Writes the content folder into another one, as it stood in a version that Git knows; `false` where Git has none. Nothing goes through a shell. */
export function contentAt(version: string, content: string, into: string): boolean {
  try {
    // What begins with a hyphen would be an option.
    const commit = execFileSync(
      'git',
      ['rev-parse', '--verify', '--quiet', '--end-of-options', `${version}^{commit}`],
      { cwd: content, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    ).trim();
    const archive = execFileSync('git', ['archive', '--format=tar', commit, '.'], {
      cwd: content,
      maxBuffer: 1024 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
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
