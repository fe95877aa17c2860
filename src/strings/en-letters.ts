import { says } from './says.ts';

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
  subject: says('Your credit from {site}: {amount}', 'site', 'amount'),
  happened: says('{title}: {times}', 'title', 'times'),
  span: says('{from} to {to}', 'from', 'to'),
  earned: says(
    '{what} ({policy}, {days}): uptime was {uptime}. That earns {share} of the fee of {fee}: {amount}',
    'what',
    'policy',
    'days',
    'uptime',
    'share',
    'fee',
    'amount',
  ),
  goodwill: says('{what}: because of what happened we add {amount}', 'what', 'amount'),
  expired: says(
    '{what}: {amount} could be asked for until {until}, and is not in the sum',
    'what',
    'amount',
    'until',
  ),
  less: says(
    'Less {amount}: you were granted it before, or it is more than we grant in a year',
    'amount',
  ),
  automatic: 'You need not do anything: we take it off what you pay.',
  claimed: 'You asked in time, and need not do anything more.',
  claimable: says('{policy}, {amount}: {how}', 'policy', 'amount', 'how'),
  claimableUntil: says(
    '{policy}, {amount}: {how} Ask until {until}.',
    'policy',
    'amount',
    'how',
    'until',
  ),
};
