import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Commands start twice as fast when they need not be compiled each time. */
const compileCache = join(process.cwd(), '.cache/compiled');

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

/** Runs a command as a user would, in the folder `cwd`, with nothing of Ownup in the environment but `settings`. */
export function ownup(
  script: string,
  args: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
  cwd = process.cwd(),
): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(process.cwd(), `scripts/${script}.ts`), ...args],
      { cwd, env: environmentWith(settings), maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      },
    );
  });
}

/** A new folder, gone when the tests are over. */
export const newFolder = (name: string): string =>
  mkdtempSync(join(process.env['OWNUP_TESTS'] ?? tmpdir(), `${name}-`));
