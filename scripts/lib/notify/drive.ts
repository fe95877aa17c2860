import { setTimeout as sleep } from 'node:timers/promises';
import type { Effect, Run, Sent } from './effects.ts';
import type { SentState } from './state.ts';

/** The world that a run acts on. */
interface World {
  send: (effect: Extract<Effect, { do: 'send' }>) => Promise<Sent>;
  save: (state: SentState) => void;
  say: (text: string) => void;
  progress: (text: string, begins: boolean) => void;
  /** The factor on waits that nobody asks for. */
  patience: number;
}

async function perform(effect: Effect, world: World): Promise<Sent | undefined> {
  switch (effect.do) {
    case 'send':
      return world.send(effect);
    case 'save':
      return void world.save(effect.state);
    case 'progress':
      return void world.progress(effect.what, false);
    case 'wait':
      world.say(`${effect.why} Waiting for ${Math.ceil(effect.ms / 1000)} s.`);
      return sleep(effect.asked ? effect.ms : effect.ms * world.patience, undefined);
  }
}

/** Does what a run asks for, one effect after the other. */
export async function drive<T>(run: Run<T>, world: World): Promise<T> {
  let turn = run.next(undefined);
  while (!turn.done) turn = run.next(await perform(turn.value, world));
  return turn.value;
}
