import { styleText } from 'node:util';
import type { SerializedError } from 'vitest';
import {
  DefaultReporter,
  type TestCase,
  type TestModule,
  type TestRunEndReason,
  type TestSpecification,
} from 'vitest/node';

const shown = 20;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const durationOf = (test: TestCase): number => test.diagnostic()?.duration ?? 0;
const countsOf = (tests: readonly TestCase[], broken = 0): string => {
  const inState = (state: 'passed' | 'failed' | 'skipped'): number =>
    tests.filter((test) => test.result().state === state).length;
  return `${inState('passed')} passed, ${inState('failed') + broken} failed, ${inState('skipped')} skipped`;
};

/** A line for each file of tests, with what is left and what runs now; at the end what failed, what took longest, and how many tests there are. */
export default class Progress extends DefaultReporter {
  constructor() {
    super({ summary: false });
  }

  #files = 0;
  #done = 0;
  readonly #running = new Set<string>();

  override onTestRunStart(specifications: readonly TestSpecification[]): void {
    super.onTestRunStart(specifications);
    this.#files = specifications.length;
    this.#done = 0;
    this.log(`${this.#files} files of tests`);
  }

  onTestModuleStart(file: TestModule): void {
    this.#running.add(file.relativeModuleId);
  }

  override onTestModuleEnd(file: TestModule): void {
    this.#running.delete(file.relativeModuleId);
    this.#done += 1;
    super.onTestModuleEnd(file);
  }

  override printTestModule(file: TestModule): void {
    const tests = [...file.children.allTests()];
    const failed = tests.filter((test) => test.result().state === 'failed');
    const { duration } = file.diagnostic();
    const left = `${String(this.#done).padStart(String(this.#files).length)} of ${this.#files}`;
    const now = [...this.#running].map((name) => name.replace(/^tests\//, '')).join(', ');
    const line = `${left}  ${file.relativeModuleId}  ${countsOf(tests)}  ${seconds(duration)}`;
    this.log(
      (file.ok() ? line : styleText('red', line)) + (now && styleText('dim', `  now: ${now}`)),
    );
    for (const test of failed) this.log(styleText('red', `  failed: ${test.fullName}`));
  }

  override onTestRunEnd(
    files: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    super.onTestRunEnd(files, errors, reason);
    const tests = files.flatMap((file) => [...file.children.allTests()]);
    const ran = tests.filter((test) => test.result().state !== 'skipped');
    const slowest = ran.toSorted((a, b) => durationOf(b) - durationOf(a)).slice(0, shown);
    this.log(`The slowest ${slowest.length} of ${seconds(this.end - this.start)}:`);
    for (const test of slowest)
      this.log(
        `${seconds(durationOf(test)).padStart(8)}  ${test.module.relativeModuleId}  ${test.fullName}`,
      );
    const broken = files.filter((file) => file.errors().length).length + errors.length;
    if (broken) this.log(`\n${broken} errors outside of tests`);
    this.log(`\n${countsOf(tests, broken)}`);
  }

  override reportTestSummary(): void {
    // The last line says it.
  }
}
