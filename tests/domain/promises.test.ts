import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { action } from '../../src/domain/action.ts';
import { type LockEntry, lockEntry } from '../../src/domain/tracking/lock.ts';
import { promiseState } from '../../src/domain/promises/promises.ts';
import { day } from '../support/moments.ts';

const plain = {
  id: 'floor',
  title: 'Refuse it',
  type: 'prevent',
  owner: 'team',
  due: '2026-02-01',
  breaks: 'bound',
  done_when: 'It fails.',
};
const promised = action.parse(plain);

const tracked = (fields: Readonly<Record<string, unknown>>): LockEntry =>
  lockEntry.parse({ promise: 'late-webhooks/floor', repository: 1, number: 7, ...fields });

/** How the promise, due on 1 February, stands on a day in Berlin. */
const on = (today: string, fields?: Readonly<Record<string, unknown>>) =>
  promiseState(promised, fields && tracked(fields), day(today), 'Europe/Berlin');

describe('what the record says of a promise', () => {
  const done = { on: '2026-02-11', evidence: 'The release notes of that day' };
  const said = (fields: object, today: string, tracked_?: Readonly<Record<string, unknown>>) =>
    promiseState(
      action.parse({ ...plain, ...fields }),
      tracked_ && tracked(tracked_),
      day(today),
      'Europe/Berlin',
    );
  const open = (verified_at: string) => ({ state: 'open', verified_at });
  const closed = {
    state: 'closed',
    closed_at: '2026-02-14T12:00:00Z',
    verified_at: '2026-02-20T02:00:00Z',
  };

  test.each([
    ['no issue', undefined, { state: 'kept', days: 10, by: 'company' }],
    [
      'an issue that was last seen open before',
      open('2026-02-11T12:00:00Z'),
      { state: 'kept', days: 10, by: 'company' },
    ],
    ['an issue that is open', open('2026-02-20T02:00:00Z'), { state: 'late', days: 19 }],
    [
      'an issue that was completed',
      { ...closed, state_reason: 'completed' },
      { state: 'kept', days: 13, by: 'issue' },
    ],
    [
      'an issue that was closed without a reason',
      closed,
      { state: 'kept', days: 10, by: 'company' },
    ],
    [
      'an issue that was given up',
      { ...closed, state_reason: 'not_planned' },
      { state: 'dropped', reason: 'not_planned' },
    ],
  ])('is that it was done: with %s', (_, lock, expected) => {
    expect(said({ done }, '2026-02-20', lock)).toMatchObject(expected);
  });

  test.each([
    ['in time', '2026-02-01', '2026-02-10', { state: 'due', days: 19 }],
    ['a day late', '2026-02-02', '2026-02-10', { state: 'unverified', days: 9 }],
    ['in time, once it is kept', '2026-02-01', '2026-02-28', { state: 'kept', days: 0 }],
    ['a day late, once it is kept', '2026-02-02', '2026-02-28', { state: 'kept', days: 26 }],
  ])('is that it was moved %s', (_, on_, today, standing) => {
    const moved = [{ to: '2026-03-01', because: 'It takes longer.', on: on_ }];
    const kept = standing.state === 'kept' && {
      done: { on: '2026-02-27', evidence: 'The notes of that day' },
    };
    expect(said({ moved, ...kept }, today)).toMatchObject(standing);
  });

  test('is that it was given up, and why', () => {
    const dropped = { on: '2026-02-11', because: 'It would have found nothing.' };
    expect(said({ dropped }, '2026-02-20')).toMatchObject({ state: 'dropped', reason: 'said' });
  });

  test('is that nobody knows by when: it is never late, and kept all the same', () => {
    const due = { unknown: 'when' };
    expect(said({ due }, '2036-02-20')).toEqual({ state: 'undated' });
    expect(said({ due, done }, '2036-02-20')).toMatchObject({ state: 'kept', days: undefined });
  });
});

describe('a promise that nobody tracks', () => {
  test.each([
    ['weeks before its day', '2026-01-18', { state: 'due', days: 14 }],
    ['the day before', '2026-01-31', { state: 'due', days: 1 }],
    ['on its day', '2026-02-01', { state: 'due', days: 0 }],
    ['the day after', '2026-02-02', { state: 'unverified', days: 1 }],
    // 365 + 365 + 29
    ['years later', '2028-03-01', { state: 'unverified', days: 759 }],
  ])('%s is counted in whole days', (_, today, expected) => {
    expect(on(today)).toMatchObject(expected);
  });

  test('is due until its day has passed, and each day counts one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (days) => {
        const state = on(day('2026-02-01').add({ days }).toString());
        expect(state).toMatchObject(
          days <= 0 ? { state: 'due', days: Math.abs(days) } : { state: 'unverified', days },
        );
      }),
    );
  });
});

describe('a promise whose issue', () => {
  const closed = (closed_at: string, fields = {}) => ({
    state: 'closed',
    state_reason: 'completed',
    closed_at,
    verified_at: '2026-02-20T02:00:00Z',
    ...fields,
  });

  test('was closed as completed by its day is kept, by the calendar of the site', () => {
    expect(on('2026-02-20', closed('2026-01-30T12:00:00Z'))).toMatchObject({
      state: 'kept',
      days: 0,
    });
    expect(on('2026-02-20', closed('2026-02-01T22:59:00Z'))).toMatchObject({
      state: 'kept',
      days: 0,
    });
    expect(on('2026-02-20', closed('2026-02-01T23:00:00Z'))).toMatchObject({
      state: 'kept',
      days: 1,
    });
  });

  test('was closed as completed later is kept, and how late stays', () => {
    const state = on('2027-01-01', closed('2026-02-11T12:00:00Z'));
    expect(state).toMatchObject({ state: 'kept', days: 10 });
    expect('on' in state && state.on.toString()).toBe('2026-02-11');
  });

  test('was closed for another reason is not kept', () => {
    const reasons = ['not_planned', 'duplicate'].map((state_reason) =>
      on('2026-02-20', closed('2026-01-30T12:00:00Z', { state_reason })),
    );
    expect(reasons).toMatchObject([
      { state: 'dropped', reason: 'not_planned' },
      { state: 'dropped', reason: 'duplicate' },
    ]);
  });

  test.each([
    ['without a reason', undefined],
    ['for a reason that we do not know', 'new_word'],
  ])('was closed %s is not kept, not late and not dropped: nobody knows', (_, state_reason) => {
    const unknown = closed('2026-01-30T12:00:00Z', { state_reason });
    expect(on('2026-01-31', unknown)).toMatchObject({ state: 'due', days: 1 });
    expect(on('2026-02-05', { ...unknown, verified_at: '2026-02-04T02:00:00Z' })).toMatchObject({
      state: 'unverified',
      days: 4,
    });
  });

  test('is open is late once somebody has looked after its day', () => {
    const open = (verified_at: string) => ({ state: 'open', verified_at });
    expect(on('2026-02-01', open('2026-02-01T12:00:00Z'))).toMatchObject({ state: 'due', days: 0 });
    expect(on('2026-02-05', open('2026-02-04T02:00:00Z'))).toMatchObject({
      state: 'late',
      days: 4,
    });
  });

  test('was looked at too early, or too long ago, says nothing any more', () => {
    const open = (verified_at: string) => ({ state: 'open', verified_at });
    expect(on('2026-02-02', open('2026-02-01T12:00:00Z'))).toMatchObject({
      state: 'unverified',
      days: 1,
    });
    expect(on('2026-02-20', open('2026-02-10T02:00:00Z'))).toMatchObject({
      state: 'unverified',
      days: 19,
    });
  });
});
