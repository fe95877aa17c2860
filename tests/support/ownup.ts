import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, compileCache, runWarm } from './warm.ts';

export type { Outcome };

/** The environment of a user, with nothing of Ownup in it but `settings`, and nothing of the tests. */
export const environmentWith = (
  settings: Readonly<Record<string, string>>,
): Record<string, string | undefined> => ({
  NODE_COMPILE_CACHE: compileCache,
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(OWNUP_|VITEST|NODE_ENV|FORCE_COLOR)/.test(name),
    ),
  ),
  ...settings,
});

type Run = (
  script: string,
  args?: readonly string[],
  settings?: Readonly<Record<string, string>>,
  cwd?: string,
) => Promise<Outcome>;

const pathOf = (script: string): string => join(process.cwd(), `scripts/${script}.ts`);

/** Runs a command as a user would, in a process of its own, with nothing of Ownup in the environment but `settings`. */
export const ownupProcess: Run = (script, args = [], settings = {}, cwd = process.cwd()) =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [pathOf(script), ...args],
      { cwd, env: environmentWith(settings), maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      },
    );
  });

/** The same in a process that is warm, after the commands before it, by the clock of the tests; builds by that of the machine. */
export const ownup: Run = (script, args = [], settings = {}, cwd = process.cwd()) =>
  runWarm({
    script: pathOf(script),
    args,
    env: environmentWith(settings),
    cwd,
    // Astro tells its configurations apart by the time.
    clock: script === 'build' ? 'machine' : 'still',
  });

/** A new folder, gone when the tests are over. */
export const newFolder = (name: string): string =>
  mkdtempSync(join(process.env['OWNUP_TESTS'] ?? tmpdir(), `${name}-`));
