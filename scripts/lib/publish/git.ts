import { execFile } from 'node:child_process';
import { withoutSecrets } from '../secrets.ts';

/** What came of a command of Git. */
interface Done {
  ok: boolean;
  out: string;
  /** What Git says for people, in a line or a few, without secrets. */
  said: string;
}

export type Git = (...args: readonly string[]) => Promise<Done>;

/** Addresses of remotes can have a token in them. */
const withoutUser = (text: string): string => text.replace(/(https?:\/\/)[^\s/@]+@/g, '$1');

const plain = (text: string): string =>
  withoutSecrets(withoutUser(text))
    .split('\n')
    .filter((line) => !/^\s*(hint:|$)/.test(line))
    .slice(0, 5)
    .join('\n');

/** Runs Git in `folder`, without a shell, and without an editor that waits for somebody. */
export const gitIn =
  (folder: string): Git =>
  (...args) =>
    new Promise((resolve) => {
      const env = {
        ...process.env,
        GIT_EDITOR: 'true',
        LC_ALL: 'C',
        ...(process.stdin.isTTY ? {} : { GIT_TERMINAL_PROMPT: '0' }),
      };
      execFile('git', ['-C', folder, ...args], { env }, (error, stdout, stderr) =>
        resolve({
          ok: !error,
          out: stdout.trim(),
          said: plain(stderr || stdout || error?.message || ''),
        }),
      );
    });
