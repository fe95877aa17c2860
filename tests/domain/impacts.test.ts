import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  announcedWindow,
  splitAtAnnouncement,
  impactsOf,
  resolvedAt,
} from '../../src/domain/impact.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { aMaintenance, aNotice, anOutage, update, window } from '../support/incidents.ts';
import {
  lastMoment,
  someImpact,
  someImpacts,
  someInterval,
  usualWeights,
} from '../support/impacts.ts';
import { at, said } from '../support/moments.ts';
import { statusAt } from '../../src/domain/status.ts';
import { uptime } from '../../src/domain/uptime/uptime.ts';

/** The spans of an incident at a time of the day, as `[from, to, end]`. */
const spans = (incident: Incident, now: string): [number, number, string][] =>
  impactsOf(incident, at(now)).map(({ span: { from, to }, end }) => [from, to, end]);

describe('an impact', () => {
  test('with an end lasts until then, whatever the time is', () => {
    const incident = anOutage({ impact: [window('09:00', '10:00')] });
    expect(spans(incident, '09:30')).toEqual([[at('09:00'), at('10:00'), 'known']]);
    expect(spans(incident, '23:00')).toEqual([[at('09:00'), at('10:00'), 'known']]);
  });

  test('without an end is open until now', () => {
    expect(spans(anOutage(), '09:30')).toEqual([[at('09:00'), at('09:30'), 'open']]);
  });

  test('without an end ends with the resolving update', () => {
    const updates = [update('09:05', 'investigating'), update('09:50', 'resolved')];
    expect(spans(anOutage({ updates }), '12:00')).toEqual([[at('09:00'), at('09:50'), 'known']]);
  });

  test('without an end is open again once something is said after it was resolved', () => {
    const updates = [
      update('09:05', 'investigating'),
      update('09:50', 'resolved'),
      update('10:10', 'investigating'),
    ];
    expect(spans(anOutage({ updates }), '12:00')).toEqual([[at('09:00'), at('12:00'), 'open']]);
  });

  test('keeps the end it names, also when it is resolved later', () => {
    const updates = [update('09:05', 'investigating'), update('09:50', 'resolved')];
    expect(spans(anOutage({ impact: [window('09:00', '09:40')], updates }), '12:00')).toEqual([
      [at('09:00'), at('09:40'), 'known'],
    ]);
  });

  test('whose end is unknown has no length, and none is made up from the resolving update', () => {
    const updates = [update('09:05', 'investigating'), update('09:50', 'resolved')];
    expect(spans(anOutage({ impact: [window('09:00', 'unknown')], updates }), '12:00')).toEqual([
      [at('09:00'), at('09:00'), 'unknown'],
    ]);
  });

  test('never ends before it begins', () => {
    const updates = [update('08:00', 'investigating'), update('08:30', 'resolved')];
    expect(spans(anOutage({ updates }), '12:00')).toEqual([[at('09:00'), at('09:00'), 'known']]);
    expect(spans(anOutage(), '08:59')).toEqual([[at('09:00'), at('09:00'), 'open']]);
    const late = aMaintenance({
      impact: [window('03:30', undefined, { status: 'under_maintenance' })],
    });
    expect(spans(late, '02:30')).toEqual([[at('03:30'), at('03:30'), 'known']]);
  });

  test('stands with the others of its incident in the order in which they are written', () => {
    const incident = anOutage({
      impact: [
        window('09:30', '09:40', { service: 'b' }),
        window('09:00', undefined, { service: 'a', regions: ['eu'] }),
      ],
    });
    expect(impactsOf(incident, at('10:00'))).toMatchObject([
      {
        incident: 'outage',
        service: 'b',
        status: 'major_outage',
        end: 'known',
        regions: undefined,
        announced: undefined,
      },
      {
        incident: 'outage',
        service: 'a',
        status: 'major_outage',
        end: 'open',
        regions: ['eu'],
        announced: undefined,
      },
    ]);
  });

  test('of a notice is none unless it is written down', () => {
    expect(impactsOf(aNotice(), at('10:00'))).toEqual([]);
    expect(spans(aNotice({ impact: [window('09:00', '09:10')] }), '10:00')).toEqual([
      [at('09:00'), at('09:10'), 'known'],
    ]);
  });
});

describe('a maintenance without an end', () => {
  test('is taken to end as planned until that time has come', () => {
    expect(spans(aMaintenance(), '01:30')).toEqual([[at('02:00'), at('03:00'), 'known']]);
    expect(spans(aMaintenance(), '02:59')).toEqual([[at('02:00'), at('03:00'), 'known']]);
  });

  test('has run over when its end has come and nobody says that it is done', () => {
    expect(spans(aMaintenance(), '03:00')).toEqual([[at('02:00'), at('03:00'), 'open']]);
    expect(spans(aMaintenance(), '03:40')).toEqual([[at('02:00'), at('03:40'), 'open']]);
  });

  test('ends when an update says that it is completed', () => {
    const updates = [update('02:00', 'in_progress'), update('02:40', 'completed')];
    expect(spans(aMaintenance({ updates }), '05:00')).toEqual([
      [at('02:00'), at('02:40'), 'known'],
    ]);
  });
});

describe('what was announced', () => {
  const planned = { from: at('02:00'), to: at('03:00') };

  test('is the planned window, if customers knew of it before it began', () => {
    expect(announcedWindow(aMaintenance())).toEqual(planned);
    expect(announcedWindow(aMaintenance({ announced: said('02:00') }))).toEqual(planned);
  });

  test('is nothing, if they heard of it too late', () => {
    expect(announcedWindow(aMaintenance({ announced: said('02:01') }))).toBeUndefined();
  });

  test('is the planned window too, where nobody knows when they heard of it', () => {
    expect(announcedWindow(aMaintenance({ announced: 'unknown' }))).toEqual(planned);
  });

  test('is nothing for an outage and for a notice', () => {
    expect(announcedWindow(anOutage())).toBeUndefined();
    expect(announcedWindow(aNotice())).toBeUndefined();
  });

  test('goes with every impact of the maintenance', () => {
    const impact = [window('02:00', '02:30'), window('02:30', '03:30', { service: 'b' })];
    expect(
      impactsOf(aMaintenance({ impact }), at('05:00')).map(({ announced }) => announced),
    ).toEqual([planned, planned]);
  });
});

test('an incident is resolved only if the last update says so', () => {
  const [first, last, again] = [
    update('09:05', 'investigating'),
    update('09:50', 'resolved'),
    update('10:10', 'monitoring'),
  ];
  expect(resolvedAt(anOutage({ updates: [first] }))).toBeUndefined();
  expect(resolvedAt(anOutage({ updates: [first, last] }))).toBe(at('09:50'));
  expect(resolvedAt(anOutage({ updates: [first, last, again] }))).toBeUndefined();
  expect(resolvedAt(aMaintenance())).toBeUndefined();
  expect(resolvedAt(aMaintenance({ updates: [update('02:40', 'completed')] }))).toBe(at('02:40'));
});

describe('what customers feel of an impact', () => {
  const parts = (fields: Record<string, unknown>, now: string) =>
    impactsOf(aMaintenance(fields), at(now))
      .flatMap(splitAtAnnouncement)
      .map(({ span: { from, to }, status, end }) => [from, to, status, end]);
  const lasting = (from: string, to?: string) => ({
    impact: [window(from, to, { status: 'under_maintenance' })],
  });

  test('is maintenance as long as that was announced, and an outage after it', () => {
    expect(parts(lasting('02:00'), '02:59')).toEqual([
      [at('02:00'), at('03:00'), 'under_maintenance', 'known'],
    ]);
    expect(parts(lasting('02:00'), '03:20')).toEqual([
      [at('02:00'), at('03:00'), 'under_maintenance', 'known'],
      [at('03:00'), at('03:20'), 'major_outage', 'open'],
    ]);
    expect(parts(lasting('01:50', '03:10'), '04:00')).toEqual([
      [at('01:50'), at('02:00'), 'major_outage', 'known'],
      [at('02:00'), at('03:00'), 'under_maintenance', 'known'],
      [at('03:00'), at('03:10'), 'major_outage', 'known'],
    ]);
  });

  test('is an outage where nobody was told in time', () => {
    expect(parts({ ...lasting('02:00', '02:40'), announced: said('02:10') }, '04:00')).toEqual([
      [at('02:00'), at('02:40'), 'major_outage', 'known'],
    ]);
  });

  test('is in doubt only as far as the announcement is', () => {
    const impacts = impactsOf(
      aMaintenance({ ...lasting('02:00', '03:10'), announced: 'unknown' }),
      at('04:00'),
    ).flatMap(splitAtAnnouncement);
    expect(impacts.map(({ uncertain }) => uncertain)).toEqual([true, false]);
  });

  test('goes on in one part of an open impact, and in no other', () => {
    fc.assert(
      fc.property(someImpact, (impact) => {
        const open = splitAtAnnouncement(impact).filter(({ end }) => end === 'open');
        expect(open.map(({ span }) => span.to)).toEqual(
          impact.end === 'open' ? [impact.span.to] : [],
        );
      }),
    );
  });

  test('costs as much uptime as the impact itself, and takes as long', () => {
    fc.assert(
      fc.property(someImpact, someInterval, (impact, period) => {
        const felt = splitAtAnnouncement(impact);
        expect(uptime(felt, period, usualWeights).weightedDowntime).toBe(
          uptime([impact], period, usualWeights).weightedDowntime,
        );
        const length = felt.reduce((sum, { span }) => sum + span.to - span.from, 0);
        expect(length).toBe(impact.span.to - impact.span.from);
      }),
    );
  });

  test('shows where it costs uptime', () => {
    const weights = { major_outage: 1, partial_outage: 1, degraded_performance: 1 };
    fc.assert(
      fc.property(someImpacts, fc.nat(lastMoment), (impacts, moment) => {
        const felt = impacts.flatMap(splitAtAnnouncement);
        const { weightedDowntime } = uptime(felt, { from: moment, to: moment + 1 }, weights);
        const calm = ['operational', 'under_maintenance'].includes(statusAt(felt, moment));
        if (weightedDowntime > 0) expect(calm).toBe(false);
      }),
    );
  });
});
