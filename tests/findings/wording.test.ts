import { describe, expect, test } from 'vitest';
import { faulted } from '../../src/domain/findings/rules/wording/people.ts';
import { minimised } from '../../src/domain/findings/rules/wording/phrases.ts';

describe('words that say less than happened', () => {
  test.each([
    'A small number of customers were affected.',
    'A handful of customers were affected.',
    'Some of our users were unable to connect.',
    'Some users may be experiencing issues.',
    'You may experience some slowness.',
    'We apologize for any inconvenience.',
    'We apologise for the disruption.',
    'We take the reliability of our platform extremely seriously.',
    'Our supplier is having problems.',
    'Due to a third-party provider outage, webhooks are late.',
    'Service will be restored shortly.',
    'This was caused by unforeseen circumstances.',
  ])('are seen: %s', (text) => expect(minimised(text)).toBeDefined());

  test.each([
    'Some customers may want to rotate their keys; here is how.',
    'Deliveries failed because of an upstream timeout in our own gateway, which we had set to 1 s.',
    'You may have experienced errors when signing in; 312 of 4,000 workspaces did.',
    'We have told the small number of customers affected, all 14, by phone.',
    'The limit was unforeseen by our load test, which stopped at 500 rps.',
    'Our supplier failed, and we had nothing to take its place.',
    'Webhooks are late. We do not know yet for how many.',
    '6% of reads fail in the EU region.',
    'We are sorry. You build on webhooks that arrive within seconds, and ours did not.',
  ])('are not: %s', (text) => expect(minimised(text)).toBeUndefined());
});

describe('blame for a person', () => {
  test.each([
    'One of our engineers accidentally deleted the database.',
    'A mistake by an engineer led to this.',
    'The on-call engineer ignored the alert.',
    'This was caused by human error.',
    'An engineer made a mistake.',
  ])('is seen: %s', (text) => expect(faulted(text)).toBeDefined());

  test.each([
    'People missed payments because of us.',
    'Developers did not see the new events in the dashboard.',
    'People did not see the warning because we showed it below the fold.',
    'Customers whose colleagues missed the mail can sign in now.',
    'An engineer restarted them.',
    'We made a mistake.',
    'Our engineers are restoring the database.',
  ])('is not: %s', (text) => expect(faulted(text)).toBeUndefined());
});
