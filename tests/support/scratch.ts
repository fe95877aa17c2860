import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { turnsAt } from './turns.ts';

/** One folder for all that a run of the tests writes, and one queue of all that it builds. */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'ownup-tests-'));
  const builds = join(folder, 'builds');
  const turns = await turnsAt(builds);
  Object.assign(process.env, { OWNUP_TESTS: folder, OWNUP_BUILDS: builds });
  return () => {
    turns.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
