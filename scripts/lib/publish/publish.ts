import { spinner } from '@clack/prompts';
import { clockTime } from '../../../src/domain/spoken-time.ts';
import { gitIn } from './git.ts';
import { type Shown, publicSince } from './public.ts';
import { committed, pushed, upstreamOf } from './push.ts';

/** What is to become public. */
export interface Publication {
  content: string;
  /** The only file that is committed, relative to the content folder. */
  file: string;
  message: string;
  /** What shows that it is public; `undefined` where no page does. */
  shown: Shown | undefined;
}

/** Says how far it is: on a terminal in one line that changes, else in a line for each step. */
function progress(): { step: (text: string) => void; end: (text: string) => void } {
  if (!process.stderr.isTTY) {
    const say = (text: string): void => void process.stderr.write(`${text}\n`);
    return { step: say, end: () => undefined };
  }
  const shown = spinner({ indicator: 'timer', output: process.stderr });
  shown.start('Committing');
  return { step: (text) => shown.message(text), end: (text) => shown.stop(text) };
}

/** Commits, pushes and waits until readers see it, and says since when they do. Waits for `patience` ms. @throws InTheWay */
export async function publish(
  { content, file, message, shown }: Publication,
  { patience, began, zones }: { patience: number; began: number; zones: readonly string[] },
): Promise<string> {
  const git = gitIn(content);
  const upstream = await upstreamOf(git);
  const { step, end } = progress();
  try {
    step(`Committed ${await committed(git, file, message)}.`);
    step(`Pushed to ${await pushed(git, upstream)}.`);
    if (!shown) return 'Pushed.';
    step(`Waiting until ${shown.address} shows it.`);
    const since = await publicSince(shown, patience);
    const seconds = Math.round((since - began) / 1000);
    return `Public since ${clockTime(since, zones)}, ${seconds} s after you pressed enter: ${shown.address}`;
  } finally {
    end('Done.');
  }
}
