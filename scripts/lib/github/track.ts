import { Halt } from '../../../src/domain/tracking/stop-and-retry.ts';
import { type Outcome, type Task, trackIssues } from '../../../src/domain/tracking/run.ts';
import { type World, drive } from './drive.ts';
import { type Connection, connect } from './github.ts';

const nothing = {
  repository: undefined,
  changePlan: undefined,
  created: [],
  updated: [],
  adopted: [],
  conflicts: [],
  notes: [],
};

/** Signs in and does the task. Whatever stops it is part of the outcome. */
export async function track(
  task: Task,
  connection: Connection,
  world: Omit<World, 'github'>,
): Promise<Outcome> {
  try {
    return await drive(trackIssues(task), { ...world, github: await connect(connection) });
  } catch (error) {
    if (error instanceof Halt) return { ...nothing, halt: error };
    throw error;
  }
}
