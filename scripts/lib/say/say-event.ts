import { filesOnDisk } from '../../../src/record/files/files.ts';
import { knownIn } from '../new/setting.ts';
import { commitOnto, startAfresh } from '../publish/onto.ts';
import { inOurFormat } from '../upgrade/upgrade.ts';
import { InTheWay } from '../publish/push.ts';
import { deliveriesIn } from './delivery.ts';
import { type Desk, type Outcome, obey } from './obey.ts';

/** An event of GitHub, and the run that it started. */
export interface Event {
  name: string;
  payload: unknown;
  run: string;
}

/** How often it is said anew because others have pushed meanwhile. */
const attempts = 5;

const once = (
  { name, payload, run }: Event,
  desk: Desk,
  commit: Parameters<typeof obey>[2],
): Promise<Outcome[]> =>
  obey(
    deliveriesIn(name, payload, run, knownIn(inOurFormat(filesOnDisk(desk.content)).files)),
    desk,
    commit,
  );

/** Says what an event asks for, in files. @throws Halt */
export const sayEvent = (event: Event, desk: Desk): Promise<Outcome[]> =>
  once(event, desk, () => Promise.resolve());

/** What keeps a push from being taken. */
function reasonOf(error: unknown): string {
  if (error instanceof InTheWay) return error.message;
  throw error;
}

/** What was written here and nowhere else was not said. */
const unsaid = (outcomes: readonly Outcome[], why: string): Outcome[] =>
  outcomes.map((outcome) =>
    outcome.did === 'said' ? { delivery: outcome.delivery, did: 'refused', why } : outcome,
  );

/** Says it, and pushes it: where others were faster, it is said anew on top of what they said. @throws Halt, InTheWay */
export async function sayAndPush(event: Event, desk: Desk): Promise<Outcome[]> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { commit, push } = await commitOnto(desk.content);
    const outcomes = await once(event, desk, commit);
    const isPushed = outcomes.every(({ did }) => did !== 'said') || (await push().catch(reasonOf));
    if (typeof isPushed === 'string') return unsaid(outcomes, isPushed);
    if (isPushed) return outcomes;
    await startAfresh(desk.content);
  }
  throw new InTheWay('Others have pushed each time. Run it again.');
}
