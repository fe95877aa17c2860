import type { Incident } from '../incident.ts';
import type { Postmortem } from '../postmortem.ts';
import type { PlainDate } from '../time.ts';
import type { Path } from './finding.ts';

interface SaidDay {
  day: PlainDate | undefined;
  path: Path;
}

/** The days on which something was corrected, taken out or moved, list by list as they are written. */
export const saidDays = (one: Incident | Postmortem): SaidDay[][] => [
  one.corrections.map(({ at }, index) => ({ day: at, path: ['corrections', index, 'at'] })),
  one.redacted.map(({ on }, index) => ({ day: on, path: ['redacted', index, 'on'] })),
  ...('actions' in one ? one.actions : []).map(({ moved }, action) =>
    moved.map(({ on }, index) => ({ day: on, path: ['actions', action, 'moved', index, 'on'] })),
  ),
];
