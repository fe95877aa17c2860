import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dayInterval, dayOf, daysBetween, isSameDay } from '../../src/domain/time.ts';
import { day, hour } from '../support/moments.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Australia/Lord_Howe',
];

const hours = (text: string, zone: string): number => {
  const { from, to } = dayInterval(day(text), zone);
  return (to - from) / hour;
};

const someDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day('1990-01-01').add({ days }));

describe.each(zones)('in %s', (zone) => {
  test('each day begins in the moment in which the day before ends', () => {
    fc.assert(
      fc.property(someDay, (date) => {
        const { from, to } = dayInterval(date, zone);
        expect(dayInterval(date.add({ days: 1 }), zone).from).toBe(to);
        expect(dayInterval(date.subtract({ days: 1 }), zone).to).toBe(from);
        expect(to).toBeGreaterThanOrEqual(from);
      }),
    );
  });

  test('the first and the last moment of a day belong to it, and those around it do not', () => {
    fc.assert(
      fc.property(someDay, (date) => {
        const { from, to } = dayInterval(date, zone);
        fc.pre(from < to);
        const found = [from - 1, from, to - 1, to].map((at) => dayOf(at, zone).equals(date));
        expect(found).toEqual([false, true, true, false]);
      }),
    );
  });

  test('every moment lies in the interval of its own day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 631_152_000_000, max: 2_366_841_600_000 }), (at) => {
        const { from, to } = dayInterval(dayOf(at, zone), zone);
        expect(from <= at && at < to).toBe(true);
      }),
    );
  });
});

test.each([
  ['UTC', '2026-03-29', 24],
  ['Europe/Berlin', '2026-03-28', 24],
  ['Europe/Berlin', '2026-03-29', 23],
  ['Europe/Berlin', '2026-10-25', 25],
  ['America/New_York', '2026-03-08', 23],
  ['America/New_York', '2026-11-01', 25],
  ['Asia/Kathmandu', '2026-03-29', 24],
  ['Africa/Cairo', '2026-04-23', 24],
  ['Africa/Cairo', '2026-04-24', 23],
  ['Africa/Cairo', '2026-10-29', 25],
  ['America/Sao_Paulo', '2018-11-03', 24],
  ['America/Sao_Paulo', '2018-11-04', 23],
  ['America/Sao_Paulo', '2018-02-17', 25],
  ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ['Pacific/Apia', '2011-12-30', 0],
] as const)('in %s the day %s has %d hours', (zone, text, length) => {
  expect(hours(text, zone)).toBe(length);
});

test.each([
  ['Europe/Berlin', '2026-01-17', '2026-01-16T23:00:00.000Z'],
  ['America/New_York', '2026-01-17', '2026-01-17T05:00:00.000Z'],
  ['Asia/Kathmandu', '2026-01-17', '2026-01-16T18:15:00.000Z'],
  // The clocks go from 24:00 to 01:00: there is no midnight, the day begins at 01:00.
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
] as const)('in %s the day %s begins at %s', (zone, text, moment) => {
  expect(new Date(dayInterval(day(text), zone).from).toISOString()).toBe(moment);
});

test('days between two days are whole, whatever the clocks did, and negative backwards', () => {
  const between = (from: string, to: string): number => daysBetween(day(from), day(to));
  expect(between('2026-03-28', '2026-03-30')).toBe(2);
  expect(between('2026-02-28', '2026-03-01')).toBe(1);
  expect(between('2024-02-28', '2024-03-01')).toBe(2);
  expect(between('2026-01-17', '2026-01-17')).toBe(0);
  expect(between('2026-01-17', '2025-01-17')).toBe(-365);
});

test('whether two moments lie on the same day depends on the zone', () => {
  const [evening, night] = [Date.parse('2026-01-17T22:30:00Z'), Date.parse('2026-01-17T23:30:00Z')];
  expect(isSameDay(evening, night, 'UTC')).toBe(true);
  expect(isSameDay(evening, night, 'Europe/Berlin')).toBe(false);
});

test('a day in UTC is the day that Temporal finds', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(3000, 0, 1) }), (at) => {
      const day = Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO('UTC')
        .toPlainDate();
      expect(dayOf(at, 'UTC').equals(day)).toBe(true);
    }),
  );
});
