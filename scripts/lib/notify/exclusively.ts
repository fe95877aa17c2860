import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { AlreadyRunning, claimRun, whileClaimed } from '../actions/claim-run.ts';
import { WrongUsage } from '../command.ts';

/** Does `work` while no other run may use the same state: both would send. @throws WrongUsage */
export async function exclusively(
  state: string,
  onlyLooks: boolean,
  work: () => Promise<number>,
): Promise<number> {
  if (onlyLooks) return work();
  const folder = dirname(state);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  let release: () => void;
  try {
    release = claimRun(folder);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new WrongUsage(
      error instanceof AlreadyRunning
        ? message
        : `${folder} cannot be written to (${code}), so what is sent could not be remembered.`,
    );
  }
  return whileClaimed(release, work);
}
