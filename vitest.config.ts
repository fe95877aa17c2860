import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'units',
          globalSetup: ['tests/support/scratch.ts'],
          include: ['tests/{docs,domain,findings,data,scripts}/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // They mostly wait for commands that they run.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/support/scratch.ts', 'tests/site/setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // One browser at a time: the machine may be small.
          fileParallelism: false,
        },
      },
    ],
  },
});
