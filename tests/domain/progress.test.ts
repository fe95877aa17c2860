import { describe, expect, test } from 'vitest';
import type { Incident } from '../../src/domain/incident.ts';
import {
  beganAt,
  firstSaidAt,
  isOpen,
  lastSaidAt,
  lifetime,
  maintenanceState,
  ranOverAt,
} from '../../src/domain/progress.ts';
import { aMaintenance, aNotice, anOutage, update, window } from '../support/incidents.ts';
import { at, said } from '../support/moments.ts';

const resolved = [update('09:05', 'investigating'), update('09:50', 'resolved')];

describe('an incident', () => {
  test('began with its earliest impact, wherever that is written', () => {
    expect(
      beganAt(anOutage({ impact: [window('09:30'), window('08:50', '09:00'), window('09:10')] })),
    ).toBe(at('08:50'));
  });

  test('without impacts began when it was planned, or first spoken of', () => {
    expect(beganAt(aMaintenance({ impact: [] }))).toBe(at('02:00'));
    expect(beganAt(aNotice())).toBe(at('09:05'));
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
    expect([firstSaidAt, lastSaidAt].map((when) => when(anOutage({ updates: resolved })))).toEqual([
      at('09:05'),
      at('09:50'),
    ]);
    expect([firstSaidAt, lastSaidAt].map((when) => when(aMaintenance()))).toEqual([
      at('01:00'),
      at('01:00'),
    ]);
    expect(
      [firstSaidAt, lastSaidAt].map((when) =>
        when(aMaintenance({ updates: [update('02:00', 'in_progress')] })),
      ),
    ).toEqual([at('01:00'), at('02:00')]);
    expect(firstSaidAt(aMaintenance({ updates: [update('00:30', 'scheduled')] }))).toBe(
      at('00:30'),
    );
    expect(firstSaidAt(aMaintenance({ announced: 'unknown' }))).toBe(at('02:00'));
  });
});

test('an incident lived from its beginning until its last impact was over and the last word said', () => {
  const lived = (incident: Incident) => Object.values(lifetime(incident, at('12:00')));
  const impact = [window('09:00', '09:40')];
  expect(lived(anOutage({ impact, updates: resolved }))).toEqual([at('09:00'), at('09:50')]);
  expect(lived(anOutage({ impact: [window('09:00', '10:30')], updates: resolved }))).toEqual([
    at('09:00'),
    at('10:30'),
  ]);
  expect(lived(anOutage())).toEqual([at('09:00'), at('12:00')]);
  expect(lived(anOutage({ impact: [window('09:00', 'unknown')] }))).toEqual([
    at('09:00'),
    at('09:05'),
  ]);
  expect(lived(aNotice())).toEqual([at('09:05'), at('09:05')]);
  expect(
    lived(
      aMaintenance({
        scheduled: { from: said('22:00'), to: said('23:00') },
        impact: [window('22:00')],
      }),
    ),
  ).toEqual([at('22:00'), at('23:00')]);
});

describe('a maintenance', () => {
  const states = (fields: Record<string, unknown>, ...times: string[]) =>
    times.map((now) => maintenanceState(aMaintenance(fields), at(now)));

  test('that nobody speaks of follows the clock', () => {
    const impact = [window('02:00', '02:40')];
    expect(states({ impact }, '01:59', '02:00', '02:39', '02:40')).toEqual([
      'scheduled',
      'in_progress',
      'in_progress',
      'completed',
    ]);
    expect(states({ impact: [] }, '01:59', '02:00', '02:59', '03:00')).toEqual([
      'scheduled',
      'in_progress',
      'in_progress',
      'completed',
    ]);
  });

  test('that is not said to be done runs over from its planned end on', () => {
    expect(states({}, '02:59', '03:00', '23:00')).toEqual([
      'in_progress',
      'running_over',
      'running_over',
    ]);
    expect(isOpen(aMaintenance(), at('23:00'))).toBe(true);
  });

  test.each([
    ['in time', { impact: [window('02:00', '03:00')] }, '04:00', undefined],
    ['not yet', {}, '02:59', undefined],
    ['and still does', {}, '03:00', '03:00'],
    ['and was done at last', { updates: [update('03:20', 'completed')] }, '04:00', '03:00'],
    ['by its windows', { impact: [window('02:00', '03:10')] }, '04:00', '03:00'],
    [
      'with nothing left to feel',
      { impact: [window('02:00', '02:40')], updates: [update('02:50', 'in_progress')] },
      '03:00',
      '03:00',
    ],
    ['in words alone', { impact: [], updates: [update('03:10', 'completed')] }, '04:00', undefined],
  ])('ran over: %s', (_how, fields, now, since) => {
    expect(ranOverAt(aMaintenance(fields), at(now))).toBe(since && at(since));
  });

  test('of which nobody knows any more when it ended was done when it was planned to be', () => {
    expect(
      states({ impact: [window('02:00', 'unknown')] }, '01:59', '02:30', '03:00', '23:00'),
    ).toEqual(['scheduled', 'in_progress', 'completed', 'completed']);
    expect(
      states({ impact: [window('02:00', 'unknown'), window('02:00', '03:20')] }, '03:10', '03:20'),
    ).toEqual(['running_over', 'completed']);
  });

  test('that began early is in progress then', () => {
    expect(states({ impact: [window('01:50', '02:40')] }, '01:49', '01:50')).toEqual([
      'scheduled',
      'in_progress',
    ]);
  });

  test('is what was last said of it', () => {
    const begun = [update('01:55', 'in_progress')];
    const done = [...begun, update('02:30', 'completed')];
    expect(states({ updates: begun }, '01:56', '23:00')).toEqual(['in_progress', 'running_over']);
    expect(states({ updates: done }, '02:31', '23:00')).toEqual(['completed', 'completed']);
    expect(states({ updates: [update('01:30', 'scheduled')] }, '01:31', '02:00')).toEqual([
      'scheduled',
      'in_progress',
    ]);
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
    expect(states({ impact: [], updates: begun }, '02:59', '03:00')).toEqual([
      'in_progress',
      'completed',
    ]);
    expect(
      states({ impact, updates: [...begun, update('02:50', 'in_progress')] }, '02:51', '23:00'),
    ).toEqual(['in_progress', 'running_over']);
  });

  test('is open while it is in progress', () => {
    const incident = aMaintenance({ impact: [window('02:00', '02:40')] });
    expect(['01:59', '02:00', '02:39', '02:40'].map((now) => isOpen(incident, at(now)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
