import type { PromiseState } from '../../domain/promises/promises.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';

/** How a promise stands, in words. */
export function standingText(
  standing: PromiseState,
  { postmortem: { standing: words } }: Strings,
  format: Format,
): string {
  switch (standing.state) {
    case 'due':
      return words.due(standing.days);
    case 'kept':
      return words.kept(format.day(standing.on), standing.days ?? 0, standing.by);
    case 'undated':
      return words.undated;
    case 'late':
      return words.late(standing.days);
    case 'dropped':
      return words.dropped(format.day(standing.on));
    case 'unverified':
      return words.unverified(standing.days, standing.since && format.day(standing.since));
  }
}
