import { type RecordRule, edits } from '../../rule.ts';
import { inEachPostmortem } from '../../per-record.ts';

const file = 'postmortems/late-webhooks.mdx';
const done = (evidence: string): string =>
  `    done: { on: 2026-01-30, evidence: ${evidence} }\n    done_when:`;

/** Fewer words say that it was done, and not what to look at. */
const fewestWords = 4;

const saysWhere = (evidence: string): boolean =>
  /https:\/\/\S/.test(evidence) || evidence.split(/\s+/).length >= fewestWords;

export const doneUnproven: RecordRule = {
  code: 'done-unproven',
  level: 'error',
  serves: 'promise',
  because:
    'A promise is kept when somebody else can see that it is. That it was done, readers have already: they want to know what to look at.',
  fires: edits(file, {
    'a word': ['    done_when:', done('Done.')],
    'that it was done': ['    done_when:', done('We did it')],
  }),
  passes: edits(file, {
    'a link': ['    done_when:', done('https://docs.ferry.example/pools')],
    'what to look at': ['    done_when:', done('"The release notes of 30 January, under pools"')],
  }),
  check: inEachPostmortem(function* ({ actions }) {
    for (const [index, { done }] of actions.entries()) {
      if (!done || saysWhere(done.evidence)) continue;
      yield {
        path: ['actions', index, 'done', 'evidence'],
        what: `“${done.evidence}” shows nobody that it was done.`,
        expected: 'an address that begins with https://, or a sentence that says what to look at',
        write: 'evidence: https://… or, what anybody can look at, and where',
      };
    }
  }),
};

export const doneAndDropped: RecordRule = {
  code: 'done-and-dropped',
  level: 'error',
  serves: 'true',
  because: 'What was given up was not done.',
  fires: edits(file, {
    both: [
      '    done_when:',
      `    dropped: { on: 2026-01-30, because: It would find nothing. }\n${done('https://docs.ferry.example/')}`,
    ],
  }),
  passes: edits(file, {
    'given up, with the reason': [
      '    done_when:',
      '    dropped: { on: 2026-01-30, because: It would find nothing. }\n    done_when:',
    ],
  }),
  check: inEachPostmortem(function* ({ actions }) {
    for (const [index, { done, dropped }] of actions.entries()) {
      if (!done || !dropped) continue;
      yield {
        path: ['actions', index, 'dropped'],
        what: 'It is said to be done, and to be given up.',
        expected: '`done` or `dropped`',
        write: 'Remove the one that is not so.',
      };
    }
  }),
};
