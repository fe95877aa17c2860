import { isRedacted } from '../../../changes/redaction-marks.ts';
import {
  type PartialRecord,
  type RecordRule,
  incidentFile,
  postmortemFile,
  edits,
} from '../../rule.ts';

const incident = 'incidents/late-webhooks.yaml';
const text = `workaround: none
updates:
  - at: 2026-01-17T09:31:00Z
    status: investigating
    text: Webhook deliveries are late. Nothing is lost.`;
const taken = text.replace('Nothing', 'Nothing of [redacted]');

/** What is public, by its file, with what was taken out of it. */
const all = ({ incidents, postmortems, stories }: PartialRecord) => [
  ...incidents.map((one) => ({ file: incidentFile(one), one, story: '' })),
  ...postmortems.map((one) => ({
    file: postmortemFile(one),
    one,
    story: stories.get(one.id) ?? '',
  })),
];

export const redactionUnexplained: RecordRule = {
  code: 'redaction-unexplained',
  level: 'warning',
  serves: 'true',
  because:
    'What had to be taken out leaves a mark and the reason. A mark alone lets readers suspect the worst.',
  fires: edits(incident, { 'a mark alone': [text, taken] }),
  passes: edits(incident, {
    'a mark with its day and the reason': [
      text,
      `redacted: [{ on: 2026-01-18, because: An update named a customer. }]\n${taken}`,
    ],
  }),
  *check(record) {
    for (const { file, one, story } of all(record)) {
      const said = JSON.stringify(record.written({ file, path: [] })) + story;
      if (one.redacted.length || !isRedacted(said)) continue;
      yield {
        place: { file, path: ['redacted'], of: 'key' },
        what: 'Something was taken out of this file, and nothing says when and why.',
        expected: 'the day and the reason, without what was taken out',
        write: 'redacted: [{ on: 2026-01-18, because: An update named a customer. }]',
      };
    }
  },
};
