import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { shownTime, spokenLength, spokenTime } from '../../src/domain/spoken-time.ts';
import { instantText } from '../../src/domain/time.ts';

const now = Date.parse('2026-01-17T09:31:42.500Z');
const berlin = { now, zone: 'Europe/Berlin' };
const read = (text: string, here = berlin): string => {
  const spoken = spokenTime(text, here);
  return 'at' in spoken ? instantText(spoken.at) : 'refused';
};
const why = (text: string, here = berlin): string => {
  const spoken = spokenTime(text, here);
  return 'why' in spoken ? spoken.why : `read as ${instantText(spoken.at)}`;
};

test.each([
  ['now', '2026-01-17T09:31:42Z'],
  ['20m ago', '2026-01-17T09:11:00Z'],
  ['1h 30m ago', '2026-01-17T08:01:00Z'],
  ['1h30m ago', '2026-01-17T08:01:00Z'],
  ['2 hours ago', '2026-01-17T07:31:00Z'],
  ['in 30m', '2026-01-17T10:01:00Z'],
  ['in 1 day', '2026-01-18T09:31:00Z'],
  ['14:05', '2026-01-17T13:05:00Z'],
  ['9:05', '2026-01-17T08:05:00Z'],
  ['9:05:30', '2026-01-17T08:05:30Z'],
  ['today 14:05', '2026-01-17T13:05:00Z'],
  ['yesterday 23:10', '2026-01-16T22:10:00Z'],
  ['tomorrow 00:10', '2026-01-17T23:10:00Z'],
  ['14:05 UTC', '2026-01-17T14:05:00Z'],
  ['14:05Z', '2026-01-17T14:05:00Z'],
  ['14:05 +02:00', '2026-01-17T12:05:00Z'],
  ['14:05 America/New_York', '2026-01-17T19:05:00Z'],
  ['yesterday 23:10 Asia/Kolkata', '2026-01-16T17:40:00Z'],
  ['2026-01-16 23:10', '2026-01-16T22:10:00Z'],
  ['2026-01-16T23:10', '2026-01-16T22:10:00Z'],
  ['2026-01-16T23:10Z', '2026-01-16T23:10:00Z'],
  ['2026-01-16T23:10:05+01:00', '2026-01-16T22:10:05Z'],
  ['  Now ', '2026-01-17T09:31:42Z'],
])('“%s” in Berlin is %s', (text, at) => {
  expect(read(text)).toBe(at);
});

test('a day is that of the zone, also where UTC has another', () => {
  const tokyo = { now: Date.parse('2026-01-17T20:00:00Z'), zone: 'Asia/Tokyo' };
  expect(read('04:30', tokyo)).toBe('2026-01-17T19:30:00Z');
  expect(read('yesterday 23:00', tokyo)).toBe('2026-01-17T14:00:00Z');
  expect(read('yesterday 23:00 UTC', tokyo)).toBe('2026-01-16T23:00:00Z');
});

test.each([
  '',
  'soon',
  '25:00',
  '14:61',
  '2026-02-30 10:00',
  '14.05',
  '2pm',
  '14:05 Middle/Earth',
  '20m',
  'ago',
  'in',
  'in a bit',
  'in 30',
  'yesterday',
  '2026-01-17',
  '1768643502',
  '9999999d ago',
  '0001-01-01 10:00',
  'x'.repeat(5000),
  '14:05 14:05',
])('“%s” is refused with what to write', (text) => {
  expect(read(text)).toBe('refused');
  expect(why(text)).toMatch(/[.]$/);
});

describe('where clocks change', () => {
  test.each([
    ['2026-10-25 02:30', 'Europe/Berlin', ['2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00']],
    ['2026-11-01 01:15', 'America/New_York', ['2026-11-01T01:15-04:00', '2026-11-01T01:15-05:00']],
    ['2026-03-29 02:30', 'Europe/Berlin', ['2026-03-29T01:30+01:00', '2026-03-29T03:30+02:00']],
  ])('%s in %s is refused, and both moments are offered', (text, zone, offered) => {
    const said = why(text, { now, zone });
    for (const moment of offered) {
      expect(said).toContain(moment);
      expect(read(moment, { now, zone })).not.toBe('refused');
    }
  });

  test('what names its offset is never in doubt', () => {
    expect(read('2026-10-25T02:30+01:00')).toBe('2026-10-25T01:30:00Z');
    expect(read('2026-10-25 02:30 UTC')).toBe('2026-10-25T02:30:00Z');
  });

  test('20m ago is 20 minutes, whatever clocks do', () => {
    const after = { now: Date.parse('2026-03-29T01:10:00Z'), zone: 'Europe/Berlin' };
    expect(read('20m ago', after)).toBe('2026-03-29T00:50:00Z');
  });
});

const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Australia/Lord_Howe',
);
const minutes = fc
  .integer({ min: Date.parse('2000-01-01'), max: Date.parse('2060-01-01') })
  .map((at) => at - (at % 60_000));

test('a local time is read as a moment at which clocks in the zone show it, or refused; with its offset it is always read', () => {
  fc.assert(
    fc.property(minutes, minutes, zones, (at, spokenAt, zone) => {
      const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      const local = there.toPlainDateTime().toString({ smallestUnit: 'minute' });
      const spoken = spokenTime(local.replace('T', ' '), { now: spokenAt, zone });
      if ('at' in spoken) expect(spoken.at).toBe(at);
      else expect(spoken.why).toContain('comes twice');
      expect(spokenTime(`${local}${there.offset}`, { now: spokenAt, zone })).toEqual({ at });
    }),
    { numRuns: 300 },
  );
});

test('what is ago and what is ahead meet at now', () => {
  fc.assert(
    fc.property(
      minutes,
      zones,
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 59 }),
      (at, zone, h, m) => {
        const length = (h * 60 + m) * 60_000;
        expect(spokenLength(`${h}h ${m}m`)).toBe(length);
        expect(spokenTime(`${h}h ${m}m ago`, { now: at, zone })).toEqual({ at: at - length });
        expect(spokenTime(`in ${h}h${m}m`, { now: at, zone })).toEqual({ at: at + length });
      },
    ),
  );
});

test('nothing that is typed throws', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), zones, (text, zone) => {
      const spoken = spokenTime(text, { now, zone });
      expect('at' in spoken ? Number.isFinite(spoken.at) : spoken.why.length > 0).toBe(true);
    }),
  );
});

test('a moment is shown in each zone once, with the day where that is another', () => {
  const at = Date.parse('2026-01-17T23:14:00Z');
  expect(shownTime(at, ['Europe/Berlin', 'UTC', 'Europe/Berlin'])).toBe(
    'Sunday 18 January 2026, 00:14 in Europe/Berlin (23:14 UTC on Saturday 17 January 2026)',
  );
  expect(shownTime(at, ['UTC'])).toBe('Saturday 17 January 2026, 23:14 UTC');
});
