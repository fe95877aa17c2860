import { once } from 'node:events';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Tells, Told } from './warm.ts';

// Runs one command after the other, each with its own command line, environment, folder and exit code. What they import stays loaded; the
// script itself is evaluated anew. Time stands still, but while a command waits; where the command goes by the clock of the machine, it passes.

let runs = 0;
/** The time of the tests; `undefined` while a command goes by the clock of the machine. */
let still: number | undefined;
/** Until when the command waits for an answer; it asks for one thing after the other. */
let patience: { until: number; controller: AbortController } | undefined;

const tell = (tells: Tells): void => void process.send?.(tells);

/** Time passes, and the tests know before anything else happens. */
async function passTo(later: number): Promise<void> {
  still = later;
  tell({ now: later });
  for (;;) {
    const [told] = (await once(process, 'message')) as [Told];
    if (told.tell === 'heard') return;
  }
}

const machine = { now: Date.now, wait: timers.setTimeout, timeout: AbortSignal.timeout };
Date.now = () => still ?? machine.now();
timers.setTimeout = async <T>(ms = 0, value?: T): Promise<T> => {
  if (still === undefined) return machine.wait(ms, value);
  await passTo(Date.now() + ms);
  return value as T;
};
// Nothing that tests write has to outlive a failure of the power.
fs.fsyncSync = () => undefined;
syncBuiltinESMExports();
AbortSignal.timeout = (ms) => {
  if (still === undefined) return machine.timeout.call(AbortSignal, ms);
  const controller = new AbortController();
  patience = { until: Date.now() + ms, controller };
  return controller.signal;
};

async function giveUp(): Promise<void> {
  const given = patience;
  if (!given) return;
  await passTo(given.until);
  given.controller.abort(new DOMException('There was no answer in time.', 'TimeoutError'));
}

function replaceEnvironment(env: Readonly<Record<string, string | undefined>>): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
}

async function run({ script, args, env, cwd, mark, now }: Extract<Told, { tell: 'run' }>) {
  still = now;
  patience = undefined;
  replaceEnvironment(env);
  process.chdir(cwd);
  process.argv.splice(1, Infinity, script, ...args);
  process.exitCode = undefined;
  await import(`${pathToFileURL(script).href}?run=${++runs}`);
  for (const stream of [process.stdout, process.stderr]) {
    stream.removeAllListeners('error');
    stream.write(mark);
  }
  tell({ code: Number(process.exitCode ?? 0) });
}

process.on('message', (told: Told) => {
  if (told.tell === 'run') void run(told);
  if (told.tell === 'silence') void giveUp();
});
process.on('disconnect', () => process.exit());
