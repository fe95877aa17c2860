import { type CodeOf, type Kinds, type Note as NoteOf, commonLosses } from '../losses.ts';

/** What an import from Upptime can lose. */
export const losses = {
  dropped: {
    ...commonLosses.dropped,
    'not-an-incident': 'an issue without the label “status” or “maintenance”',
  },
  guessed: {
    ...commonLosses.guessed,
    'down-is-major': 'its title does not say “degraded”; taken as a major outage',
  },
  'for a person': {
    ...commonLosses['for a person'],
    'no-affected': 'no label names a service; which did it hit? It is a notice now',
    'no-schedule': 'a maintenance that does not say from when to when; it is a notice now',
    'unknown-service': 'names in expectedDown or expectedDegraded that are no services: {}',
    'no-name': 'a service that .upptimerc.yml does not name: {}',
  },
} as const satisfies Kinds;

export type Note = NoteOf<CodeOf<typeof losses>>;
