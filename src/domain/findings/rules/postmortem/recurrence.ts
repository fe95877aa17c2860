import type { Postmortem } from '../../../postmortem.ts';
import { beganAt } from '../../../progress.ts';
import { type PartialRecord, type RecordRule, postmortemFile } from '../../rule.ts';
import { byId, inEachPostmortem } from '../../per-record.ts';
import { firstMoments } from '../../incident-places.ts';

const file = 'postmortems/late-webhooks.mdx';

/** What a postmortem tells of, as far as it is there. */
const toldIn = (postmortem: Postmortem, { incidents }: PartialRecord) =>
  postmortem.incidents.flatMap((id) => byId(incidents).get(id) ?? []);

export const recurrenceNotEarlier: RecordRule = {
  code: 'recurrence-not-earlier',
  level: 'error',
  serves: 'learn',
  because:
    'What happened again happened before. An account that points at itself, or at a later one, says nothing of why it could.',
  fires: [
    {
      title: 'a recurrence of itself',
      file,
      replace: 'cause: capacity',
      by: 'cause: capacity\nrecurrence_of: [{ postmortem: late-webhooks, why_again: Nobody looked. }]',
    },
  ],
  passes: [
    {
      title: 'the first of its kind',
      file,
      replace: 'cause: capacity',
      by: 'cause: capacity\nrecurrence_of: []',
    },
  ],
  check: inEachPostmortem(function* (postmortem, record) {
    const told = toldIn(postmortem, record);
    for (const [index, { postmortem: id }] of postmortem.recurrence_of.entries()) {
      const earlier = byId(record.postmortems).get(id);
      const before = earlier ? toldIn(earlier, record) : [];
      const isEarlier = Math.min(...before.map(beganAt)) < Math.min(...told.map(beganAt));
      if (
        !earlier ||
        (id !== postmortem.id && (isEarlier || before.length === 0 || told.length === 0))
      )
        continue;
      yield {
        path: ['recurrence_of', index, 'postmortem'],
        restsOn: [
          ...[postmortem, earlier].map((each) => ({
            file: postmortemFile(each),
            path: ['incidents'],
          })),
          ...[...told, ...before].flatMap(firstMoments),
        ],
        what:
          id === postmortem.id
            ? 'This postmortem is said to be a recurrence of itself.'
            : `What “${id}” tells of did not happen before this.`,
        expected: 'the postmortem of something that began earlier',
        write: 'The id of the earlier postmortem, or remove it.',
      };
    }
  }),
};
