import { describe, expect, test, vi } from 'vitest';
import { keepingGoing } from '../../scripts/lib/actions/keep-going.ts';
import type { Result } from '../../scripts/lib/actions/result.ts';
import { watcherOn } from '../../scripts/lib/actions/watcher.ts';
import { Halt, type HaltCode } from '../../src/domain/tracking/stop-and-retry.ts';

/** What a go came to that has made one issue, and was stopped. */
const gone = (number: number, code?: HaltCode, comeBack?: number): Result =>
  ({
    halt: code && new Halt(code, 'Not now.', { comeBack }),
    outcome: { created: [{ key: 'a/b', number }], updated: [], adopted: [] },
  }) as unknown as Result;

/** Goes through these results, and says how many there were and what was made. */
async function through(results: readonly Result[], minutes: number) {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const watcher = { say, progress: () => undefined, end: () => undefined };
  let goes = 0;
  const result = await keepingGoing(
    { keepGoing: minutes * 60_000, patience: 0.000_1, watcher },
    async () => results[goes++] as Result,
  );
  return [goes, result.outcome?.created.map(({ number }) => number), said.length];
}

describe('where not all is done, a run', () => {
  test('goes on until it is, and tells of all that it made', async () => {
    const results = [gone(1, 'partial'), gone(2, 'unknown-outcome', 10), gone(3)];
    expect(await through(results, 1)).toEqual([3, [1, 2, 3], 2]);
  });

  test('ends at once unless it is told to go on', async () => {
    expect(await through([gone(1, 'partial')], 0)).toEqual([1, [1], 0]);
  });

  test('ends at once where GitHub asks for more time than there is', async () => {
    expect(await through([gone(1, 'partial', 120_000)], 1)).toEqual([1, [1], 0]);
  });

  test.each(['refused', 'conflict'] as const)('ends where it is %s', async (code) => {
    expect(await through([gone(1, code)], 1)).toEqual([1, [1], 0]);
  });
});

describe('whoever watches', () => {
  const watched = (isTTY: boolean): [string[], ReturnType<typeof watcherOn>] => {
    const written: string[] = [];
    const write = (text: string): boolean => written.push(text) > 0;
    return [written, watcherOn({ isTTY, write } as unknown as NodeJS.WriteStream)];
  };

  test('in a log sees what begins at once, and each ten seconds where it stands', () => {
    vi.useFakeTimers();
    const [written, { progress, end }] = watched(false);
    progress('Reading', true);
    for (let step = 1; step <= 25; step++) {
      vi.advanceTimersByTime(1_000);
      progress(`${step}`, false);
    }
    progress('Writing', true);
    end();
    vi.useRealTimers();
    expect(written.join('')).toBe('Reading\n10\n20\nWriting\n');
  });

  test('before a terminal sees each step in one line, and none of it in the end', () => {
    const [written, { progress, end }] = watched(true);
    progress('Reading', true);
    progress('1', false);
    end();
    expect(written.join('').split('\r\u001B[K')).toEqual(['', 'Reading', '1', '']);
  });
});
