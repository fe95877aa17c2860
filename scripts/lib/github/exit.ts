import type { Outcome } from '../../../src/domain/tracking/run.ts';
import type { InterruptionCode } from '../../../src/domain/tracking/stop-and-retry.ts';

/** The exit codes of runs that were stopped. */
export const exitCodes: Readonly<Record<InterruptionCode, number>> = {
  refused: 4,
  partial: 5,
  conflict: 6,
  'unknown-outcome': 7,
};

/** The exit code of a run that came to an outcome; a conflict needs a person. */
export const outcomeCode = ({ interruption, conflicts }: Outcome): number =>
  interruption ? exitCodes[interruption.code] : conflicts.length ? exitCodes.conflict : 0;
