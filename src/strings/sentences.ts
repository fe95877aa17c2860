import type { Headline, Situation } from '../domain/status/headline.ts';
import type { Status } from '../domain/status.ts';
import { creditSentences } from './credit-sentences.ts';
import type { en } from './en.ts';
import { letterSentences } from './letter-sentences.ts';
import type { WordsOf } from './says.ts';

type Words = WordsOf<typeof en>;

function headlineSentence(
  of: Exclude<Headline, { type: 'one' }>,
  { headline, statusWithin }: Words,
): string {
  switch (of.type) {
    case 'calm':
      return headline.calm;
    case 'service':
      return [
        headline.service(of.service.name, statusWithin[of.status]),
        ...(of.others ? [headline.others(of.others)] : []),
      ].join(' ');
    case 'several':
      return headline.several[of.kind](of.count);
  }
}

const troubles = [
  'major_outage',
  'partial_outage',
  'degraded_performance',
  'under_maintenance',
  'no_data',
] as const;

/** The words of a language with what takes more than one of them, so that callers say what they know and get a sentence. */
export const sentencesOf = (words: Words) => ({
  ...words,
  headline: (of: Exclude<Headline, { type: 'one' }>): string => headlineSentence(of, words),
  rest: (rest: Situation['rest'], headline: Headline): string =>
    headline.type === 'calm' || rest === 'no_others' ? '' : words.rest[rest],
  strip: {
    ...words.strip,
    found(found: Readonly<Partial<Record<Status | 'no_data', number>>>): string {
      const { days, quiet: calm, trouble } = words.strip;
      const quiet = days.operational(found.operational ?? 0);
      const troubled = troubles.flatMap((state) =>
        found[state] ? [days[state](found[state])] : [],
      );
      return troubled.length ? trouble(quiet, troubled.join('; ')) : calm(quiet);
    },
  },
  uptime: {
    ...words.uptime,
    uncertain: ({ ends, announcements }: { ends: number; announcements: number }): string =>
      [
        ...(ends ? [words.uptime.uncertain.ends(ends)] : []),
        ...(announcements ? [words.uptime.uncertain.announcements(announcements)] : []),
      ].join('; '),
  },
  credits: creditSentences(words.credits),
  letters: letterSentences(words.letters),
});

/** What every language can say. */
export type Strings = ReturnType<typeof sentencesOf>;
