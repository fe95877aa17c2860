import type { ImpactSummary } from '../../domain/status/impact-summary.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';

/** How long it lasted, in words; `undefined` where there is nothing to measure. */
export function lastedText(
  { lasted, end, beganOn }: ImpactSummary,
  { duration }: Strings,
  format: Format,
  length: 'duration' | 'shortDuration' = 'duration',
): string | undefined {
  const time = format[length](lasted);
  if (beganOn && lasted > 0) return duration.atMost(time);
  if (end === 'open') return duration.soFar(time);
  if (end === 'unknown') return lasted > 0 ? duration.atLeast(time) : duration.unknown;
  return lasted > 0 ? time : undefined;
}
