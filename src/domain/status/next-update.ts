import type { Incident } from '../incident.ts';
import { isOpen } from '../progress.ts';

/** When the latest update of an open incident promised the next one, epoch ms, and whether that has passed at `now`; `undefined` if it did not. */
export function nextUpdate(
  incident: Incident,
  now: number,
): { by: number; overdue: boolean } | undefined {
  const by = isOpen(incident, now)
    ? incident.updates.at(-1)?.next_update_by?.epochMilliseconds
    : undefined;
  return by === undefined ? undefined : { by, overdue: by < now };
}
