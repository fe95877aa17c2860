import { expect, test } from 'vitest';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { promiseGroups } from '../../src/domain/promises/promise-groups.ts';

const postmortem = 'postmortems/late-webhooks.mdx';
const action = (id: string, due: string): string =>
  `  - { id: ${id}, title: Do ${id}, type: detect, owner: delivery-team, due: ${due}, breaks: no-bound, done_when: It is done. }\n`;
const entry = (id: string, fields: object) => ({
  promise: `late-webhooks/${id}`,
  repository: 1,
  number: 7,
  verified_at: '2026-03-05T04:00:00Z',
  ...fields,
});

const promises = [
  '2026-02-10',
  '2026-02-05',
  '2026-04-01',
  '2026-03-20',
  '2026-02-07',
  '2026-02-08',
  '2026-02-09',
];
const names = ['late', 'later', 'due', 'sooner', 'kept', 'kept-last', 'dropped'];
const files = {
  ...exampleRecord,
  [postmortem]: (exampleRecord[postmortem] ?? '').replace(
    'unknowns:\n',
    `${names.map((name, index) => action(name, promises[index] ?? '')).join('')}unknowns:\n`,
  ),
  'actions.lock.json': JSON.stringify({
    version: 1,
    actions: [
      entry('late', { state: 'open' }),
      entry('later', { state: 'open' }),
      entry('kept', {
        state: 'closed',
        state_reason: 'completed',
        closed_at: '2026-02-06T10:00:00Z',
      }),
      entry('kept-last', {
        state: 'closed',
        state_reason: 'completed',
        closed_at: '2026-03-01T10:00:00Z',
      }),
      entry('dropped', {
        state: 'closed',
        state_reason: 'not_planned',
        closed_at: '2026-02-06T10:00:00Z',
      }),
    ],
  }),
};

function groupsOf(text: Readonly<Record<string, string>>) {
  const { record, findings } = readRecord(filesInMemory(text), Date.now());
  if (!record) throw new Error(findings.map(({ what }) => what).join());
  const groups = promiseGroups(indexRecord(record, Date.parse('2026-03-05T12:00:00Z')));
  return groups.map(({ state, promises: found }) => [state, found.map(({ action: { id } }) => id)]);
}

test('promises stand by how they stand: what is late first, and of that what is longest due', () => {
  expect(groupsOf(files)).toEqual([
    ['late', ['later', 'late']],
    ['unverified', ['pool-floor']],
    ['due', ['sooner', 'due']],
    ['kept', ['kept-last', 'kept']],
    ['dropped', ['dropped']],
  ]);
});

test('without a lock there are only dates', () => {
  const { 'actions.lock.json': _, ...unlocked } = files;
  expect(groupsOf(unlocked).map(([state]) => state)).toEqual(['unverified', 'due']);
});

test('drafts promise nothing yet', () => {
  expect(
    groupsOf({
      ...files,
      [postmortem]: files[postmortem].replace('status: published', 'status: draft'),
    }),
  ).toEqual([]);
});
