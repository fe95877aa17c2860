import { expect, test } from 'vitest';
import { ruleText } from '../../scripts/lib/credits/explain/phrases.ts';
import { assessed, down, untiered } from '../support/credits.ts';

const said = (fields: Readonly<Record<string, unknown>>): string => {
  const policy = untiered(fields);
  const rate = assessed({ policy, incidents: [down(90)] })?.rate;
  return ruleText(policy, {
    tier: rate?.tier,
    steps: rate?.steps,
    earnedNothing: rate?.earned.equals(0) ?? true,
  });
};

test('the report names the time that was counted, and its steps', () => {
  expect(said({ multiple: { times: 10 } })).toBe('10 × downtime');
  expect(said({ multiple: { times: 1, each_minutes: 60, begun: true } })).toBe(
    '1 × 2 × 60 min of downtime',
  );
  expect(said({ steps: { each_minutes: 30, percent: 5, of: 'excess', when: { lt: 99.9 } } })).toBe(
    '1 × 5%, uptime < 99.9%',
  );
});
