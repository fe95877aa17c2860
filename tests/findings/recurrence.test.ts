import { expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { briefly } from '../support/reading.ts';

const postmortem = 'postmortems/late-webhooks.mdx';
const incident = 'incidents/late-webhooks.yaml';

const yearBefore = (file: string): string =>
  (exampleRecord[file] ?? '')
    .replaceAll('2026-', '2025-')
    .replaceAll('late-webhooks', 'year-before');
const recurring = (text: string, id: string): string =>
  text.replace(
    'cause: capacity',
    `cause: capacity\nrecurrence_of: [{ postmortem: ${id}, why_again: The fix was undone. }]`,
  );

const both = {
  ...exampleRecord,
  'incidents/year-before.yaml': yearBefore(incident),
  'postmortems/year-before.mdx': yearBefore(postmortem),
};

/** What is found but for words: the account of the year before has the same. */
const foundIn = (files: Readonly<Record<string, string>>): string[] =>
  briefly(files).filter((found) => !found.startsWith('pasted-words'));

test('a recurrence names the postmortem of what happened earlier', () => {
  expect(
    foundIn({ ...both, [postmortem]: recurring(exampleRecord[postmortem] ?? '', 'year-before') }),
  ).toEqual([]);
});

test('a recurrence of what came later is found', () => {
  expect(
    foundIn({
      ...both,
      'postmortems/year-before.mdx': recurring(yearBefore(postmortem), 'late-webhooks'),
    }),
  ).toEqual(['recurrence-not-earlier postmortems/year-before.mdx:11:31']);
});
