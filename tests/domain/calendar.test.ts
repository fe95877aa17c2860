import { describe, expect, test } from 'vitest';
import { stretches } from '../../src/domain/uptime/calendar.ts';
import { day, hour } from '../support/moments.ts';

const told = (...args: Parameters<typeof stretches>): string[] =>
  stretches(...args).map(({ first, period: { from, to }, current }) =>
    [
      first,
      new Date(from).toISOString(),
      new Date(to).toISOString(),
      current ? 'current' : 'over',
    ].join(' '),
  );

describe('months', () => {
  test('reach from the first day with data to now, the latest first', () => {
    expect(told('month', day('2026-01-10'), Date.parse('2026-03-05T06:00:00Z'), 'UTC')).toEqual([
      '2026-03-01 2026-03-01T00:00:00.000Z 2026-03-05T06:00:00.000Z current',
      '2026-02-01 2026-02-01T00:00:00.000Z 2026-03-01T00:00:00.000Z over',
      '2026-01-01 2026-01-10T00:00:00.000Z 2026-02-01T00:00:00.000Z over',
    ]);
  });

  test('begin and end at midnight of the zone, an hour short where the clocks change', () => {
    const [, march] = stretches(
      'month',
      day('2026-01-01'),
      Date.parse('2026-04-02T00:00:00Z'),
      'Europe/Berlin',
    );
    expect(march && (march.period.to - march.period.from) / hour).toBe(31 * 24 - 1);
  });

  test('are as many as asked for at the most', () => {
    expect(
      stretches('month', day('2010-01-01'), Date.parse('2026-03-05T06:00:00Z'), 'UTC', 24),
    ).toHaveLength(24);
  });

  test('are none for what begins later', () => {
    expect(told('month', day('2026-03-06'), Date.parse('2026-03-05T06:00:00Z'), 'UTC')).toEqual([]);
  });
});

test('years meet without a gap', () => {
  const years = stretches(
    'year',
    day('2020-02-29'),
    Date.parse('2026-03-05T06:00:00Z'),
    'America/New_York',
  );
  expect(years.map(({ first }) => first.year)).toEqual([2026, 2025, 2024, 2023, 2022, 2021, 2020]);
  for (const [index, { period }] of years.slice(1).entries())
    expect(period.to).toBe(years[index]?.period.from);
});
