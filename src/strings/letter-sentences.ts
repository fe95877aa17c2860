import type { Interval, PlainDate } from '../domain/time.ts';
import type { letters } from './en-letters.ts';
import type { Format } from './format.ts';
import type { WordsOf } from './says.ts';

/** What a letter says, from the words of a language. */
export const letterSentences = (words: WordsOf<typeof letters>) => ({
  ...words,
  happened: (title: string, times: readonly Interval[], { list, dateTime }: Format): string =>
    words.happened(
      title,
      list(times.map(({ from, to }) => words.span(dateTime(from), dateTime(to)))),
    ),
  days: (first: PlainDate, last: PlainDate, { day }: Format): string =>
    words.span(day(first), day(last)),
  earned: ({
    what,
    policy,
    days,
    uptime,
    share,
    fee,
    amount,
  }: Record<'what' | 'policy' | 'days' | 'uptime' | 'share' | 'fee' | 'amount', string>): string =>
    words.earned(what, policy, days, uptime, share, fee, amount),
  claimable: (policy: string, amount: string, how: string, until: string | undefined): string =>
    until === undefined
      ? words.claimable(policy, amount, how)
      : words.claimableUntil(policy, amount, how, until),
});
