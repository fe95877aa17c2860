import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for all that a run of the tests writes. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ownup-tests-'));
  process.env['OWNUP_TESTS'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
