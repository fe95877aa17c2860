import { type CodeOf, type Kinds, type Note as NoteOf, commonLosses } from '../losses.ts';

/** What an import from Statuspage can lose. */
export const losses = {
  dropped: {
    ...commonLosses.dropped,
    'not-an-answer': 'it has nothing that an interface of Statuspage answers: {}',
    'unreadable-time': 'a time that cannot be read: {}',
  },
  guessed: {
    ...commonLosses.guessed,
    'status-from-impact':
      'its updates do not say how services were; taken from its impact, from its beginning to its end: {}',
    'work-as-scheduled': 'nothing says when the work hit services; taken as it was scheduled: {}',
    'unknown-status': 'an update with a status that is not known ({}); the one before it stands',
    'empty-update': 'an update without words; a plain sentence stands in for them, at {}',
    'site-name': 'the page has no name; “{}” stands in for it',
  },
  'for a person': {
    ...commonLosses['for a person'],
    'no-affected': 'it names no service; which did it hit? It is a notice now',
    unhit:
      'it names services of which no update says that they were hit; how bad was it, from when to when? {}',
    'no-schedule': 'a maintenance without a time from and to; it is a notice now',
    'unknown-severity': 'there is no impact that is known ({}); how bad was it?',
    'still-open': 'it is not resolved; is it still going on?',
    'no-history':
      'the page gives no history beyond its newest incidents ({}); is something missing?',
  },
} as const satisfies Kinds;

export type Note = NoteOf<CodeOf<typeof losses>>;
