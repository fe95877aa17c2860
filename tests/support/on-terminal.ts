import { spawn, spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { environmentWith } from './ownup.ts';

/** Whether this machine has the `script` of util-linux, which runs a program on a terminal of its own. */
export const hasTerminal =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

export const enter = '\r';
export const down = '\u001B[B';
export const interrupt = '\u0003';

/** What is shown, and what is typed then. */
export type Turn = readonly [shown: string, typed: string];

/** Runs a command on a terminal, types each answer when its question is shown, and returns what was shown in all. */
export function onTerminal(
  script: string,
  args: readonly string[],
  turns: readonly Turn[],
  settings: Readonly<Record<string, string>> = {},
): Promise<{ code: number; shown: string }> {
  const quoted = [process.execPath, `scripts/${script}.ts`, ...args]
    .map((word) => `'${word.replaceAll("'", `'\\''`)}'`)
    .join(' ');
  // Nobody has told the terminal how large it is.
  const command = `stty cols 160 rows 50; exec ${quoted}`;
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    env: environmentWith({ TERM: 'xterm', ...settings }),
  });
  let shown = '';
  let seen = 0;
  const left = [...turns];
  child.stdout.on('data', (data: Buffer) => {
    shown += stripVTControlCharacters(data.toString());
    const [next] = left;
    const at = next ? shown.indexOf(next[0], seen) : -1;
    if (!next || at === -1) return;
    left.shift();
    seen = at + next[0].length;
    child.stdin.write(next[1]);
  });
  return new Promise((resolve) =>
    child.on('close', (code) => {
      child.stdin.destroy();
      resolve({ code: code ?? 1, shown });
    }),
  );
}
