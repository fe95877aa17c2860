import type { Outcome } from '../../../src/domain/tracking/run.ts';
import type { Step } from '../../../src/domain/tracking/change-plan.ts';
import type { Finding } from '../../../src/domain/findings/finding.ts';
import type { Halt } from '../../../src/domain/tracking/stop-and-retry.ts';
import { outcomeCode, exitCodes } from '../github/exit.ts';
import type { Options } from './options.ts';

/** All that a run has to tell, however it ended. */
export interface Result {
  options: Options;
  /** Where it was to happen, if that is known. */
  repository: string | undefined;
  /** `undefined` if the run ended before. */
  outcome: Outcome | undefined;
  /** What is wrong with the record. */
  findings: readonly Finding[];
  halt: Halt | undefined;
  /** When it ended, by the clock, in epoch ms. */
  ended: number;
}

const isChange = ({ type }: Step): boolean => type === 'create' || type === 'update';

/** A promise without an entry in the lock, whose issue nobody could look for, still needs one. */
const isToCome = (step: Step): boolean =>
  isChange(step) || (step.type === 'unknown' && step.number === undefined);

/** The exit code of a run. */
export function exitCode({ options, outcome, findings, halt }: Result): number {
  if (halt) return exitCodes[halt.code];
  if (!outcome) return findings.length ? 3 : 1;
  const code = outcomeCode(outcome);
  return code === 0 &&
    options.mode === 'plan' &&
    options.detailed &&
    outcome.changePlan?.steps.some(isToCome)
    ? 2
    : code;
}

/** The number of the issue of a step, also of one that was just created or found. */
export function issueNumber(step: Step, { outcome }: Pick<Result, 'outcome'>): number | undefined {
  if ('issue' in step && step.issue) return step.issue.number;
  if (step.type === 'unknown') return step.number;
  return [...(outcome?.created ?? []), ...(outcome?.adopted ?? [])].find(
    ({ key }) => key === step.key,
  )?.number;
}

type Totals = Record<Step['type'], number>;

export function totals(steps: readonly Step[]): Totals {
  const sums: Totals = { create: 0, update: 0, same: 0, conflict: 0, unknown: 0, old: 0, over: 0 };
  for (const { type } of steps) sums[type] += 1;
  return sums;
}

/** When to come back, as an ISO time; `undefined` if nobody said. */
export const comeBackAt = ({ halt, ended }: Result): string | undefined =>
  halt?.comeBack === undefined ? undefined : new Date(ended + halt.comeBack).toISOString();
