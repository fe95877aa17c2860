import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { asOf } from '../../src/domain/record/record.ts';
import { howWeDid, noticers, scoreOf } from '../../src/domain/speed/how-we-did.ts';
import { speedPromises } from '../../src/domain/speed/speed-promises.ts';
import { instantText } from '../../src/domain/time.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';

const severity =
  '{ id: major, name: Major, level: major, means: Many customers cannot use a service., acknowledge_within: PT15M, update_every: PT1H, postmortem_within: P5D }';
const site = (exampleRecord['site.yaml'] ?? '').replace(/\{ id: major.*\}/, severity);

interface Told {
  detected?: string;
  /** Time, whether it is the last word, and by when it promises the next. */
  updates: readonly [at: string, last: boolean, next?: string][];
}

/** The record of an outage that began at 09:00 on 17 January, as of a moment. */
function recordOf({ detected, updates }: Told, now: string) {
  const of = (time: string): string => `2026-01-17T${time}:00Z`;
  const incident = [
    'kind: incident\ntitle: Late\nseverity: major',
    ...(detected ? [`detected: { at: ${of(detected)}, by: customer }`] : []),
    `impact: [{ service: api, status: partial_outage, from: ${of('09:00')} }]`,
    'updates:',
    ...updates.map(
      ([at, last, next]) =>
        `  - { at: ${of(at)}, status: ${last ? 'resolved' : 'identified'}, text: So it is.${next ? `, next_update_by: ${of(next)}` : ''} }`,
    ),
  ].join('\n');
  const files = {
    'site.yaml': site,
    'services.yaml': exampleRecord['services.yaml'] ?? '',
    'incidents/late.yaml': `${incident}\n`,
  };
  const { record, findings } = readRecord(filesInMemory(files), Date.parse('2090-01-01T00:00:00Z'));
  if (!record) throw new Error(findings.map(({ what }) => what).join());
  const at = Date.parse(now);
  return indexRecord(asOf(record, at), at);
}

const briefly = (told: Told, now = '2026-01-30T00:00:00Z'): string[] => {
  const record = recordOf(told, now);
  return record.incidents.flatMap((incident) =>
    speedPromises(record, incident).map(
      ({ kind, by, state }) => `${kind} ${instantText(by).slice(5, 16)} ${state}`,
    ),
  );
};

const inTime: Told = {
  detected: '09:05',
  updates: [
    ['09:20', false, '09:50'],
    ['09:50', true],
  ],
};

describe('what was to be said by when', () => {
  test('is kept up to the minute that was promised', () => {
    expect(briefly(inTime)).toEqual([
      'acknowledge 01-17T09:20 kept',
      'next_update 01-17T09:50 kept',
      'postmortem 01-22T09:50 missed',
    ]);
  });

  test('counts from the beginning where nobody wrote down when it was noticed, and never before it', () => {
    const { updates } = inTime;
    expect(briefly({ updates })[0]).toBe('acknowledge 01-17T09:15 missed');
    expect(briefly({ updates, detected: '08:30' })[0]).toBe('acknowledge 01-17T09:15 missed');
  });

  test('is what the severity promises where an update promised nothing', () => {
    const told: Told = {
      detected: '09:05',
      updates: [
        ['09:10', false],
        ['10:11', true],
      ],
    };
    expect(briefly(told)[1]).toBe('update_every 01-17T10:10 missed');
  });

  test('is open until it is due, and missed a moment later', () => {
    const told: Told = { detected: '09:05', updates: [['09:10', false, '09:50']] };
    const next = (now: string) => briefly(told, now)[1];
    expect(next('2026-01-17T09:50:00Z')).toBe('next_update 01-17T09:50 open');
    expect(next('2026-01-17T09:50:01Z')).toBe('next_update 01-17T09:50 missed');
  });

  test('is not put off by what is said when all is over', () => {
    const afterwards: Told = { ...inTime, updates: [...inTime.updates, ['18:00', true]] };
    expect(briefly(afterwards)).toEqual(briefly(inTime));
  });

  test('begins anew where it was not over', () => {
    const again: Told = {
      ...inTime,
      updates: [...inTime.updates, ['18:00', false, '19:00'], ['19:00', true]],
    };
    expect(briefly(again).slice(2)).toEqual([
      'next_update 01-17T19:00 kept',
      'postmortem 01-22T19:00 missed',
    ]);
  });

  test('asks for no update behind the last word, and for no postmortem before it', () => {
    const kinds = briefly(inTime, '2026-01-17T09:40:00Z').map((one) => one.split(' ')[0]);
    expect(kinds).toEqual(['acknowledge', 'next_update']);
  });
});

test('what was kept or missed stays that, however much time goes by', () => {
  const minutes = fc.integer({ min: 0, max: 59 });
  fc.assert(
    fc.property(minutes, minutes, fc.integer({ min: 0, max: 3000 }), (first, next, later) => {
      const two = (n: number): string => String(n).padStart(2, '0');
      const told: Told = {
        detected: '09:00',
        updates: [
          [`09:${two(first)}`, false, `10:${two(next)}`],
          ['10:30', true],
        ],
      };
      const now = Date.parse('2026-01-17T10:30:00Z');
      const before = briefly(told, instantText(now)).slice(0, 2);
      expect(briefly(told, instantText(now + later * 60_000)).slice(0, 2)).toEqual(before);
      expect(before).toEqual([
        `acknowledge 01-17T09:15 ${first <= 15 ? 'kept' : 'missed'}`,
        `next_update 01-17T10:${two(next)} ${next >= 30 ? 'kept' : 'missed'}`,
      ]);
    }),
    { numRuns: 20 },
  );
});

test('a quarter counts each promise of what began in it, and who noticed', () => {
  const [quarter] = howWeDid(recordOf(inTime, '2026-01-30T00:00:00Z'));
  expect(quarter).toMatchObject({
    year: 2026,
    quarter: 1,
    noticed: { us: 0, customers: 1, unknown: 0 },
  });
  const all = quarter?.promises ?? [];
  expect(scoreOf(all)).toEqual({ kept: 2, missed: 1 });
  expect(scoreOf(all, ['postmortem'])).toEqual({ kept: 0, missed: 1 });
  expect(noticers.map((who) => quarter?.noticed[who])).toEqual([0, 1, 0]);
});
