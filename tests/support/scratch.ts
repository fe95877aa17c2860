import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWarm, shareWarm } from './warm.ts';

/** Git without the settings of whoever runs the tests. It tidies nothing up, which costs it two processes a commit, and nothing has to outlive a failure of the power. */
const gitSettings = `[core]
  fsync = none
[gc]
  auto = 0
[maintenance]
  auto = false
[receive]
  autogc = false
[init]
  defaultBranch = main
  templateDir =
[safe]
  directory = *
`;

/** One folder for all that a run of the tests writes, and one process for its builds. */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'ownup-tests-'));
  process.env['OWNUP_TESTS'] = folder;
  process.env['GIT_CONFIG_GLOBAL'] = join(folder, 'gitconfig');
  writeFileSync(process.env['GIT_CONFIG_GLOBAL'], gitSettings);
  const shared = await shareWarm();
  return () => {
    shared.close();
    endWarm();
    // Nobody waits until all that is gone.
    spawn('rm', ['-rf', folder], { detached: true, stdio: 'ignore' }).unref();
  };
}
