import { isError } from '../../../src/record/drafts.ts';
import { filesOnDisk } from '../../../src/record/files/files.ts';
import type { Talk } from '../github/talk.ts';
import { Unanswered, answered } from '../new/answered.ts';
import type { Saying } from '../new/edit.ts';
import { put } from '../new/put.ts';
import { isKind, sayings } from '../new/request.ts';
import { type Known, knownIn } from '../new/setting.ts';
import { refusal } from '../new/told.ts';
import { trialOf } from '../new/trial.ts';
import { inOurFormat } from '../upgrade/upgrade.ts';
import { asCommand } from './comment.ts';
import type { Delivery } from './delivery.ts';

/** What came of a delivery. */
export type Outcome = { delivery: Delivery } & (
  | { did: 'said'; file: string; saying: Saying }
  /** It is in the record already. */
  | { did: 'nothing' }
  /** Somebody who wants it said may not push. */
  | { did: 'stranger'; login: string }
  | { did: 'refused'; why: string }
);

/** Where things are said, and when. */
export interface Desk {
  content: string;
  now: number;
  isPinned: boolean;
  talk: Pick<Talk, 'mayPush'>;
}

/** All origins that the record remembers. */
const originsIn = ({ incidents }: Known): ReadonlySet<string | undefined> =>
  new Set(
    [...incidents.values()].flatMap(({ origin, updates }) => [
      origin,
      ...updates.map((one) => one.origin),
    ]),
  );

/** The answers, with the incident that they are about. */
function about({ given, about: origin }: Delivery, { incidents }: Known): Delivery['given'] {
  if (origin === undefined) return given;
  const found = [...incidents.values()].find((incident) => incident.origin === origin);
  return found ? { ...given, id: found.id } : given;
}

async function strangerAmong(
  people: readonly string[],
  talk: Desk['talk'],
): Promise<string | undefined> {
  for (const login of new Set(people)) if (!(await talk.mayPush(login))) return login;
  return undefined;
}

/** Says one thing, if it is not said yet and whoever wants it may. The file is written. @throws Halt */
async function obeyOne(
  delivery: Delivery,
  { content, now, isPinned, talk }: Desk,
): Promise<Outcome> {
  const { files } = inOurFormat(filesOnDisk(content));
  const known = knownIn(files);
  const { origin, kind, written = now, people } = delivery;
  if (originsIn(known).has(origin)) return { delivery, did: 'nothing' };
  const login = await strangerAmong(people, talk);
  if (login !== undefined) return { delivery, did: 'stranger', login };
  if (!isKind(kind)) return { delivery, did: 'refused', why: `There is no “${kind}” to say.` };
  const zone = known.site.time_zone;
  try {
    const asking = sayings[kind]({ known, now, zone, written, origin });
    const how = delivery.about === undefined ? {} : { asWritten: asCommand };
    const saying = await answered(asking, about(delivery, known), how);
    const trial = trialOf(saying.edit, files, { now, isPinned });
    if (trial.findings.some(isError))
      return { delivery, did: 'refused', why: refusal(trial, content) };
    put(content, trial);
    return { delivery, did: 'said', file: trial.file, saying };
  } catch (error) {
    if (error instanceof Unanswered) return { delivery, did: 'refused', why: error.message };
    throw error;
  }
}

/** Says all of it, one after the other; `committed` hears of each that was. @throws Halt */
export async function obey(
  deliveries: readonly Delivery[],
  desk: Desk,
  commit: (file: string, message: string) => Promise<unknown>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const delivery of deliveries) {
    const outcome = await obeyOne(delivery, desk);
    if (outcome.did === 'said') await commit(outcome.file, outcome.saying.message);
    outcomes.push(outcome);
  }
  return outcomes;
}
