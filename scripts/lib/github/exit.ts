import type { Outcome } from '../../../src/domain/tracking/run.ts';
import type { HaltCode } from '../../../src/domain/tracking/stop-and-retry.ts';

/** The exit codes of runs that were stopped. */
export const exitCodes: Readonly<Record<HaltCode, number>> = {
  refused: 4,
  partial: 5,
  conflict: 6,
  'unknown-outcome': 7,
};

/** The exit code of a run that came to an outcome; a conflict needs a person. */
export const outcomeCode = ({ halt, conflicts }: Outcome): number =>
  halt ? exitCodes[halt.code] : conflicts.length ? exitCodes.conflict : 0;
