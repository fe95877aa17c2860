import { describe, expect, test } from 'vitest';
import type { Incident } from '../../src/domain/incident.ts';
import { beganAt, endedAt, firstSaidAt, isOpen, lastSaidAt, maintenanceState } from '../../src/domain/progress.ts';
import { aMaintenance, aNotice, anOutage, update, window } from '../support/incidents.ts';
import { at } from '../support/moments.ts';

const resolved = [update('09:05', 'investigating'), update('09:50', 'resolved')];

describe('an incident', () => {
  test('began with its earliest impact, wherever that is written', () => {
    expect(beganAt(anOutage({ impact: [window('09:30'), window('08:50', '09:00'), window('09:10')] }))).toBe(at('08:50'));
  });

  test('without impacts began when it was planned, or first spoken of', () => {
    expect(beganAt(aMaintenance({ impact: [] }))).toBe(at('02:00'));
    expect(beganAt(aNotice())).toBe(at('09:05'));
  });

  test('ended with its last impact', () => {
    const impact = [window('09:00', '09:40'), window('09:10', '09:20')];
    expect(endedAt(anOutage({ impact, updates: resolved }))).toBe(at('09:40'));
    expect(endedAt(anOutage({ impact }))).toBe(at('09:40'));
    expect(endedAt(anOutage({ impact: [...impact, window('09:05')], updates: resolved }))).toBe(at('09:50'));
  });

  test('has not ended while an impact is open or an end is unknown', () => {
    expect(endedAt(anOutage())).toBeUndefined();
    expect(endedAt(anOutage({ impact: [window('09:00', '09:40'), window('09:10')] }))).toBeUndefined();
    expect(endedAt(anOutage({ impact: [window('09:00', '09:40'), window('09:10', 'unknown')], updates: resolved }))).toBeUndefined();
  });

  test('without impacts ended when it was resolved', () => {
    expect(endedAt(aNotice())).toBeUndefined();
    expect(endedAt(aNotice({ updates: resolved }))).toBe(at('09:50'));
  });

  test('is open until an update says that it is resolved, and again after another', () => {
    const states = (incident: Incident) => isOpen(incident, at('12:00'));
    expect(states(anOutage())).toBe(true);
    expect(states(anOutage({ impact: [window('09:00', '09:40')] }))).toBe(true);
    expect(states(anOutage({ updates: resolved }))).toBe(false);
    expect(states(anOutage({ updates: [...resolved, update('10:00', 'identified')] }))).toBe(true);
    expect(states(aNotice())).toBe(true);
    expect(states(aNotice({ updates: resolved }))).toBe(false);
  });

  test('was first and last spoken of in its updates, and in its announcement', () => {
    expect([firstSaidAt, lastSaidAt].map((when) => when(anOutage({ updates: resolved })))).toEqual([at('09:05'), at('09:50')]);
    expect([firstSaidAt, lastSaidAt].map((when) => when(aMaintenance()))).toEqual([at('01:00'), at('01:00')]);
    expect([firstSaidAt, lastSaidAt].map((when) => when(aMaintenance({ updates: [update('02:00', 'in_progress')] })))).toEqual([
      at('01:00'),
      at('02:00'),
    ]);
    expect(firstSaidAt(aMaintenance({ updates: [update('00:30', 'scheduled')] }))).toBe(at('00:30'));
    expect(firstSaidAt(aMaintenance({ announced: 'unknown' }))).toBe(at('02:00'));
  });
});

describe('a maintenance', () => {
  const states = (fields: Record<string, unknown>, ...times: string[]) =>
    times.map((now) => maintenanceState(aMaintenance(fields), at(now)));

  test('that nobody speaks of follows the clock', () => {
    const impact = [window('02:00', '02:40')];
    expect(states({ impact }, '01:59', '02:00', '02:39', '02:40')).toEqual(['scheduled', 'in_progress', 'in_progress', 'completed']);
    expect(states({ impact: [] }, '01:59', '02:00', '02:59', '03:00')).toEqual(['scheduled', 'in_progress', 'in_progress', 'completed']);
  });

  test('that is not said to be done goes on after its planned end', () => {
    expect(states({}, '02:59', '03:00', '23:00')).toEqual(['in_progress', 'in_progress', 'in_progress']);
  });

  test('of which nobody knows any more when it ended was done when it was planned to be', () => {
    expect(states({ impact: [window('02:00', 'unknown')] }, '01:59', '02:30', '03:00', '23:00')).toEqual([
      'scheduled',
      'in_progress',
      'completed',
      'completed',
    ]);
    expect(states({ impact: [window('02:00', 'unknown'), window('02:00', '03:20')] }, '03:10', '03:20')).toEqual([
      'in_progress',
      'completed',
    ]);
  });

  test('that began early is in progress then', () => {
    expect(states({ impact: [window('01:50', '02:40')] }, '01:49', '01:50')).toEqual(['scheduled', 'in_progress']);
  });

  test('is what was last said of it', () => {
    const begun = [update('01:55', 'in_progress')];
    const done = [...begun, update('02:30', 'completed')];
    expect(states({ updates: begun }, '01:56', '23:00')).toEqual(['in_progress', 'in_progress']);
    expect(states({ updates: done }, '02:31', '23:00')).toEqual(['completed', 'completed']);
    expect(states({ updates: [update('01:30', 'scheduled')] }, '01:31', '02:00')).toEqual(['scheduled', 'in_progress']);
  });

  test('that was said to be in progress is over when its windows are, unless it was said later', () => {
    const impact = [window('02:00', '02:40')];
    const begun = [update('02:00', 'in_progress')];
    expect(states({ impact, updates: begun }, '02:01', '02:39', '02:40', '23:00')).toEqual([
      'in_progress',
      'in_progress',
      'completed',
      'completed',
    ]);
    expect(states({ impact: [], updates: begun }, '02:59', '03:00')).toEqual(['in_progress', 'completed']);
    expect(states({ impact, updates: [...begun, update('02:50', 'in_progress')] }, '02:51', '23:00')).toEqual([
      'in_progress',
      'in_progress',
    ]);
  });

  test('is open while it is in progress', () => {
    const incident = aMaintenance({ impact: [window('02:00', '02:40')] });
    expect(['01:59', '02:00', '02:39', '02:40'].map((now) => isOpen(incident, at(now)))).toEqual([false, true, true, false]);
  });
});
