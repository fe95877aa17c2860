import type { Incident } from '../incident.ts';
import { movedFrom } from '../incident.ts';
import type { Postmortem } from '../postmortem.ts';
import { endedQuietlyAt, isOver } from '../progress.ts';
import type { Change } from './change.ts';

/** Whether something came to stand behind all that was in a list. */
const isAppended = ({ path, was }: Change, before: readonly unknown[]): boolean =>
  was === undefined && Number(path.at(-1)) >= before.length;

/** What says by itself that something has changed, and when. */
function isTold(change: Change, before: Incident | Postmortem): boolean {
  const [list, index, key] = change.formerPath;
  if (list !== 'corrections' && list !== 'redacted') return false;
  if (change.path.length === 2) return isAppended(change, before[list]);
  // What stood there before may be looked up later.
  return (
    list === 'corrections' &&
    key === 'changed' &&
    !before.corrections[Number(index)]?.changed.length
  );
}

/** Whether an update that is new says that planned work was moved from when it was to be. */
function isMoved(before: Incident, after: Incident): boolean {
  if (before.kind !== 'maintenance' || after.kind !== 'maintenance') return false;
  return after.updates.slice(before.updates.length).some((update) => {
    const from = movedFrom(update);
    return (
      from === 'unknown' ||
      (from?.from.equals(before.scheduled.from) && from.to.equals(before.scheduled.to))
    );
  });
}

/** After so long planned work is over where nobody has said so. Ms. */
const quietFor = 7 * 24 * 60 * 60_000;

/** Whether all was known and said of an incident by `now` (epoch ms). */
export const isSettled = (incident: Incident, now: number): boolean =>
  incident.kind === 'maintenance'
    ? incident.updates.at(-1)?.status === 'completed' ||
      (endedQuietlyAt(incident) ?? Infinity) < now - quietFor
    : isOver(incident, now);

/**
 * Whether a change of an incident needs no correction: an update is added at the end; and, while it was not settled, what was not known
 * yet is added, planned work comes to have had the impact that it had, and customers are told another way round it.
 */
export function isFreeInIncident(
  change: Change,
  { before, after, now }: { before: Incident; after: Incident; now: number },
): boolean {
  const [first] = change.path;
  if (isTold(change, before)) return true;
  if (first === 'updates') return change.path.length === 2 && isAppended(change, before.updates);
  if (first === 'scheduled' && isMoved(before, after)) return true;
  if (isSettled(before, now)) return false;
  return (
    change.was === undefined ||
    first === 'workaround' ||
    (first === 'impact' && before.kind === 'maintenance')
  );
}

/** What an action comes to say of itself, with its day. */
const saidOfActions = ['done', 'dropped'];

/** Whether a change of a postmortem needs no correction: a promise was moved, kept or given up, and says so with its day. */
export function isFreeInPostmortem(change: Change, before: Postmortem): boolean {
  const [first, , key] = change.path;
  if (isTold(change, before)) return true;
  if (first !== 'actions' || change.was !== undefined) return false;
  const action = before.actions[Number(change.formerPath[1])];
  return key === 'moved'
    ? change.path.length === 4 && isAppended(change, action?.moved ?? [])
    : saidOfActions.includes(String(key)) && change.path.length === 3;
}
