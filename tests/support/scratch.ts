import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWarm, shareWarm } from './warm.ts';

/** One folder for all that a run of the tests writes, and one process for its builds. */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'ownup-tests-'));
  process.env['OWNUP_TESTS'] = folder;
  const shared = await shareWarm();
  return () => {
    shared.close();
    endWarm();
    // Nobody waits until all that is gone.
    spawn('rm', ['-rf', folder], { detached: true, stdio: 'ignore' }).unref();
  };
}
