import { describe, expect, test } from 'vitest';
import { openAt, recurrencesAfter, recurrencesIn } from '../../src/domain/promises/recurrences.ts';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { lock } from '../../src/domain/tracking/lock.ts';
import { aRecord, anAccount } from '../support/accounts.ts';
import { anOutage } from '../support/incidents.ts';

const promised = {
  id: 'floor',
  title: 'Refuse it',
  type: 'prevent',
  owner: 'team',
  due: '2026-02-01',
  breaks: 'bound',
  done_when: 'It fails.',
};
const evidence = 'The release notes of that day';

/** What was open on the morning of a day, of an account of 20 January with one promise, as it is known a year later. */
function openOn(day: string, fields: object = {}, closed?: string): string[] | undefined {
  const account = anAccount({ actions: [{ ...promised, ...fields }] });
  const known = closed && {
    version: 1,
    actions: [
      {
        promise: 'account/floor',
        repository: 1,
        number: 7,
        state: 'closed',
        state_reason: 'completed',
        closed_at: closed,
        verified_at: '2027-01-01T00:00:00Z',
      },
    ],
  };
  const record = indexRecord(
    aRecord({ postmortems: [account], ...(known && { lock: lock.parse(known) }) }),
    Date.parse('2027-01-20T00:00:00Z'),
  );
  return openAt(record, account, Date.parse(`${day}T06:00:00Z`))?.map(
    ({ standing }) => standing.state,
  );
}

describe('what was promised and not kept when it happened again', () => {
  test.each<[string, string, object, string | undefined, string[] | undefined]>([
    ['is nothing of an account that came later', '2026-01-20', {}, undefined, undefined],
    ['is due before its day', '2026-01-25', {}, undefined, ['due']],
    ['is past its day', '2026-02-05', {}, undefined, ['unverified']],
    ['was done before', '2026-02-05', { done: { on: '2026-02-05', evidence } }, undefined, []],
    [
      'was done the day after',
      '2026-02-05',
      { done: { on: '2026-02-06', evidence } },
      undefined,
      ['unverified'],
    ],
    ['was closed before', '2026-02-05', {}, '2026-02-04T12:00:00Z', []],
    ['was closed the day after', '2026-02-05', {}, '2026-02-06T12:00:00Z', ['late']],
    [
      'was given up before',
      '2026-02-05',
      { dropped: { on: '2026-02-03', because: 'No.' } },
      undefined,
      [],
    ],
    [
      'was moved before',
      '2026-02-05',
      { moved: [{ to: '2026-03-01', because: 'Later.', on: '2026-01-30' }] },
      undefined,
      ['due'],
    ],
    [
      'was moved afterwards',
      '2026-02-05',
      { moved: [{ to: '2026-03-01', because: 'Later.', on: '2026-02-06' }] },
      undefined,
      ['unverified'],
    ],
  ])('%s', (_, day, fields, closed, expected) => {
    expect(openOn(day, fields, closed)).toEqual(expected);
  });
});

test('both say it of each other, the later that it is so and the earlier by whom', () => {
  const again = { recurrence_of: [{ postmortem: 'account', why_again: 'Nobody looked.' }] };
  const other = { not_a_recurrence: [{ postmortem: 'account', because: 'It was the disk.' }] };
  const [first, second, third, draft] = [
    anAccount(),
    anAccount({ ...again, published: '2026-03-01T00:00:00Z' }, 'second'),
    anAccount({ ...other, published: '2026-04-01T00:00:00Z' }, 'third'),
    anAccount({ ...again, status: 'draft' }, 'draft'),
  ] as const;
  const record = indexRecord(
    aRecord({ incidents: [anOutage()], postmortems: [draft, third, second, first] }),
    Date.parse('2027-01-20T00:00:00Z'),
  );
  expect(
    recurrencesIn(record, second).map(({ earlier, isAgain }) => [earlier.id, isAgain]),
  ).toEqual([['account', true]]);
  expect(recurrencesAfter(record, first).map(({ later, isAgain }) => [later.id, isAgain])).toEqual([
    ['second', true],
    ['third', false],
  ]);
});
