import type { Outcome } from '../../../src/domain/tracking/run.ts';
import type { StopCode } from '../../../src/domain/tracking/stop-and-retry.ts';

/** The exit codes of runs that were stopped. */
export const stopCodes: Readonly<Record<StopCode, number>> = {
  refused: 4,
  partial: 5,
  conflict: 6,
  'unknown-outcome': 7,
};

/** The exit code of a run that came to an outcome; a trouble needs a person. */
export const outcomeCode = ({ stop, troubles }: Outcome): number =>
  stop ? stopCodes[stop.code] : troubles.length ? stopCodes.conflict : 0;
