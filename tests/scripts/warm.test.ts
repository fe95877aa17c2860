import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clock } from '../support/clock.ts';
import { environmentWith, newFolder } from '../support/ownup.ts';
import { type Outcome, runWarm } from '../support/warm.ts';

const cwd = newFolder('warm');

/** Runs a program as tests run commands. */
function ran(program: string, settings: Record<string, string> = {}): Promise<Outcome> {
  const script = join(cwd, 'program.mjs');
  writeFileSync(script, program);
  return runWarm({
    script,
    args: ['--one', 'two'],
    env: environmentWith(settings),
    cwd,
    clock: 'still',
  });
}

test('a command has its own command line, environment, folder, output and code, and nothing of the one before', async () => {
  const program = `
    process.stdout.write(JSON.stringify([process.argv.slice(2), process.env.SAID, process.cwd(), process.exitCode]));
    process.stderr.write('x'.repeat(300_000));
    process.exitCode = Number(process.env.SAID ?? 0);`;
  const first = await ran(program, { SAID: '3' });
  const second = await ran(program);
  expect([first.code, JSON.parse(first.stdout)]).toEqual([3, [['--one', 'two'], '3', cwd, null]]);
  expect([second.code, JSON.parse(second.stdout)]).toEqual([
    0,
    [['--one', 'two'], null, cwd, null],
  ]);
  expect([first.stderr.length, second.stderr.length]).toEqual([300_000, 300_000]);
});

test.each([
  ['throws', 'process.stdout.write("said"); throw new Error("broken");', 1, /Error: broken/],
  ['exits', 'process.stdout.write("said"); process.exit(5);', 5, /^$/],
  [
    'fails when nobody waits for it',
    'process.stdout.write("said"); void Promise.reject(new Error("broken")); await new Promise(setImmediate);',
    1,
    /Error: broken/,
  ],
])(
  'a command that %s ends as its process would, and the next one runs',
  async (_, program, code, said) => {
    expect(await ran(program)).toEqual({
      code,
      stdout: 'said',
      stderr: expect.stringMatching(said),
    });
    expect(await ran('process.stdout.write("next")')).toEqual({
      code: 0,
      stdout: 'next',
      stderr: '',
    });
  },
);

test('time passes only while a command waits', async () => {
  const before = clock.now();
  const { stdout } = await ran(`
    import { setTimeout as sleep } from 'node:timers/promises';
    const before = Date.now();
    await sleep(3_600_000);
    process.stdout.write(String(Date.now() - before));`);
  expect([stdout, clock.now() - before]).toEqual(['3600000', 3_600_000]);
});
