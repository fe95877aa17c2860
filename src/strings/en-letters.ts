import type { Interval, PlainDate } from '../domain/time.ts';
import type { Format } from './format.ts';

/** The letter that a customer gets. What stands in double braces is filled in; a company may bring another text with the same. */
export const letters = {
  template: `# Your credit from {{site}}

To {{customer}}

{{site}} was not there for you as we promised. You are owed {{amount}}.

## What happened

{{what_happened}}

## How we worked it out

{{arithmetic}}

## How you get it

{{how}}
`,
  subject: (site: string, amount: string) => `Your credit from ${site}: ${amount}`,
  happened: (title: string, times: readonly Interval[], format: Format) =>
    `${title}: ${format.list(times.map(({ from, to }) => `${format.dateTime(from)} to ${format.dateTime(to)}`))}`,
  days: (first: PlainDate, last: PlainDate, format: Format) =>
    `${format.day(first)} to ${format.day(last)}`,
  earned: (
    of: Record<'what' | 'policy' | 'days' | 'uptime' | 'share' | 'fee' | 'amount', string>,
  ) =>
    `${of.what} (${of.policy}, ${of.days}): uptime was ${of.uptime}. That earns ${of.share} of the fee of ${of.fee}: ${of.amount}`,
  goodwill: (what: string, amount: string) => `${what}: because of what happened we add ${amount}`,
  expired: (what: string, amount: string, until: string) =>
    `${what}: ${amount} could be asked for until ${until}, and is not in the sum`,
  automatic: 'You need not do anything: we take it off what you pay.',
  claimed: 'You asked in time, and need not do anything more.',
  claimable: (policy: string, amount: string, how: string, until: string | undefined) =>
    `${policy}, ${amount}: ${how}${until === undefined ? '' : ` Ask until ${until}.`}`,
};
