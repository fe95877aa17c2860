import { saidSince } from '../../../changes/said-since.ts';
import { instantText } from '../../../time.ts';
import { type ChangeRule, type RuleFinding, laterEdits } from '../../rule.ts';

const incident = 'incidents/late-webhooks.yaml';
const corrected = (at: string): string => `workaround: none
corrections:
  - at: ${at}
    text: The title did not say what was late.
    changed: [{ of: title, was: Delays, is: Webhooks arrived late }]
`;

/** What is said elsewhere first, in an issue or on the phone, takes a while to get into Git. Ms. */
const grace = 60 * 60_000;

const late = (at: string): string => `kind: notice
title: An invoice was wrong
updates:
  - { at: ${at}, status: resolved, text: The invoices of December had the tax twice. }
`;

export const backdated: ChangeRule = {
  code: 'backdated',
  level: 'warning',
  serves: 'true',
  because:
    'Whether a promise was kept, and how long customers were left alone, is counted from these times. What is dated before it was public looks faster than it was. Of something that goes on, this is a note.',
  fires: [
    {
      title: 'a correction of the day before',
      before: [{ file: incident, replace: 'title: Webhooks arrived late', by: 'title: Delays' }],
      file: incident,
      replace: 'workaround: none\n',
      by: corrected('2026-01-17'),
    },
    ...laterEdits('incidents/wrong-invoice.yaml', {
      'bad news that is told later than it says': late('2026-01-17T09:00:00Z'),
    }),
  ],
  passes: [
    {
      title: 'a correction of the same day',
      before: [{ file: incident, replace: 'title: Webhooks arrived late', by: 'title: Delays' }],
      file: incident,
      replace: 'workaround: none\n',
      by: corrected('2026-01-18'),
    },
    ...laterEdits('incidents/wrong-invoice.yaml', {
      'bad news of which nobody was told before': late('2026-01-18T13:00:00Z'),
    }),
  ],
  *check(record, earlier): Generator<RuleFinding> {
    for (const { place, at, isUrgent } of saidSince(record, earlier)) {
      if (at + grace >= earlier.at) continue;
      yield {
        place,
        ...(isUrgent && { level: 'note' }),
        restsOn: [{ file: 'site.yaml', path: ['time_zone'] }],
        what: `This did not stand there at ${earlier.name}, which is later, of ${instantText(earlier.at)}.`,
        expected: 'when readers could first see it',
        write:
          'The day or the time at which it becomes public. What was said elsewhere before, the text can say.',
      };
    }
  },
};
