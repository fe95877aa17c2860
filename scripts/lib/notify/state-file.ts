import { existsSync, readFileSync } from 'node:fs';
import { WrongUsage } from '../command.ts';
import { writeWhole } from '../disk/whole-file.ts';
import { type SentState, nothingSent, sentState } from './state.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** The state in a file; that of a first run, where there is none. @throws WrongUsage */
export function readState(path: string): SentState {
  if (!existsSync(path)) return nothingSent;
  const { data } = sentState.safeParse(parsed(readFileSync(path, 'utf8')));
  if (data) return data;
  throw new WrongUsage(
    `${path} is not what an earlier run has written, and without it nobody knows what was sent. Expected: that file as it was. Take it from where it is kept; see docs/notify.md.`,
  );
}

/** @throws WrongUsage */
export function saveState(path: string, state: SentState): void {
  try {
    writeWhole(path, `${JSON.stringify(state, null, 1)}\n`, `${path}.${process.pid}`);
  } catch (error) {
    throw new WrongUsage(
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code}), and nothing is sent that could not be remembered. Make room for it, and run again.`,
    );
  }
}
