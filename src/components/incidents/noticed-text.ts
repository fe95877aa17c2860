import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';

/** How long after the beginning (ms) somebody noticed, in words. */
export function noticedText(after: number, { incident }: Strings, format: Format): string {
  if (after === 0) return incident.noticedAtOnce;
  return (after > 0 ? incident.noticedAfter : incident.noticedBefore)(format.shortDuration(after));
}
