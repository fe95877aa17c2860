import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { briefly, findingsIn } from '../support/reading.ts';

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
  ).toEqual([
    'recurrence-unsaid postmortems/late-webhooks.mdx:10:8',
    'recurrence-not-earlier postmortems/year-before.mdx:11:31',
  ]);
});

const saying = (said: string, cause = 'capacity') => ({
  ...both,
  [postmortem]: (exampleRecord[postmortem] ?? '').replace(
    'cause: capacity',
    `cause: ${cause}\n${said}`,
  ),
});

test.each([
  ['nothing', saying(''), ['recurrence-unsaid postmortems/late-webhooks.mdx:10:8']],
  [
    'that it is another thing',
    saying('not_a_recurrence: [{ postmortem: year-before, because: It was the disk. }]'),
    [],
  ],
  ['another cause', saying('', 'change'), []],
  [
    'one cause of several that is the same',
    saying('', '[change, capacity]'),
    ['recurrence-unsaid postmortems/late-webhooks.mdx:10:8'],
  ],
])('of the same cause at the same service a year before, it says %s', (_, files, expected) => {
  expect(foundIn(files)).toEqual(expected);
});

test('nobody asks of what lies longer than a year back', () => {
  const longBefore = Object.fromEntries(
    Object.entries(both).map(([file, text]) => [
      file,
      file.includes('year-before') ? text.replaceAll('2025-01-17', '2025-01-16') : text,
    ]),
  );
  expect(foundIn(longBefore)).toEqual([]);
});

describe('of three in a row', () => {
  const second = recurring(exampleRecord[postmortem] ?? '', 'year-before');
  const after = (file: string): string =>
    (exampleRecord[file] ?? '')
      .replaceAll('2026-01-1', '2026-01-2')
      .replaceAll('2026-01-20', '2026-01-30')
      .replaceAll('2026-01-22', '2026-01-31')
      .replaceAll('late-webhooks', 'third');
  const three = (third: string) => ({
    ...both,
    'incidents/year-before.yaml': (both['incidents/year-before.yaml'] ?? '').replaceAll(
      '2025-01-17',
      '2025-06-17',
    ),
    'postmortems/year-before.mdx': (both['postmortems/year-before.mdx'] ?? '')
      .replace('2025-01-20', '2025-06-20')
      .replace('2025-01-22', '2025-06-22')
      .replaceAll('2025-02-01', '2025-07-01'),
    [postmortem]: second,
    'incidents/third.yaml': after(incident),
    'postmortems/third.mdx': third,
  });

  test('the last need not name the first', () => {
    expect(foundIn(three(recurring(after(postmortem), 'late-webhooks')))).toEqual([]);
    expect(foundIn(three(recurring(after(postmortem), 'year-before')))).toEqual([
      'recurrence-unsaid postmortems/third.mdx:10:8',
    ]);
  });

  test('one that is silent is asked for the last before it, and then for no other', () => {
    const silent = three(after(postmortem));
    expect(foundIn(silent)).toEqual(['recurrence-unsaid postmortems/third.mdx:10:8']);
    expect(findingsIn(silent).map(({ write }) => write)).toContainEqual(
      expect.stringContaining('postmortem: late-webhooks,'),
    );
  });

  test('those that name each other are found, and end', () => {
    const circle = {
      ...three(recurring(after(postmortem), 'late-webhooks')),
      [postmortem]: recurring(exampleRecord[postmortem] ?? '', 'third'),
    };
    expect(foundIn(circle)).toEqual([
      'recurrence-unsaid postmortems/late-webhooks.mdx:10:8',
      'recurrence-not-earlier postmortems/late-webhooks.mdx:11:31',
      'recurrence-unsaid postmortems/third.mdx:10:8',
    ]);
  });
});

describe('an account of two incidents at one service', () => {
  const within = (said: string) => ({
    ...exampleRecord,
    'incidents/year-before.yaml': both['incidents/year-before.yaml'],
    [postmortem]: (exampleRecord[postmortem] ?? '')
      .replace('incidents: [late-webhooks]', 'incidents: [year-before, late-webhooks]')
      .replace('cause: capacity', `cause: capacity\n${said}`),
  });

  test.each([
    ['nothing', '', ['recurrence-unsaid postmortems/late-webhooks.mdx:4:12']],
    ['why', 'recurrence_of: [{ incident: year-before, why_again: We closed it too early. }]', []],
    ['why not', 'not_a_recurrence: [{ incident: year-before, because: It was the disk. }]', []],
    [
      'that the later one came before',
      'recurrence_of: [{ incident: late-webhooks, why_again: We closed it too early. }]',
      ['recurrence-not-earlier postmortems/late-webhooks.mdx:11:29'],
    ],
    [
      'an incident that it does not tell of',
      'recurrence_of: [{ incident: database-upgrade, why_again: We closed it too early. }]',
      ['unknown-reference postmortems/late-webhooks.mdx:11:29'],
    ],
  ])('says of the earlier one %s', (_, said, expected) => {
    expect(foundIn(within(said))).toEqual(expected);
  });
});
