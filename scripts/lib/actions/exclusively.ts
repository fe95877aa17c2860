import { Halt } from '../../../src/domain/tracking/stop-and-retry.ts';
import type { Options } from './options.ts';
import type { Result } from './result.ts';
import { WrongUsage } from '../command.ts';
import { notKept } from './lock-file.ts';
import { AlreadyRunning, claimRun, whileClaimed } from './claim-run.ts';

/** @throws Halt, WrongUsage */
function claim(content: string): () => void {
  try {
    return claimRun(content);
  } catch (error) {
    if (error instanceof AlreadyRunning) throw new Halt('partial', error.message);
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
      throw new WrongUsage(
        `The content folder ${content} cannot be written to (${code}), so the lock could not be kept.`,
      );
    throw code ? notKept(content, error as NodeJS.ErrnoException) : error;
  }
}

/** Does `work` while no other run may change the same content folder. If it cannot have the folder to itself, the result says why. */
export async function exclusively(
  content: string,
  options: Options,
  work: () => Promise<Result>,
): Promise<Result> {
  if (options.mode === 'plan') return work();
  let release: () => void;
  try {
    release = claim(content);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    return {
      options,
      repository: undefined,
      outcome: undefined,
      findings: [],
      halt: error,
      ended: Date.now(),
    };
  }
  // The lock knows the issues that were asked for without an answer yet.
  return whileClaimed(release, work);
}
