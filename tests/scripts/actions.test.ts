import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeGitHub } from '../support/fake-github.ts';
import { ownup } from '../support/ownup.ts';
import { keptIn, keyFor, poolFloor, recordWith } from '../support/promises.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

const actions = (
  content: string,
  args: readonly string[] = [],
  settings: Record<string, string> = {},
) =>
  ownup('actions', ['--content', content, '--write-interval', '0', ...args], {
    ...github.settings,
    ...settings,
  });

describe('the happy path', () => {
  test('plain prints a plan and writes nothing, anywhere', async () => {
    const content = recordWith(['second']);
    const { code, stdout } = await actions(content, ['--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      totals: { create: 2 },
      actions: [
        { key: poolFloor, plan: 'create' },
        { key: keyFor('second'), plan: 'create' },
      ],
    });
    expect(github.writes).toEqual([]);
    expect(keptIn(content)).toEqual([]);
  });

  test('--apply creates one issue for each promise, and a second --apply writes nothing', async () => {
    const content = recordWith(['second', 'third']);
    const first = await actions(content, ['--apply']);
    expect(first.stderr.split('\n')).toEqual([
      'Reading the issues of ferry/ferry',
      `1 of 3: create ${poolFloor}`,
      '',
    ]);
    expect(first.code).toBe(0);
    expect(github.issues.size).toBe(3);
    expect(
      keptIn(content)
        .map(({ number }) => number)
        .sort(),
    ).toEqual([1, 2, 3]);
    const lock = readFileSync(join(content, 'actions.lock.json'), 'utf8');
    github.forget();
    const second = await actions(content, ['--apply']);
    expect(second.code).toBe(0);
    expect(github.writes).toEqual([]);
    expect(readFileSync(join(content, 'actions.lock.json'), 'utf8')).toBe(lock);
  });

  test('a lost lock is made again from the markers, without a write', async () => {
    const content = recordWith(['second']);
    await actions(content, ['--apply']);
    const lock = readFileSync(join(content, 'actions.lock.json'), 'utf8');
    writeFileSync(join(content, 'actions.lock.json'), '{ "version": 1, "actions": [] }\n');
    github.forget();
    expect((await actions(content, ['--apply'])).code).toBe(0);
    expect(github.writes).toEqual([]);
    expect(
      JSON.parse(readFileSync(join(content, 'actions.lock.json'), 'utf8')).actions.map(
        (entry: object) => ({ ...entry, verified_at: '' }),
      ),
    ).toEqual(
      // What GitHub did not take, only the lock knows.
      JSON.parse(lock).actions.map(({ lacks, ...entry }: { lacks: string[] }) => {
        expect(lacks).toEqual(['assignee']);
        return { ...entry, verified_at: '' };
      }),
    );
  });
});
