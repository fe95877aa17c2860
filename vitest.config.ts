import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/support/longest-first.ts';

/** No test is waited for longer: it hangs. It says nothing about how long tests may take. Ms. */
const net = 600_000;

/** What all tests have in common. Files share a process, and what they import is loaded once: a file leaves nothing behind. */
const shared = {
  globalSetup: ['tests/support/scratch.ts'],
  testTimeout: net,
  hookTimeout: net,
  teardownTimeout: net,
  isolate: false,
  maxWorkers: 2,
  // Commands run one after the other: a test that waits for another would be timed with it.
  maxConcurrency: 1,
};

export default defineConfig({
  test: {
    reporters: ['tests/support/progress.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'units',
          include: ['tests/{api,docs,domain,findings,markup,scripts}/**/*.test.ts'],
        },
      },
      {
        // What is said and done by processes: signals, crashes, npm, workflows. Nobody needs them at each change.
        test: { ...shared, name: 'processes', include: ['tests/processes/**/*.test.ts'] },
      },
      {
        test: {
          ...shared,
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: [...shared.globalSetup, 'tests/site/setup.ts'],
          setupFiles: ['tests/site/built.ts'],
          // One waits for the browser or for a build most of the time: a third keeps two cores busy.
          maxWorkers: 3,
          // What these look at is built while the units run.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
