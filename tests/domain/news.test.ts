import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstIds } from '../../src/domain/news/first-ids.ts';
import { changedAt, newsOf } from '../../src/domain/news/news.ts';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { asOf } from '../../src/domain/record/record.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { aRecord, anAccount } from '../support/accounts.ts';
import { aMaintenance, anOutage, update, window } from '../support/incidents.ts';
import { at, said } from '../support/moments.ts';

const recordOf = (incidents: readonly Incident[], time = '12:00') => {
  const record = aRecord({ incidents });
  return indexRecord(asOf(record, at(time)), at(time));
};
const idsOf = (incidents: readonly Incident[], time?: string): string[] =>
  newsOf(recordOf(incidents, time)).map(({ id }) => id);

describe('the first id of something', () => {
  const redirects = {
    '/incidents/oldest/': '/incidents/today/',
    '/incidents/older': '/incidents/today',
    '/issues/elsewhere/': '/incidents/imported/',
    '/incidents/gone/': '/incidents/',
    '/postmortems/other/': '/postmortems/account/',
  };
  test.each([
    ['incidents', 'today', 'oldest'],
    ['incidents', 'imported', 'imported'],
    ['incidents', 'never-moved', 'never-moved'],
    ['incidents', 'account', 'account'],
    ['postmortems', 'account', 'other'],
  ] as const)('of %s/%s is %s', (folder, id, first) => {
    expect(firstIds(folder, { redirects })(id)).toBe(first);
  });
});

describe('planned work', () => {
  const announced = 'announced:maintenance';
  test.each([
    [
      'is announced, begins and ends by its plan',
      { impact: [window('02:00', '02:40', { status: 'under_maintenance' })] },
      '12:00',
      ['done:maintenance/0', 'begun:maintenance/0', announced],
    ],
    ['that nobody says to be over is not done', {}, '12:00', ['begun:maintenance/0', announced]],
    ['has not begun', {}, '01:30', [announced]],
    [
      'said to have begun in time begins once',
      { updates: [update('02:00', 'in_progress')] },
      '02:30',
      ['update:maintenance/1', announced],
    ],
    [
      'said to have begun later has begun by its plan before',
      { updates: [update('02:10', 'in_progress')] },
      '02:30',
      ['update:maintenance/1', 'begun:maintenance/0', announced],
    ],
    [
      'that was moved begins under the name of the new plan',
      {
        updates: [
          {
            ...update('01:10', 'scheduled'),
            moved_from: { from: said('01:30'), to: said('01:40') },
          },
        ],
      },
      '02:30',
      ['begun:maintenance/1', 'update:maintenance/1', announced],
    ],
    [
      'of which nobody knows the announcement just begins',
      { announced: 'unknown' },
      '02:30',
      ['begun:maintenance/0'],
    ],
  ])('%s', (_what, fields, time, ids) => {
    expect(idsOf([aMaintenance(fields)], time)).toEqual(ids);
  });
});

test('no correction of times, in whatever order they come to stand, changes the ids of updates, and each has one of its own', () => {
  const times = fc.array(fc.integer({ min: 0, max: 599 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(times, times, (before, after) => {
      const outage = (minutes: readonly number[]) =>
        anOutage({
          updates: [...minutes]
            .sort((a, b) => a - b)
            .map((minute) =>
              update(
                `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
                'investigating',
              ),
            ),
        });
      const [old, corrected] = [before, after].map((minutes) => idsOf([outage(minutes)]));
      expect(new Set(old).size).toBe(before.length);
      const shorter = Math.min(before.length, after.length);
      expect(corrected?.filter((id) => old?.includes(id))).toHaveLength(shorter);
    }),
  );
});

describe('the record last changed', () => {
  test('when something was said, and not when the clock brought something', () => {
    expect(changedAt(recordOf([aMaintenance()], '12:00'))).toBe(at('01:00'));
    expect(changedAt(recordOf([aMaintenance(), anOutage()], '12:00'))).toBe(at('09:05'));
  });
  test('never, while it is empty', () => {
    expect(changedAt(recordOf([]))).toBeUndefined();
  });
});

test('drafts are no news', () => {
  const now = Date.parse('2026-03-01T00:00:00Z');
  const ids = (status: 'draft' | 'published'): string[] =>
    newsOf(
      indexRecord(aRecord({ incidents: [anOutage()], postmortems: [anAccount({ status })] }), now),
    ).map(({ id }) => id);
  expect(ids('draft')).toEqual(['update:outage/1']);
  expect(ids('published')).toEqual(['postmortem:account', 'update:outage/1']);
});

test('a promise that is moved is told of once for each move, whatever becomes of its day', () => {
  const idsWith = (moved: readonly object[]): string[] =>
    newsOf(
      indexRecord(
        aRecord({
          incidents: [anOutage()],
          postmortems: [
            anAccount({
              actions: [
                {
                  id: 'pool',
                  title: 'Pool',
                  type: 'prevent',
                  owner: 'team',
                  due: '2026-02-01',
                  moved,
                  breaks: 'why',
                  done_when: 'Done.',
                },
                {
                  id: 'other',
                  title: 'Other',
                  type: 'prevent',
                  owner: 'team',
                  due: '2026-02-01',
                  breaks: 'why',
                  done_when: 'Done.',
                },
              ],
            }),
          ],
        }),
        Date.parse('2026-02-10T00:00:00Z'),
      ),
    )
      .map(({ id }) => id)
      .filter((id) => id.startsWith('moved:'));
  const first = { to: '2026-03-01', because: 'Later.', on: '2026-01-25' };
  const second = { to: '2026-04-01', because: 'Later still.', on: '2026-02-05' };
  expect(idsWith([first])).toEqual(['moved:account/pool/1']);
  expect(idsWith([{ ...first, on: '2026-01-24' }, second])).toEqual([
    'moved:account/pool/2',
    'moved:account/pool/1',
  ]);
});

test('a question is told of when its day passed without an answer, and not when it came in time', () => {
  const asked = (by: object, ...corrections: object[]): string[] => {
    const postmortems = [
      anAccount({ unknowns: [{ id: 'why', question: 'Why?', ...by }], corrections }),
    ];
    const now = Date.parse('2026-03-01T00:00:00Z');
    return newsOf(indexRecord(asOf(aRecord({ postmortems }), now), now))
      .filter(({ type }) => type === 'unanswered')
      .map(({ id, at: when }) => `${id} ${new Date(when).toISOString()}`);
  };
  const by = { owner: 'we', by: '2026-02-10' };
  const late = 'unanswered:account/why/2026-02-10 2026-02-11T00:00:00.000Z';
  const answer = (day: string) => ({ at: day, text: 'So.', answers: ['why'] });
  expect(asked(by)).toEqual([late]);
  expect(asked(by, answer('2026-02-10'))).toEqual([]);
  expect(asked(by, answer('2026-02-11'))).toEqual([late]);
  expect(asked({ owner: 'we', by: '2026-03-01' })).toEqual([]);
  expect(asked({ never: 'Nobody counted.' })).toEqual([]);
});
