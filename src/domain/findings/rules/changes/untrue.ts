import { untrueIn } from '../../../changes/accounted.ts';
import { comparisonsWith, nameOf } from '../../../changes/comparison.ts';
import type { ChangeRule, RuleFinding } from '../../rule.ts';

const incident = 'incidents/late-webhooks.yaml';
const corrected = (was: string): string =>
  `workaround: none
corrections:
  - at: 2026-01-23
    text: We had counted only what was late by an hour.
    changed: [{ of: title, was: ${was}, is: Webhooks arrived late }]
`;

export const correctionUntrue: ChangeRule = {
  code: 'correction-untrue',
  level: 'error',
  serves: 'true',
  because:
    'A correction that shows other words than those that stood there makes the mistake smaller than it was.',
  fires: [
    {
      title: 'what never stood there',
      before: [{ file: incident, replace: 'title: Webhooks arrived late', by: 'title: Delays' }],
      file: incident,
      replace: 'workaround: none\n',
      by: corrected('Webhooks were late'),
    },
  ],
  passes: [
    {
      title: 'what stood there',
      before: [{ file: incident, replace: 'title: Webhooks arrived late', by: 'title: Delays' }],
      file: incident,
      replace: 'workaround: none\n',
      by: corrected('Delays'),
    },
  ],
  *check(record, earlier): Generator<RuleFinding> {
    for (const { file, changes, before, after } of comparisonsWith(record, earlier))
      for (const { correction, changed } of untrueIn(changes, before, after))
        yield {
          place: { file, path: ['corrections', correction, 'changed', changed, 'was'] },
          what: `This did not stand there at ${earlier.name}.`,
          expected: 'what stood there, as it was written',
          write: `\`npm run new -- correction ${nameOf(file)} --since ${earlier.name}\` looks it up.`,
        };
  },
};
