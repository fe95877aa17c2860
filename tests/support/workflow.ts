import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { newFolder } from './ownup.ts';

interface Step {
  name?: string;
  id?: string;
  if?: string;
  run?: string;
  uses?: string;
  with?: Record<string, unknown>;
}
export interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { if?: string; permissions?: Record<string, string>; steps?: Step[] }>;
}

export const workflowIn = (file: string): Workflow =>
  parse(readFileSync(`.github/workflows/${file}`, 'utf8')) as Workflow;

/** The steps of the only job of a workflow. */
export const stepsOf = (file: string): Step[] =>
  Object.values(workflowIn(file).jobs).flatMap(({ steps = [] }) => steps);

/** A machine of GitHub with programs in the place of those that are there, on which steps of a workflow run one after the other. */
export function runner(file: string, programs: Readonly<Record<string, string>>) {
  const folder = newFolder('runner');
  const [bin, output, workspace] = ['bin', 'output', 'workspace'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  mkdirSync(bin);
  mkdirSync(workspace);
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/bash\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const run = (title: string, settings: Readonly<Record<string, string>> = {}) => {
    const script = stepsOf(file).find(({ name }) => name === title)?.run;
    if (script === undefined) throw new Error(`${file} has no step “${title}”.`);
    // As GitHub runs it.
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
      cwd: workspace,
      encoding: 'utf8',
      // Where it is a socket, bash takes itself for the shell of somebody far away, and first runs ~/.bashrc.
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: `${bin}:${process.env['PATH']}`,
        GIT_CONFIG_GLOBAL: process.env['GIT_CONFIG_GLOBAL'],
        GITHUB_OUTPUT: output,
        LOG: join(folder, 'log'),
        ...settings,
      },
    });
    return { status, stdout, stderr };
  };
  const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return {
    run,
    workspace,
    output: () => read(output),
    log: () => read(join(folder, 'log')),
  };
}
