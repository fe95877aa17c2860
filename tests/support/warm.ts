import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { type Server, connect, createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { json, text } from 'node:stream/consumers';
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

/** A process for commands, and what runs there. */
interface Warm {
  child?: ChildProcess | undefined;
  running?: Started | undefined;
  last: Promise<unknown>;
}

/** One for each clock: builds make a process large, and it costs a large one much to start another, such as git. */
const warm: Record<Started['clock'], Warm> = {
  still: { last: Promise.resolve() },
  machine: { last: Promise.resolve() },
};

function warmProcess(of: Warm): ChildProcess {
  if (of.child) return of.child;
  // What builds load they have just made, under a new name each time: kept, it would only pile up.
  const kept = of === warm.still ? { NODE_COMPILE_CACHE: compileCache } : {};
  const started = spawn(process.execPath, ['tests/support/warm-process.ts'], {
    env: { ...process.env, ...kept },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  started.once('exit', () => {
    of.child = undefined;
  });
  return (of.child = started);
}

/** Ends the processes, which would keep the one that has started them alive. */
export const endWarm = (): void =>
  Object.values(warm).forEach(({ child }) => void child?.disconnect());

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
        of.send({ tell: 'heard' } satisfies Told);
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
  const where = warm[command.clock];
  const used = warmProcess(where);
  const mark = `<${randomUUID()}>`;
  where.running = command;
  if (!used.stdout || !used.stderr) throw new Error('The process has no output.');
  const outcome = Promise.all([
    ending(used),
    textUntil(mark, used.stdout),
    textUntil(mark, used.stderr),
  ]);
  const now = command.clock === 'still' ? clock.now() : undefined;
  used.send({ tell: 'run', ...command, mark, now } satisfies Told);
  const [code, stdout, stderr] = await outcome;
  where.running = undefined;
  return { code, stdout, stderr };
}

function runHere(command: Started): Promise<Outcome> {
  const where = warm[command.clock];
  const outcome = where.last.then(() => runNow(command));
  where.last = outcome.catch(() => undefined);
  return outcome;
}

const sharedAt = (): string => join(process.env['OWNUP_TESTS'] ?? '', 'shared');

/** Runs what all processes of the tests ask for by the clock of the machine, in one process: a second would load Astro again. */
export function shareWarm(): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, async (socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(JSON.stringify(await runHere((await json(socket)) as Started)));
  });
  return new Promise((resolve) => server.listen(sharedAt(), () => resolve(server)));
}

/** Runs a command when those before it have ended. */
export async function runWarm(command: Started): Promise<Outcome> {
  if (command.clock === 'still') return runHere(command);
  const socket = connect(sharedAt());
  socket.end(JSON.stringify(command));
  return JSON.parse(await text(socket)) as Outcome;
}

/** Lets time pass for the command that waits for an answer from `url`, until it gives up. */
export function letTimePass(url: string): void {
  const { child, running } = warm.still;
  if (running?.env['GITHUB_API_URL'] === url) child?.send({ tell: 'silence' } satisfies Told);
}
