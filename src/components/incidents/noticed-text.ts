import { type Incident, beganOnDay } from '../../domain/incident.ts';
import { beganAt } from '../../domain/progress.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';

/** How long after the beginning somebody noticed at `at` (epoch ms), in words. */
export function noticedText(
  incident: Incident,
  at: number,
  { incident: words, duration }: Strings,
  format: Format,
): string {
  const after = at - beganAt(incident);
  if (after === 0) return words.noticedAtOnce;
  const time = format.shortDuration(after);
  return after > 0
    ? words.noticedAfter(beganOnDay(incident) ? duration.atMost(time) : time)
    : words.noticedBefore(time);
}
