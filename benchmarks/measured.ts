import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a command took. CPU is that of the process and of those that it waited for, in seconds. */
export interface Measured {
  seconds: number;
  cpu: number;
  megabytes: number;
}

/** Asks a process of Node at its end for the most memory that it had. */
const tell =
  'data:text/javascript,process.on("exit",()=>process._rawDebug("peak "+process.resourceUsage().maxRSS))';

/** Runs Node to its end. The shell counts its CPU, because Node does not count that of its children. @throws Error if it fails */
export async function measured(
  args: readonly string[],
  { cwd = process.cwd(), env = {} }: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Measured> {
  const child = spawn(
    'bash',
    [
      '-c',
      'TIMEFORMAT="took %R %U %S"; time "$0" "$@"',
      process.execPath,
      '--import',
      tell,
      ...args,
    ],
    { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(said);
  const [, seconds, user, system] = /took ([\d.]+) ([\d.]+) ([\d.]+)/.exec(said) ?? [];
  return {
    seconds: Number(seconds),
    cpu: Number(user) + Number(system),
    megabytes: Number(/peak (\d+)/.exec(said)?.[1]) / 1024,
  };
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;

/** Of each figure the median. */
export const medians = (runs: readonly Measured[]): Measured => ({
  seconds: middle(runs.map(({ seconds }) => seconds)),
  cpu: middle(runs.map(({ cpu }) => cpu)),
  megabytes: middle(runs.map(({ megabytes }) => megabytes)),
});
