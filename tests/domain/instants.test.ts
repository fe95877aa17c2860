import { describe, expect, test } from 'vitest';
import { duration, instant, meantInstant, plainDate, withoutZone } from '../../src/domain/time.ts';

describe('a moment', () => {
  test.each([
    ['2026-01-17T09:14:00Z', Date.UTC(2026, 0, 17, 9, 14)],
    ['2026-01-17T09:14Z', Date.UTC(2026, 0, 17, 9, 14)],
    ['2026-01-17T10:14:00+01:00', Date.UTC(2026, 0, 17, 9, 14)],
    ['2026-01-17T14:59:00+05:45', Date.UTC(2026, 0, 17, 9, 14)],
    ['2026-01-16T22:14:00-11:00', Date.UTC(2026, 0, 17, 9, 14)],
    ['2026-01-17T09:14:00-00:00', Date.UTC(2026, 0, 17, 9, 14)],
    ['2026-01-17T09:14:05.7Z', Date.UTC(2026, 0, 17, 9, 14, 5, 700)],
    ['2026-01-17T09:14:05.073Z', Date.UTC(2026, 0, 17, 9, 14, 5, 73)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ])('%s is understood', (text, expected) => {
    expect(instant.parse(text).epochMilliseconds).toBe(expected);
  });

  test.each([
    ['no zone', '2026-01-17T09:14:00'],
    ['a space and no zone', '2026-01-17 09:14'],
    ['a space before the time', '2026-01-17 09:14:00Z'],
    ['a day only', '2026-01-17'],
    ['a leap second', '2026-06-30T23:59:60Z'],
    ['a day that the calendar does not have', '2026-02-30T09:14:00Z'],
    ['the 29th of February in a common year', '2026-02-29T09:14:00Z'],
    ['a month that does not exist', '2026-13-01T09:14:00Z'],
    ['hour 24', '2026-01-17T24:00:00Z'],
    ['minute 60', '2026-01-17T09:60:00Z'],
    ['an offset of more than a day', '2026-01-17T09:14:00+25:00'],
    ['an offset without its colon', '2026-01-17T09:14:00+0100'],
    ['an offset of hours only', '2026-01-17T09:14:00+01'],
    ['a zone by name', '2026-01-17T09:14:00[Europe/Berlin]'],
    ['a zone by name behind the offset', '2026-01-17T09:14:00+01:00[Europe/Berlin]'],
    ['microseconds', '2026-01-17T09:14:00.123456Z'],
    ['no digit of a second', '2026-01-17T09:14:00.Z'],
    ['small letters', '2026-01-17t09:14:00z'],
    ['a year of five digits', '+012026-01-17T09:14:00Z'],
    ['one digit for the hour', '2026-01-17T9:14:00Z'],
    ['words around it', ' 2026-01-17T09:14:00Z'],
    ['nothing', ''],
    ['digits of another script', '２０２６-01-17T09:14:00Z'],
  ])('with %s is refused', (_, text) => {
    expect(instant.safeParse(text).success).toBe(false);
  });

  test.each([[1_768_641_240_000], [null], [new Date(0)], [['2026-01-17T09:14:00Z']]])(
    'that is not text is refused',
    (value) => {
      expect(instant.safeParse(value).success).toBe(false);
    },
  );
});

describe('a day', () => {
  test.each(['2026-02-01', '2024-02-29'])('%s is understood', (text) => {
    expect(plainDate.parse(text).toString()).toBe(text);
  });

  test.each([
    '2026-02-30',
    '2026-02-29',
    '2026-1-1',
    '2026-01-17T09:14:00Z',
    '01.02.2026',
    '2026-00-10',
    '',
  ])('%s is refused', (text) => {
    expect(plainDate.safeParse(text).success).toBe(false);
  });
});

describe('a length of time', () => {
  test.each([
    ['PT30M', 30 * 60],
    ['PT1H30M', 90 * 60],
    ['P5D', 5 * 24 * 3600],
    ['P1DT12H', 36 * 3600],
    ['PT90S', 90],
  ])('%s is understood', (text, seconds) => {
    expect(duration.parse(text).total('seconds')).toBe(seconds);
  });

  test.each([
    'P',
    'PT',
    'P1DT',
    'P1M',
    'P1Y',
    'P1W',
    '30 minutes',
    'PT1.5H',
    '-PT1H',
    'PT30m',
    'PT99999999999999999999H',
    '',
  ])('%s is refused', (text) => {
    expect(duration.safeParse(text).success).toBe(false);
  });
});

test.each([
  ['2026-11-12 9:27', 'UTC', '2026-11-12T09:27:00Z'],
  ['2026-11-12 9:27', 'Europe/Berlin', '2026-11-12T09:27:00+01:00'],
  ['2026-07-12T09:27', 'Europe/Berlin', '2026-07-12T09:27:00+02:00'],
  ['2026-11-12T09:27', 'Europe/London', '2026-11-12T09:27:00+00:00'],
  ['2026-11-12T09:23:00.123', 'Asia/Kolkata', '2026-11-12T09:23:00.123+05:30'],
  ['2026-11-12 9:27', undefined, undefined],
  ['2026-11-12T9:23Z', undefined, '2026-11-12T09:23:00Z'],
  ['2026-11-12T09:23:00z', 'Europe/Berlin', '2026-11-12T09:23:00Z'],
  ['2026-11-12 09:23 UTC', 'Europe/Berlin', '2026-11-12T09:23:00Z'],
  ['2026-11-12 09:23+01:00', 'UTC', '2026-11-12T09:23:00+01:00'],
  ['2026-02-30 9:23', 'UTC', undefined],
  ['2026-11-12T25:23', 'UTC', undefined],
  ['2026-11-12T09:23:60', 'UTC', undefined],
  ['2026-11-12T09:23:00+24:00', 'UTC', undefined],
  ['2026-11-12T09:23:00Z', 'UTC', undefined],
  ['yesterday', 'UTC', undefined],
])('%s, in %s, is meant as %s', (text, zone, meant) =>
  expect(meantInstant(text, zone)).toBe(meant),
);

test.each([
  ['2026-11-12 9:27', '2026-11-12T09:27:00'],
  ['2026-11-12 9:27Z', undefined],
  ['2026-02-30 9:27', undefined],
])('%s without a zone is %s', (text, local) => expect(withoutZone(text)).toBe(local));
