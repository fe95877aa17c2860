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
      return standing.days === 0 ? words.dueToday : words.due(standing.days);
    case 'kept':
      return standing.days === 0
        ? words.kept(format.day(standing.on))
        : words.keptLate(format.day(standing.on), standing.days);
    case 'late':
      return words.late(standing.days);
    case 'dropped':
      return words.dropped(format.day(standing.on));
    case 'unverified':
      return standing.since
        ? words.unverifiedSince(standing.days, format.day(standing.since))
        : words.unverified(standing.days);
  }
}
