import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blamed, faulted, mayFault } from '../../src/domain/findings/rules/wording/people.ts';

test.each([
  'It was human error.',
  'This was due to human error.',
  'Human error.',
  'A plain operator error.',
  'Bob forgot to rename the file.',
  'Engineers forgot.',
  'An engineer forgot.',
  'The on-call engineer forgot to look.',
  'The engineer on call missed the alarm.',
  'An employee accidentally deleted the table.',
  'A new contractor changed the rule.',
  'He ran the script in production.',
  'She had not read it.',
  'We were careless.',
  'We forgot.',
  'Somebody had muted it.',
  'Someone deleted it.',
  'The developer made a mistake.',
  'The reviewer missed a line.',
  'The administrator should have known.',
  'The technician did not check the label.',
])('blames: %s', (text) => {
  expect(blamed(text)).toBeTruthy();
});

test.each([
  'The Kubernetes operator failed to reconcile.',
  'The admin API did not validate the bound.',
  'The reviewer bot did not see folded lines.',
  'The employee directory failed to sync.',
  'The user error page was cached.',
  'There is no check that catches human error.',
  'No alarm exists that tells somebody when it stops.',
  'It was a page that belongs to somebody else.',
  'The runbook lets one engineer change it alone.',
  'The engineer on call was paged by the wrong rota.',
  'No team owned the lower bound.',
  'We check that the pool size is a number, not that it is enough.',
  'Nothing stops a developer who missed a step.',
  'The tool that starts workers knows nothing of the database.',
  'Redis dropped the key.',
  'The alarm waits for ten minutes.',
  'Releases are reviewed by one person.',
  'Nobody had been told to watch the date.',
  'Our tests run with the defaults.',
  'The form allowed an empty name.',
  'Terraform deleted the record, because the state was shared.',
  'Since 2024 we have had one supplier.',
  'Reviewers see only the first 300 lines of a change.',
  'The people directory was full.',
  'We had no second supplier.',
])('is about the system: %s', (text) => {
  expect(blamed(text)).toBeUndefined();
});

/** Words that blame in some order. */
const words = fc.constantFrom(
  ...'he she somebody someone an the one of our engineer engineers employee contractor interns operator team member on call'.split(
    ' ',
  ),
  ...'forgot mistyped overlooked had accidentally wrongly deleted ignored made a mistake error by human user caused Bob . was'.split(
    ' ',
  ),
);

test('who is found fault with is found only in texts with a word for it', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 8 }), (some) => {
      const text = some.join(' ');
      expect(faulted(text) === undefined || mayFault(text), text).toBe(true);
    }),
    { numRuns: 2000, examples: [[['An', 'engineer', 'made', 'a', 'mistake']]] },
  );
});
