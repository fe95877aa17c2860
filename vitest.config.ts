import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/support/longest-first.ts';

/** No test is waited for longer: it hangs. It says nothing about how long tests may take. Ms. */
const net = 600_000;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/scratch.ts', 'tests/site/setup.ts'],
    reporters: ['tests/support/progress.ts'],
    sequence: { sequencer: LongestFirst },
    testTimeout: net,
    hookTimeout: net,
    teardownTimeout: net,
    // Files share a process, and what they import is loaded once: a file leaves nothing behind.
    isolate: false,
    // One waits for the browser or for another process much of the time: a third keeps two cores busy.
    maxWorkers: 3,
    // Commands run one after the other: a test that waits for another would be timed with it.
    maxConcurrency: 1,
  },
});
