import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Impact } from '../../src/domain/impact.ts';
import { worst } from '../../src/domain/status.ts';
import { type PlainDate, dayInterval } from '../../src/domain/time.ts';
import { days, recentPeriod } from '../../src/domain/uptime/uptime.ts';
import { impact, someImpacts } from '../support/impacts.ts';
import { day, hour } from '../support/moments.ts';

const berlin = 'Europe/Berlin';
const berlinTime = (text: string): number => Date.parse(text);

/** The states of the days from `first` to `last`, seen long after. */
function states(
  impacts: readonly Impact[],
  first: string,
  last: string,
  {
    zone = berlin,
    since,
    now = Date.parse('2027-01-01T00:00:00Z'),
  }: { zone?: string; since?: string; now?: number } = {},
) {
  return days(impacts, {
    first: day(first),
    last: day(last),
    since: since === undefined ? undefined : day(since),
    zone,
    now,
  }).map(({ state }) => state);
}

describe('a day', () => {
  test('without impacts is operational', () => {
    expect(states([], '2026-01-16', '2026-01-17')).toEqual(['operational', 'operational']);
  });

  test('has the worst state that it saw', () => {
    const morning = impact(
      berlinTime('2026-01-17T08:00:00+01:00'),
      berlinTime('2026-01-17T09:00:00+01:00'),
      {
        status: 'degraded_performance',
      },
    );
    const noon = impact(
      berlinTime('2026-01-17T12:00:00+01:00'),
      berlinTime('2026-01-17T12:01:00+01:00'),
      { status: 'partial_outage' },
    );
    const night = impact(
      berlinTime('2026-01-17T20:00:00+01:00'),
      berlinTime('2026-01-17T21:00:00+01:00'),
      { status: 'under_maintenance' },
    );
    expect(states([morning, noon, night], '2026-01-16', '2026-01-18')).toEqual([
      'operational',
      'partial_outage',
      'operational',
    ]);
  });

  test('names what made it so, the worst first and each once', () => {
    const of = (incident: string, status: Impact['status'], hour: number) =>
      impact(
        berlinTime(`2026-01-17T0${hour}:00:00+01:00`),
        berlinTime(`2026-01-17T0${hour}:30:00+01:00`),
        { incident, status },
      );
    const impacts = [
      of('slow', 'degraded_performance', 7),
      of('down', 'major_outage', 8),
      of('slow', 'partial_outage', 9),
    ];
    const named = (since?: string) =>
      days(impacts, {
        first: day('2026-01-16'),
        last: day('2026-01-17'),
        since: since === undefined ? undefined : day(since),
        zone: berlin,
        now: Date.parse('2027-01-01T00:00:00Z'),
      }).map(({ incidents }) => incidents);
    expect(named()).toEqual([[], ['down', 'slow']]);
    expect(named('2026-01-18')).toEqual([[], []]);
  });

  test('is not touched by an impact that ended at its midnight', () => {
    const evening = impact(
      berlinTime('2026-01-16T23:00:00+01:00'),
      berlinTime('2026-01-17T00:00:00+01:00'),
    );
    expect(states([evening], '2026-01-16', '2026-01-17')).toEqual(['major_outage', 'operational']);
  });

  test('is touched by an impact that went on for a millisecond after its midnight', () => {
    const evening = impact(
      berlinTime('2026-01-16T23:00:00+01:00'),
      berlinTime('2026-01-17T00:00:00.001+01:00'),
    );
    expect(states([evening], '2026-01-16', '2026-01-17')).toEqual(['major_outage', 'major_outage']);
  });

  test('is marked by each impact that covers it whole', () => {
    const long = impact(
      berlinTime('2026-01-15T12:00:00+01:00'),
      berlinTime('2026-01-18T12:00:00+01:00'),
    );
    expect(states([long], '2026-01-14', '2026-01-19')).toEqual([
      'operational',
      'major_outage',
      'major_outage',
      'major_outage',
      'major_outage',
      'operational',
    ]);
  });

  test('belongs to the zone of the site', () => {
    const around = impact(Date.parse('2026-01-16T23:30:00Z'), Date.parse('2026-01-16T23:45:00Z'));
    expect(states([around], '2026-01-16', '2026-01-17', { zone: 'UTC' })).toEqual([
      'major_outage',
      'operational',
    ]);
    expect(states([around], '2026-01-16', '2026-01-17', { zone: berlin })).toEqual([
      'operational',
      'major_outage',
    ]);
    expect(states([around], '2026-01-16', '2026-01-17', { zone: 'America/New_York' })).toEqual([
      'major_outage',
      'operational',
    ]);
  });

  test('of 23 or 25 hours begins and ends where the clocks say', () => {
    const lastHour = (from: string, to: string) => impact(Date.parse(from), Date.parse(to));
    // 29 March is 23 hours long: 23:00Z to 22:00Z; 25 October is 25: 22:00Z to 23:00Z.
    expect(
      states(
        [lastHour('2026-03-29T21:59:00Z', '2026-03-29T22:00:00Z')],
        '2026-03-28',
        '2026-03-30',
      ),
    ).toEqual(['operational', 'major_outage', 'operational']);
    expect(
      states(
        [lastHour('2026-03-29T22:00:00Z', '2026-03-29T22:01:00Z')],
        '2026-03-28',
        '2026-03-30',
      ),
    ).toEqual(['operational', 'operational', 'major_outage']);
    expect(
      states(
        [lastHour('2026-10-25T22:30:00Z', '2026-10-25T22:31:00Z')],
        '2026-10-24',
        '2026-10-26',
      ),
    ).toEqual(['operational', 'major_outage', 'operational']);
    // On 24 April there is no midnight in Cairo: the day begins at 01:00, which is 22:00Z.
    const beginning = lastHour('2026-04-23T22:00:00Z', '2026-04-23T22:01:00Z');
    expect(states([beginning], '2026-04-23', '2026-04-24', { zone: 'Africa/Cairo' })).toEqual([
      'operational',
      'major_outage',
    ]);
  });

  test('has no data before the first day of the service, whatever is told of it', () => {
    const old = impact(
      berlinTime('2026-01-15T08:00:00+01:00'),
      berlinTime('2026-01-15T09:00:00+01:00'),
    );
    expect(states([old], '2026-01-15', '2026-01-18', { since: '2026-01-17' })).toEqual([
      'no_data',
      'no_data',
      'operational',
      'operational',
    ]);
  });

  test('is marked by an impact that began on it and whose end nobody knows, and later days are not', () => {
    const unknown = (text: string) =>
      impact(berlinTime(text), berlinTime(text), { end: 'unknown' });
    expect(states([unknown('2026-01-16T08:00:00+01:00')], '2026-01-15', '2026-01-18')).toEqual([
      'operational',
      'major_outage',
      'operational',
      'operational',
    ]);
    expect(states([unknown('2026-01-16T00:00:00+01:00')], '2026-01-15', '2026-01-16')).toEqual([
      'operational',
      'major_outage',
    ]);
  });
});

describe('today', () => {
  const now = berlinTime('2026-01-17T12:00:00+01:00');

  test('is marked by what is going on', () => {
    const open = impact(berlinTime('2026-01-16T23:00:00+01:00'), now, { end: 'open' });
    expect(states([open], '2026-01-15', '2026-01-17', { now })).toEqual([
      'operational',
      'major_outage',
      'major_outage',
    ]);
  });

  test('is marked by what begins in this very moment, as the status is', () => {
    expect(
      states([impact(now, now, { end: 'open' })], '2026-01-16', '2026-01-17', { now }),
    ).toEqual(['operational', 'major_outage']);
    expect(states([impact(now, now + hour)], '2026-01-16', '2026-01-17', { now })).toEqual([
      'operational',
      'major_outage',
    ]);
  });

  test('is not marked by what is planned for later', () => {
    const later = impact(now + 1, now + hour, { status: 'under_maintenance' });
    const openLater = impact(now + 1, now + 1, { end: 'open' });
    const unknownLater = impact(now + 1, now + 1, { end: 'unknown' });
    expect(states([later, openLater, unknownLater], '2026-01-16', '2026-01-17', { now })).toEqual([
      'operational',
      'operational',
    ]);
  });
});

test('a day is marked exactly by the impacts that share a moment with it', () => {
  fc.assert(
    fc.property(someImpacts, fc.nat(60), (impacts, sinceHour) => {
      // Each moment of the random impacts stands for an hour, from 28 March on: three days of 24, 23 and 24 hours.
      const start = Date.parse('2026-03-27T23:00:00Z');
      const hourly = impacts.map((one) => ({
        ...one,
        span: { from: start + one.span.from * hour, to: start + one.span.to * hour },
      }));
      const now = start + sinceHour * hour;
      const dates: PlainDate[] = ['2026-03-28', '2026-03-29', '2026-03-30'].map(day);
      const known = hourly.filter(({ span }) => span.from <= now);
      const touches = (
        { span, end }: Impact,
        { from, to }: { from: number; to: number },
      ): boolean => {
        if (end === 'unknown') return from <= span.from && span.from < to;
        const stop = end === 'open' ? Infinity : span.to;
        return span.from < stop && span.from < to && stop > from;
      };
      const expected = dates.map((date) => {
        const { from, to } = dayInterval(date, berlin);
        return worst(
          known
            .filter((one) => from <= now && touches(one, { from, to: Math.min(to, now + 1) }))
            .map(({ status }) => status),
        );
      });
      expect(states(hourly, '2026-03-28', '2026-03-30', { now })).toEqual(expected);
    }),
  );
});

describe('the last days', () => {
  const now = Date.parse('2026-03-30T10:00:00Z');

  test('are as many as were asked for, with today as the last', () => {
    const { first, last, period } = recentPeriod(90, now, berlin);
    expect([first, last].map(String)).toEqual(['2025-12-31', '2026-03-30']);
    expect(period).toEqual({ from: Date.parse('2025-12-30T23:00:00Z'), to: now });
    expect(days([], { first, last, since: undefined, zone: berlin, now })).toHaveLength(90);
  });

  test('begin with the service, where that is younger', () => {
    const { first, period } = recentPeriod(90, now, berlin, day('2026-03-29'));
    expect(first.toString()).toBe('2025-12-31');
    expect(period).toEqual({ from: Date.parse('2026-03-28T23:00:00Z'), to: now });
    expect(recentPeriod(90, now, berlin, day('2020-01-01')).period.from).toBe(
      Date.parse('2025-12-30T23:00:00Z'),
    );
  });

  test('of a service that is yet to come are no time at all', () => {
    expect(recentPeriod(90, now, berlin, day('2026-04-02')).period).toEqual({ from: now, to: now });
  });

  test('end today where the site is, not where the server is', () => {
    const late = Date.parse('2026-03-30T22:30:00Z');
    expect(recentPeriod(1, late, berlin).last.toString()).toBe('2026-03-31');
    expect(recentPeriod(1, late, 'America/New_York').last.toString()).toBe('2026-03-30');
  });
});
