import type { PromiseState } from '../../domain/promises/promises.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';

function keptText(
  { on, days, by }: Extract<PromiseState, { state: 'kept' }>,
  words: Strings['postmortem']['standing'],
  format: Format,
): string {
  const day = format.day(on);
  if (!days) return by === 'issue' ? words.kept(day) : words.keptSaid(day);
  return by === 'issue' ? words.keptLate(day, days) : words.keptSaidLate(day, days);
}

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
      return keptText(standing, words, format);
    case 'undated':
      return words.undated;
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
