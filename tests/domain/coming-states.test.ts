import { describe, expect, test } from 'vitest';
import { comingStates } from '../../src/domain/coming-states.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { aMaintenance, anOutage, update, window } from '../support/incidents.ts';
import { at } from '../support/moments.ts';

const clock = (ms: number): string => new Date(ms).toISOString().slice(11, 16);
const coming = (incident: Incident, now: string): string[] =>
  comingStates(incident, at(now)).map(({ at: when, state }) => `${clock(when)} ${state}`);

describe('what the clock makes of a maintenance', () => {
  test('it opens, and runs over unless somebody says otherwise', () => {
    expect(coming(aMaintenance(), '01:30')).toEqual(['02:00 in_progress', '03:00 running_over']);
    expect(coming(aMaintenance(), '02:30')).toEqual(['03:00 running_over']);
    expect(coming(aMaintenance(), '03:30')).toEqual([]);
  });

  test('one with a planned end is over then', () => {
    const planned = aMaintenance({
      impact: [window('02:00', '02:40', { status: 'under_maintenance' })],
    });
    expect(coming(planned, '01:30')).toEqual(['02:00 in_progress', '02:40 completed']);
    expect(coming(planned, '02:30')).toEqual(['02:40 completed']);
    expect(coming(aMaintenance({ impact: [] }), '01:30')).toEqual([
      '02:00 in_progress',
      '03:00 completed',
    ]);
  });

  test('what was said counts more than the clock', () => {
    expect(coming(aMaintenance({ updates: [update('01:20', 'completed')] }), '01:30')).toEqual([]);
  });
});

test('nothing else changes by itself', () => {
  expect(coming(anOutage(), '09:30')).toEqual([]);
});
