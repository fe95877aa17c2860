import { setTimeout as sleep } from 'node:timers/promises';
import type { Lock } from '../../../src/domain/tracking/lock.ts';
import { Halt } from '../../../src/domain/tracking/stop-and-retry.ts';
import type { Effect, Run } from '../../../src/domain/tracking/tracker.ts';
import type { GitHub } from './requests.ts';

/** The world that a run acts on. */
export interface World {
  github: GitHub;
  save: (lock: Lock) => void;
  /** Says something to whoever watches. */
  say: (text: string) => void;
  progress: (text: string, begins: boolean) => void;
  /** The factor on waits that nobody asks for. */
  patience: number;
}

const worthSaying = 2_000;

async function perform(
  effect: Effect,
  { github, save, say, progress, patience }: World,
): Promise<unknown> {
  switch (effect.do) {
    case 'save':
      return save(effect.lock);
    case 'progress':
      return progress(effect.what, effect.begins);
    case 'wait': {
      if (effect.why && effect.ms >= worthSaying)
        say(`${effect.why} Waiting for ${Math.ceil(effect.ms / 1000)} s.`);
      return sleep(effect.asked ? effect.ms : effect.ms * patience);
    }
    default:
      return github(effect);
  }
}

const unlessStopped = (error: unknown): Halt => {
  if (error instanceof Halt) return error;
  throw error;
};

/** Does what a run asks for, one effect after the other, until the run ends. It tells the run what interrupted an effect. */
export async function drive<T>(run: Run<T>, world: World): Promise<T> {
  let turn = run.next(undefined);
  while (!turn.done) {
    const answer = await perform(turn.value, world).catch(unlessStopped);
    turn = answer instanceof Halt ? run.throw(answer) : run.next(answer as undefined);
  }
  return turn.value;
}
