import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { clock } from './clock.ts';

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** A command as it would be started. */
export interface Started {
  /** The path of the script. */
  script: string;
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** Whether it goes by the clock of the tests, or by that of the machine. */
  clock: 'still' | 'machine';
}

/** What the process in warm-process.ts is told. */
export type Told =
  | (Started & {
      tell: 'run';
      /** Ends what the command writes. */ mark: string;
      now: number | undefined;
    })
  /** Who is asked will not answer: time passes until the command gives up. */
  | { tell: 'silence' }
  | { tell: 'heard' };

/** What it tells: that time has passed, or with what code the command has ended. */
export type Tells = { now: number } | { code: number };

/** Ownup is compiled once for all runs of the tests. */
export const compileCache = join(process.cwd(), '.cache/compiled');

let child: ChildProcess | undefined;
let running: Started | undefined;
let last: Promise<unknown> = Promise.resolve();

const tell = (told: Told): void => void child?.send(told);

function warmProcess(): ChildProcess {
  if (child) return child;
  const started = spawn(process.execPath, ['tests/support/warm-process.ts'], {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  started.once('exit', () => {
    child = undefined;
  });
  return (child = started);
}

/** Ends the process, which would keep the one that has started it alive. */
export const endWarm = (): void => void child?.disconnect();

/** What comes out of a stream until the mark, or until its end. */
function textUntil(mark: string, stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const end = (): void => {
      stream.off('data', read).off('end', end);
      resolve(Buffer.concat(chunks).toString().replace(mark, ''));
    };
    const read = (chunk: Buffer): void => {
      chunks.push(chunk);
      const tail = Buffer.concat(chunks.slice(-2)).subarray(-mark.length);
      if (tail.toString() === mark) end();
    };
    stream.on('data', read).on('end', end);
  });
}

/** The code with which the command ends, also when it takes the process with it. */
function ending(of: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    const hear = (tells: Tells): void => {
      if ('now' in tells) {
        clock.set(tells.now);
        tell({ tell: 'heard' });
      } else end(tells.code);
    };
    const end = (code: number | null): void => {
      of.off('message', hear).off('close', end);
      resolve(code ?? 1);
    };
    of.on('message', hear).on('close', end);
  });
}

async function runNow(command: Started): Promise<Outcome> {
  const used = warmProcess();
  const mark = `<${randomUUID()}>`;
  running = command;
  if (!used.stdout || !used.stderr) throw new Error('The process has no output.');
  const outcome = Promise.all([
    ending(used),
    textUntil(mark, used.stdout),
    textUntil(mark, used.stderr),
  ]);
  tell({ tell: 'run', ...command, mark, now: command.clock === 'still' ? clock.now() : undefined });
  const [code, stdout, stderr] = await outcome;
  running = undefined;
  return { code, stdout, stderr };
}

/** Runs a command when those before it have ended. */
export function runWarm(command: Started): Promise<Outcome> {
  const outcome = last.then(() => runNow(command));
  last = outcome.catch(() => undefined);
  return outcome;
}

/** Lets time pass for the command that waits for an answer from `url`, until it gives up. */
export function letTimePass(url: string): void {
  if (running?.env['GITHUB_API_URL'] === url) tell({ tell: 'silence' });
}
