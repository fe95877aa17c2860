import { type Fault, summed, waivable } from './wording.ts';
import { ofPostmortem } from './told.ts';

/** The most words of a summary: about half a minute of reading. */
const most = 120;

const wordsOf = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const sentence = 'Two in five webhooks were late for 47 minutes. ';

export const summaryTooLong = waivable({
  code: 'summary-too-long',
  serves: 'plain',
  because:
    'Most readers read the summary and nothing else. What does not stand in its first half minute is not read.',
  fires: [summed('more than 120 words', sentence.repeat(14).trim())],
  passes: [summed('120 words or fewer', sentence.repeat(13).trim())],
  *faults({ postmortems }): Generator<Fault> {
    for (const told of postmortems.flatMap((one) => ofPostmortem(one, undefined))) {
      const words = told.isSummary ? wordsOf(told.text) : 0;
      if (words <= most) continue;
      yield {
        told,
        from: 0,
        what: `The summary has ${words} words.`,
        expected: `${most} at most`,
        write: 'What happened to customers, for how long and to how many. The rest is the story.',
      };
    }
  },
});
