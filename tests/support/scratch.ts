import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for all that a run of the tests writes. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ownup-tests-'));
  process.env['OWNUP_TESTS'] = folder;
  // Nobody waits until all that is gone.
  return () => spawn('rm', ['-rf', folder], { detached: true, stdio: 'ignore' }).unref();
}
