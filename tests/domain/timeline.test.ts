import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Incident } from '../../src/domain/incident.ts';
import { timelineOf } from '../../src/domain/status/timeline.ts';
import { aMaintenance, aNotice, anOutage, update, window } from '../support/incidents.ts';
import { at, said } from '../support/moments.ts';

/** A timeline in two words an event. */
const told = (incident: Incident, now = '23:00'): string[] =>
  timelineOf(incident, at(now)).map(
    ({ at: moment, type }) => `${new Date(moment).toISOString().slice(11, 16)} ${type}`,
  );

describe('a timeline', () => {
  const incident = anOutage({
    detected: { at: said('08:55'), by: 'monitor' },
    impact: [
      window('09:00', '09:40'),
      window('09:00', '09:30', { service: 'b' }),
      window('09:10', '09:40', { service: 'c' }),
    ],
    updates: [update('09:05', 'investigating'), update('09:50', 'resolved')],
  });

  test('tells what happened and what was said, oldest first, and what began or ended together as one', () => {
    expect(told(incident)).toEqual([
      '08:55 detected',
      '09:00 impact_began',
      '09:05 update',
      '09:10 impact_began',
      '09:30 impact_ended',
      '09:40 impact_ended',
      '09:50 update',
    ]);
    const services = timelineOf(incident, at('23:00')).map((event) =>
      'impacts' in event ? event.impacts.map(({ service }) => service) : [],
    );
    expect(services).toEqual([[], ['api', 'b'], [], ['c'], ['b'], ['api', 'c'], []]);
  });

  test('tells nothing that is yet to come', () => {
    expect(told(incident, '09:10')).toEqual([
      '08:55 detected',
      '09:00 impact_began',
      '09:05 update',
      '09:10 impact_began',
    ]);
    expect(told(incident, '08:00')).toEqual([]);
  });

  test('tells when a maintenance ran over', () => {
    const late = aMaintenance({ updates: [update('03:30', 'completed')] });
    expect(told(late)).toEqual([
      '01:00 announced',
      '02:00 impact_began',
      '03:00 ran_over',
      '03:30 impact_ended',
      '03:30 update',
    ]);
    expect(told(late, '02:59')).not.toContain('03:00 ran_over');
  });

  test('has no end of an impact that is open or whose end nobody knows', () => {
    expect(told(anOutage())).toEqual(['09:00 impact_began', '09:05 update']);
    expect(told(anOutage({ impact: [window('09:00', 'unknown')] }))).toEqual([
      '09:00 impact_began',
      '09:05 update',
    ]);
  });

  test('of one moment tells first what came first: it began, it was noticed, it ended, it was said', () => {
    const sudden = anOutage({
      detected: { at: said('09:00'), by: 'staff' },
      impact: [window('08:00', '09:00'), window('09:00', '10:00')],
      updates: [update('09:00', 'investigating'), update('10:00', 'resolved')],
    });
    expect(told(sudden)).toEqual([
      '08:00 impact_began',
      '09:00 impact_began',
      '09:00 detected',
      '09:00 impact_ended',
      '09:00 update',
      '10:00 impact_ended',
      '10:00 update',
    ]);
  });

  test('of updates in one moment keeps the order in which they are written', () => {
    const updates = [
      update('09:05', 'investigating'),
      update('09:05', 'identified'),
      update('09:05', 'monitoring'),
    ];
    const statuses = timelineOf(anOutage({ updates }), at('23:00')).flatMap((event) =>
      'update' in event ? event.update.status : [],
    );
    expect(statuses).toEqual(['investigating', 'identified', 'monitoring']);
  });

  test('of maintenance begins with its announcement, if anyone knows when that was', () => {
    expect(told(aMaintenance({ impact: [window('02:00', '02:40')] }))).toEqual([
      '01:00 announced',
      '02:00 impact_began',
      '02:40 impact_ended',
    ]);
    expect(
      told(aMaintenance({ announced: 'unknown', impact: [window('02:00', '02:40')] })),
    ).toEqual(['02:00 impact_began', '02:40 impact_ended']);
    expect(told(aMaintenance(), '01:30')).toEqual(['01:00 announced']);
  });

  test('of a notice has its updates', () => {
    expect(told(aNotice())).toEqual(['09:05 update']);
  });
});

test('a timeline never goes back in time and never looks ahead', () => {
  const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
  const impacts = fc.array(fc.tuple(time, fc.option(time, { nil: undefined })), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(
      impacts,
      fc.array(time, { minLength: 1, maxLength: 5 }),
      time,
      (windows, updates, now) => {
        const incident = anOutage({
          impact: windows.map(([from, to]) => window(from, to)),
          updates: updates.sort().map((moment) => update(moment, 'monitoring')),
        });
        const moments = timelineOf(incident, at(now)).map(({ at: moment }) => moment);
        expect(moments).toEqual([...moments].sort((a, b) => a - b));
        expect(moments.filter((moment) => moment > at(now))).toEqual([]);
        expect(
          moments.filter((moment) => updates.some((said) => at(said) === moment)).length > 0,
        ).toBe(updates.some((said) => said <= now));
      },
    ),
  );
});
