import {
  type PartialRecord,
  type RecordRule,
  type RuleFinding,
  edits,
  incidentFile,
  postmortemFile,
} from '../../rule.ts';
import * as kinds from './kinds.ts';
import { pastedWords } from './pasted.ts';
import { summaryTooLong } from './summary.ts';
import { type WaivableRule, waiverOf } from './wording.ts';

/** The rules of which a file can say that they may be broken there. */
export const waivableRules: readonly WaivableRule[] = [
  kinds.minimisingWords,
  kinds.evadingWords,
  kinds.rationalisingWords,
  kinds.blamingWords,
  kinds.patronisingWords,
  kinds.hedgedApology,
  kinds.vagueWords,
  kinds.overdoneWords,
  pastedWords,
  summaryTooLong,
  kinds.summaryJargon,
];

const waiversIn = ({ incidents, postmortems }: PartialRecord) =>
  [
    ...incidents.map((one) => ({ file: incidentFile(one), one })),
    ...postmortems.map((one) => ({ file: postmortemFile(one), one })),
  ].flatMap(({ file, one }) =>
    (one.allowed_wording ?? []).map((waiver, index) => ({
      waiver,
      place: { file, path: ['allowed_wording', index, 'text'] },
    })),
  );

const file = 'incidents/late-webhooks.yaml';
const allowed = (workaround: string): string =>
  `workaround: ${workaround}\nallowed_wording:\n  - { text: brief moment, because: A customer asked for these words. }`;

export const waiverUnused: RecordRule = {
  code: 'waiver-unused',
  level: 'warning',
  serves: 'plain',
  because:
    'What is allowed without need is allowed to whoever writes there next. Where the words are gone, or never stood there as they are quoted, it says of the file what is not so.',
  fires: edits(file, { 'words that stand nowhere': ['workaround: none', allowed('none')] }),
  passes: edits(file, {
    'words that stand there': ['workaround: none', allowed('Wait for a brief moment.')],
  }),
  *check(record): Generator<RuleFinding> {
    const all = waiversIn(record);
    if (all.length === 0) return;
    const used = new Set(
      waivableRules.flatMap(({ code, faults }) =>
        [...faults(record)].map((fault) => waiverOf(fault, code)),
      ),
    );
    for (const { waiver, place } of all) {
      if (used.has(waiver)) continue;
      yield {
        place,
        what: `Nothing in this file is found fault with as “${waiver.text}”.`,
        expected: 'the words as a finding quotes them, or its code',
        write: 'Remove it.',
      };
    }
  },
};
