import { describe, expect, test } from 'vitest';
import { splitAtAnnouncement, impactsOf } from '../../src/domain/impact.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { isWorse, statusAt, statuses, worst } from '../../src/domain/status.ts';
import { aMaintenance, anOutage, window } from '../support/incidents.ts';
import { at, said } from '../support/moments.ts';

const statusOf = (incidents: readonly Incident[], now: string) =>
  statusAt(
    incidents.flatMap((incident) => impactsOf(incident, at(now)).flatMap(splitAtAnnouncement)),
    at(now),
  );

describe('a service', () => {
  test('is operational when nothing is known of it', () => {
    expect(statusAt([], at('09:00'))).toBe('operational');
  });

  test('is impaired from the first moment of an impact until its end, which is operational again', () => {
    const incidents = [anOutage({ impact: [window('09:00', '10:00')] })];
    expect(['08:59', '09:00', '09:59', '10:00'].map((now) => statusOf(incidents, now))).toEqual([
      'operational',
      'major_outage',
      'major_outage',
      'operational',
    ]);
  });

  test('is impaired as long as an impact is open, from its first moment on', () => {
    expect(['08:59', '09:00', '23:00'].map((now) => statusOf([anOutage()], now))).toEqual([
      'operational',
      'major_outage',
      'major_outage',
    ]);
  });

  test('is not taken to be impaired by an impact whose end nobody knows', () => {
    const incidents = [anOutage({ impact: [window('09:00', 'unknown')] })];
    expect(['09:00', '09:01'].map((now) => statusOf(incidents, now))).toEqual([
      'operational',
      'operational',
    ]);
  });

  test('is as bad as the worst that is going on', () => {
    const impact = [
      window('09:00', '12:00', { status: 'degraded_performance' }),
      window('10:00', '11:00', { status: 'major_outage' }),
      window('10:00', '11:30', { status: 'partial_outage' }),
    ];
    const planned = aMaintenance({
      scheduled: { from: said('08:30'), to: said('12:30') },
      impact: [window('08:30', '12:30', { status: 'under_maintenance' })],
    });
    const incidents = [anOutage({ impact }), planned];
    expect(
      ['08:30', '09:30', '10:30', '11:15', '11:45', '12:15'].map((now) => statusOf(incidents, now)),
    ).toEqual([
      'under_maintenance',
      'degraded_performance',
      'major_outage',
      'partial_outage',
      'degraded_performance',
      'under_maintenance',
    ]);
  });

  test('is not under maintenance before that begins', () => {
    expect(['01:59', '02:00', '02:59'].map((now) => statusOf([aMaintenance()], now))).toEqual([
      'operational',
      'under_maintenance',
      'under_maintenance',
    ]);
  });

  test('is down from the moment in which maintenance runs over, or begins before its time, or unannounced', () => {
    const early = aMaintenance({
      impact: [window('01:50', '02:40', { status: 'under_maintenance' })],
    });
    expect(['02:59', '03:00', '04:00'].map((now) => statusOf([aMaintenance()], now))).toEqual([
      'under_maintenance',
      'major_outage',
      'major_outage',
    ]);
    expect(['01:50', '02:00', '02:40'].map((now) => statusOf([early], now))).toEqual([
      'major_outage',
      'under_maintenance',
      'operational',
    ]);
    expect(statusOf([aMaintenance({ announced: said('02:10') })], '02:30')).toBe('major_outage');
    expect(
      ['02:30', '03:30'].map((now) => statusOf([aMaintenance({ announced: 'unknown' })], now)),
    ).toEqual(['under_maintenance', 'major_outage']);
  });
});

test('the worst of several states is the same in whatever order they come', () => {
  expect(worst([])).toBe('operational');
  expect(worst(statuses)).toBe('major_outage');
  expect(worst([...statuses].reverse())).toBe('major_outage');
  expect(worst(['degraded_performance', 'under_maintenance'])).toBe('degraded_performance');
});

test('of two states exactly one is worse, unless they are the same', () => {
  for (const [place, a] of statuses.entries()) {
    for (const [other, b] of statuses.entries()) expect(isWorse(a, b)).toBe(place > other);
  }
});
