import { expect, test } from 'vitest';
import { unexcludedTexts } from '../../scripts/lib/credits/explain/phrases.ts';
import { announcement } from '../../src/domain/announced.ts';
import { type Incident, type Maintenance, incident } from '../../src/domain/incident.ts';
import { asOf, type StatusRecord } from '../../src/domain/record/record.ts';
import { aMaintenanceOf, aPolicy, anOutageOf, assessed, downtimeOf } from '../support/credits.ts';

type Fields = Readonly<Record<string, unknown>>;

const excluding = (maintenance: Fields, fields: Fields = {}) =>
  aPolicy({ exclude: { maintenance }, ...fields });

const both = [{}, { by: 'its_own_impact' }] as const;

/** Work on `api`, announced on 1 January 2026 unless `fields` say otherwise. */
const work = (scheduled: Fields, fields: Fields = {}): Maintenance & { id: string } => ({
  ...(incident.parse({
    kind: 'maintenance',
    title: 'Work',
    announced: '2026-01-01T00:00:00Z',
    scheduled,
    ...fields,
  }) as Maintenance),
  id: 'work',
});

const hours = (from: string, to: string, day = '2026-01-10') => ({
  from: `${day}T${from}:00Z`,
  to: `${day}T${to}:00Z`,
});
const hit = (from: string, to: string, fields: Fields = {}) => ({
  service: 'api',
  status: 'under_maintenance',
  ...hours(from, to),
  ...fields,
});
const outage = (from: string, to: string, fields: Fields = {}): Incident =>
  anOutageOf([[hours(from, to).from, hours(from, to).to, fields]]);

test('an outage inside an announced window counts by the impact of the work, and not by the window', () => {
  const incidents = [
    anOutageOf([['2026-01-31T23:30:00Z', '2026-02-01T00:40:00Z']], 'first'),
    anOutageOf([['2026-02-01T00:10:00Z', '2026-02-01T01:05:00Z']], 'second'),
    aMaintenanceOf('2026-01-20T00:00:00Z', '2026-02-01T00:50:00Z', '2026-02-01T01:20:00Z'),
  ];
  const minutes = (zone: string, period: string) =>
    both.map((by) =>
      downtimeOf({
        policy: excluding(by, { period: { every: 'month', zone } }),
        incidents,
        period,
      }),
    );
  // February begins at 00:00 UTC: to 00:50, or to 01:05. In New York all of it is January: from 23:30 on.
  expect(minutes('UTC', '2026-02')).toEqual(['50', '65']);
  expect(minutes('America/New_York', '2026-01')).toEqual(['80', '95']);
  expect(minutes('UTC', '2026-01')).toEqual(['30', '30']);
});

test('no time is both downtime and excluded, and the denominator goes with it', () => {
  // January has 44,640 minutes. Announced 02:00 to 03:00, worked to 02:40, down from 02:30 to 02:50.
  const incidents = [
    work(hours('02:00', '03:00'), { impact: [hit('02:00', '02:40')] }),
    outage('02:30', '02:50'),
  ];
  const counted = (by: Fields) => {
    const policy = excluding(by, { denominator: 'period_minus_maintenance' });
    const found = assessed({ policy, incidents })?.counted;
    return [
      found?.downtime.div(60_000).toString(),
      found?.excluded.map(({ from, to }) => (to - from) / 60_000),
      (found?.denominator ?? 0) / 60_000,
    ];
  };
  expect(counted({})).toEqual(['0', [60], 44_580]);
  // Of the work 02:00 to 02:30 is left: from then on the outage counts.
  expect(counted({ by: 'its_own_impact' })).toEqual(['20', [30], 44_610]);
});

test('a window ends with the update that says that the work is completed', () => {
  const done = (at: string) =>
    work(hours('02:00', '03:00'), {
      impact: [hit('02:00', '02:40')],
      updates: [{ at: `2026-01-10T${at}:00Z`, status: 'completed', text: 'Done.' }],
    });
  const minutes = (at: string) =>
    downtimeOf({ policy: excluding({}), incidents: [done(at), outage('02:45', '02:55')] });
  expect([minutes('02:40'), minutes('02:50'), minutes('03:00')]).toEqual(['10', '5', '0']);
  // Called off before it began, there is no window.
  const off = work(hours('02:00', '03:00'), {
    updates: [{ at: '2026-01-09T00:00:00Z', status: 'completed', text: 'Called off.' }],
  });
  expect(downtimeOf({ policy: excluding({}), incidents: [off, outage('02:45', '02:55')] })).toBe(
    '10',
  );
});

test('maintenance without windows is about every service, and comes off the denominator by the window', () => {
  const incidents = [work(hours('02:00', '03:00'))];
  const denominator = (by: Fields, fields: Fields = {}) =>
    (assessed({
      policy: excluding(by, { denominator: 'period_minus_maintenance', ...fields }),
      incidents,
    })?.counted.denominator ?? 0) / 60_000;
  expect(both.map((by) => denominator(by))).toEqual([44_580, 44_640]);
  expect(denominator({}, { denominator: 'period' })).toBe(44_640);
  expect(denominator({}, { scope: 'account' })).toBe(44_580);
  expect(denominator({ notice: 'P30D' })).toBe(44_640);
});

test('a window takes out what failed in its own services and regions', () => {
  const euWork = work(hours('02:00', '03:00'), {
    impact: [hit('02:00', '03:00', { regions: ['eu'] })],
  });
  const down = (fields: Fields, policy: Fields, target: object) =>
    downtimeOf({
      policy: excluding({}, policy),
      incidents: [euWork, outage('02:10', '02:30', fields)],
      target,
    });
  const account = { scope: 'account' };
  const regional = { scope: 'service_and_region' };
  expect(down({ regions: ['eu'] }, account, {})).toBe('0');
  expect(down({ regions: ['eu', 'us'] }, account, {})).toBe('20');
  expect(down({}, account, {})).toBe('20');
  expect(down({ service: 'web' }, account, {})).toBe('20');
  expect(down({}, regional, { service: 'api', region: 'eu' })).toBe('0');
  expect(down({}, regional, { service: 'api', region: 'us' })).toBe('20');
});

const moved = (at: string, before: unknown) => ({
  updates: [{ at, status: 'scheduled', text: 'Moved.', moved_from: before }],
});

test('notice counts from when these times were announced', () => {
  // Announced on the 1st for the 20th, moved to the 10th.
  const later = hours('02:00', '03:00', '2026-01-20');
  const minutes = (notice: string, at: string, before: unknown = later) =>
    downtimeOf({
      policy: excluding({ notice }),
      incidents: [
        work(hours('02:00', '03:00'), {
          impact: [hit('02:00', '03:00')],
          ...moved(at, before),
        }),
      ],
    });
  expect(minutes('P7D', '2026-01-09T00:00:00Z')).toBe('60');
  expect(minutes('PT1H', '2026-01-10T01:00:00Z')).toBe('0');
  expect(minutes('PT1H', '2026-01-10T01:00:01Z')).toBe('60');
  expect(minutes('P7D', '2026-01-03T02:00:00Z')).toBe('0');
  // What lay in the old window too was announced on the 1st.
  expect(minutes('P7D', '2026-01-09T00:00:00Z', hours('02:00', '02:45'))).toBe('15');
  expect(minutes('P7D', '2026-01-09T00:00:00Z', hours('01:00', '04:00'))).toBe('0');
});

test('what a move at short notice added is not excluded, and is named with its times', () => {
  const prolonged = (by: Fields) =>
    assessed({
      policy: excluding({ notice: 'P7D', ...by }),
      incidents: [
        work(hours('00:00', '02:00'), {
          impact: [hit('00:00', '02:00')],
          ...moved('2026-01-09T23:00:00Z', hours('00:00', '01:00')),
        }),
      ],
    });
  for (const by of both) {
    const found = prolonged(by);
    expect(found?.counted.downtime.div(60_000).toString()).toBe('60');
    expect(found && unexcludedTexts(found)).toEqual([
      expect.stringMatching(/^work .* 2026-01-10T01:00:00Z to 2026-01-10T02:00:00Z: /),
    ]);
  }
});

test('where nobody knows from when it was moved, it is not excluded, and that is said', () => {
  const one = (notice: string, at: string) => {
    const incidents = [
      work(hours('02:00', '03:00'), {
        impact: [hit('02:00', '03:00')],
        ...moved(at, 'unknown'),
      }),
    ];
    const found = assessed({ policy: excluding({ notice }), incidents })?.counted;
    return [
      found?.downtime.div(60_000).toString(),
      found?.unexcluded.map(({ incident: id, standing }) => `${id} ${standing}`),
      found?.doubtful,
    ];
  };
  expect(one('P7D', '2026-01-09T00:00:00Z')).toEqual(['60', ['work moved-unknown'], []]);
  expect(one('P1D', '2026-01-08T00:00:00Z')).toEqual(['0', [], []]);
});

test('the window that customers knew of: moved once, twice, during the work, and in an old history', () => {
  const day = (date: string) => hours('02:00', '03:00', date);
  const knew = (updates: readonly Fields[], announced = '2026-01-01T00:00:00Z', notice = 0) => {
    const told = announcement(
      work(hours('02:00', '05:00'), {
        announced,
        updates: updates.map((update) => ({ status: 'scheduled', text: 'Moved.', ...update })),
      }),
      notice,
    );
    const window = 'window' in told ? told.window : undefined;
    return [told.knew, window && (window.to - window.from) / 3_600_000];
  };
  expect(knew([])).toEqual(['in_time', 3]);
  expect(
    knew([
      { at: '2026-01-03T00:00:00Z', moved_from: day('2026-01-20') },
      { at: '2026-01-05T00:00:00Z', moved_from: day('2026-01-12') },
    ]),
  ).toEqual(['in_time', 3]);
  // Prolonged while it went on: what was added came as a surprise.
  expect(knew([{ at: '2026-01-10T02:30:00Z', moved_from: day('2026-01-10') }])).toEqual([
    'in_time',
    1,
  ]);
  expect(knew([{ at: '2026-01-10T02:30:00Z', moved_from: day('2026-01-20') }])).toEqual([
    'late',
    undefined,
  ]);
  // A reminder moves nothing.
  expect(knew([{ at: '2026-01-09T00:00:00Z', moved_from: 'none' }])).toEqual(['in_time', 3]);
  expect(knew([], 'unknown')).toEqual(['unknown', 3]);
  expect(knew([{ at: '2026-01-03T00:00:00Z', moved_from: 'unknown' }], 'unknown')).toEqual([
    'in_time',
    3,
  ]);
});

test('before it was moved, the record has the times that held then', () => {
  const maintenance = work(
    hours('02:00', '03:00'),
    moved('2026-01-05T00:00:00Z', hours('02:00', '03:00', '2026-01-20')),
  );
  const record = {
    site: { time_zone: 'UTC' },
    incidents: [maintenance],
    postmortems: [],
    lock: { version: 1, actions: [] },
  };
  const from = (now: string) => {
    const [found] = asOf(record as unknown as StatusRecord, Date.parse(now)).incidents;
    return found?.kind === 'maintenance' && found.scheduled.from.toString();
  };
  expect([from('2026-01-04T00:00:00Z'), from('2026-01-06T00:00:00Z')]).toEqual([
    '2026-01-20T02:00:00Z',
    '2026-01-10T02:00:00Z',
  ]);
});
