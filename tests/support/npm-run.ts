import { execFile } from 'node:child_process';
import { environmentWith } from './ownup.ts';

/** Runs a script of package.json. @throws an error with all that it says, unless it ends with 0. */
export const npmRun = (...script: string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const env = environmentWith({});
    execFile('npm', ['run', '-s', ...script], { env }, (error, stdout, stderr) => {
      if (!error) return resolve();
      const failed = new Error(stdout + stderr);
      delete failed.stack;
      reject(failed);
    });
  });
