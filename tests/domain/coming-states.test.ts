import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comingRecords } from '../../src/domain/status/coming-records.ts';
import { comingStates } from '../../src/domain/status/coming-states.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { byWorst, statusAt } from '../../src/domain/status.ts';
import { aRecord } from '../support/accounts.ts';
import { aMaintenance, anOutage, update, window } from '../support/incidents.ts';
import { at } from '../support/moments.ts';

const clock = (ms: number): string => new Date(ms).toISOString().slice(11, 16);
const coming = (incident: Incident, now: string): string[] =>
  comingStates(incident, at(now)).map(({ at: when, state }) => `${clock(when)} ${state}`);

describe('what a page may say of a maintenance later', () => {
  test('it begins, and then the planned end passes; whether it ran over it does not know', () => {
    expect(coming(aMaintenance(), '01:30')).toEqual(['02:00 in_progress', '03:00 past_end']);
    expect(coming(aMaintenance(), '02:30')).toEqual(['03:00 past_end']);
    expect(coming(aMaintenance(), '03:30')).toEqual([]);
  });

  test('nor does it know that one with a planned end is over', () => {
    const planned = aMaintenance({
      impact: [window('02:00', '02:40', { status: 'under_maintenance' })],
    });
    expect(coming(planned, '01:30')).toEqual(['02:00 in_progress', '02:40 past_end']);
    expect(coming(planned, '02:30')).toEqual(['02:40 past_end']);
    expect(coming(aMaintenance({ impact: [] }), '01:30')).toEqual([
      '02:00 in_progress',
      '03:00 past_end',
    ]);
  });

  test('what was said counts more than the clock', () => {
    expect(coming(aMaintenance({ updates: [update('01:20', 'completed')] }), '01:30')).toEqual([]);
  });
});

test('of all else it says nothing new', () => {
  expect(coming(anOutage(), '09:30')).toEqual([]);
});

test('no service gets better, nor is any down, on a page that does not ask', () => {
  const clockAt = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const begins = fc.integer({ min: 120, max: 179 });
  fc.assert(
    fc.property(
      fc.integer({ min: 90, max: 179 }),
      fc.array(fc.tuple(begins, fc.option(fc.integer({ min: 1, max: 200 }))), { maxLength: 3 }),
      (now, windows) => {
        const planned = aMaintenance({
          impact: windows.map(([from, length]) =>
            window(clockAt(from), length === null ? undefined : clockAt(from + length), {
              status: 'under_maintenance',
            }),
          ),
        });
        const record = indexRecord(aRecord({ incidents: [planned] }), at(clockAt(now)));
        const statuses = [record, ...comingRecords(record)].map((then) =>
          statusAt(then.impactsOfService.get('api') ?? [], then.now),
        );
        expect(statuses).toEqual([...statuses].sort((a, b) => byWorst(b, a)));
        expect(statuses).not.toContain('major_outage');
      },
    ),
  );
});
