import type { Path } from '../../finding.ts';
import type { Postmortem } from '../../../postmortem.ts';
import { answerTo, unknownIn } from '../../../unknowns.ts';
import { asked } from './undecided.ts';
import { inEachPostmortem } from '../../per-record.ts';
import { type RecordRule, edits } from '../../rule.ts';

const file = 'postmortems/late-webhooks.mdx';

/** Where a value may be one that nobody knows. */
const values = ({ affected, actions }: Postmortem): [Path, unknown][] => [
  [['affected'], affected],
  ...actions.flatMap(({ owner, due }, index): [Path, unknown][] => [
    [['actions', index, 'owner'], owner],
    [['actions', index, 'due'], due],
  ]),
];

export const stillUnknown: RecordRule = {
  code: 'still-unknown',
  level: 'warning',
  serves: 'true',
  because:
    'What was found out takes the place of what nobody knew. Where both stand, readers do not know which is so.',
  fires: edits(file, {
    'a day that a correction has told': ['due: 2026-02-01', 'due: { unknown: only-eu }'],
  }),
  passes: edits(file, {
    'what nobody can find out': [
      `due: 2026-02-01${asked}`,
      `due: { unknown: when }${asked}  - { id: when, question: By when?, never: The minutes are gone. }\n`,
    ],
  }),
  check: inEachPostmortem(function* (postmortem) {
    for (const [path, value] of values(postmortem)) {
      const id = unknownIn(value);
      const answer = id === undefined ? undefined : answerTo(postmortem, id);
      if (!answer) continue;
      yield {
        path,
        what: `“${id}” was answered on ${answer.at.toString()}, and this is still not known.`,
        expected: 'what the correction says',
        write:
          'The value; or no `answers` in the correction, and `never` with the reason in the unknown.',
      };
    }
  }),
};
