import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Impact } from '../../src/domain/impact.ts';
import { impactsOf } from '../../src/domain/impact.ts';
import { type UptimeWeights, uptimeWeights } from '../../src/domain/site.ts';
import type { Interval } from '../../src/domain/time.ts';
import { percent, uptime } from '../../src/domain/uptime/uptime.ts';
import {
  impact,
  someImpact,
  someImpacts,
  someInterval,
  someWeights,
  usualWeights,
} from '../support/impacts.ts';
import { aMaintenance, window } from '../support/incidents.ts';
import { at, hour, minute, said } from '../support/moments.ts';

const downtime = (
  impacts: readonly Impact[],
  period: Interval,
  weights: UptimeWeights = usualWeights,
): number => uptime(impacts, period, weights).weightedDowntime;

describe('a day of 1440 minutes', () => {
  const period = { from: 0, to: 24 * hour };
  const minutes = (from: number, to: number, fields: Partial<Impact> = {}) =>
    impact(from * minute, to * minute, fields);
  const partial = { status: 'partial_outage' } as const;
  const degraded = { status: 'degraded_performance' } as const;

  test.each<[title: string, impacts: Impact[], downMinutes: number, shown: string]>([
    ['without impacts is whole', [], 0, '100.00'],
    // 1440 - 47 = 1393; 1393 / 1440 = 0.967361…
    ['with 47 minutes of major outage', [minutes(554, 601)], 47, '96.73'],
    // 47 × 0.3 = 14.1; 1425.9 / 1440 = 0.990208…
    ['with 47 minutes of partial outage', [minutes(554, 601, partial)], 14.1, '99.02'],
    [
      'with 47 minutes of degraded performance, which weighs nothing',
      [minutes(554, 601, degraded)],
      0,
      '100.00',
    ],
    // 20 minutes are both: 20 × 1 + (60 - 20) × 0.3 = 32; 1408 / 1440 = 0.977777…
    [
      'with a major outage inside a partial one',
      [minutes(100, 160, partial), minutes(120, 140)],
      32,
      '97.77',
    ],
    // 100–140 and 120–160 are 60 minutes, not 80; 1380 / 1440 = 0.958333…
    ['with two overlapping outages', [minutes(100, 140), minutes(120, 160)], 60, '95.83'],
    ['with an outage that began the day before', [minutes(-30, 60)], 60, '95.83'],
    ['with an outage that goes on into the next day', [minutes(1380, 1500)], 60, '95.83'],
    ['with an outage of the day before', [minutes(-30, 0)], 0, '100.00'],
    ['with an outage of the whole day', [minutes(-30, 1500)], 1440, '0.00'],
    // 1 / 86_400_000 of a day
    ['with an outage of a millisecond', [impact(5, 6)], 1 / minute, '99.99'],
  ])('%s', (_, impacts, downMinutes, shown) => {
    const found = uptime(impacts, period, usualWeights);
    expect(found.weightedDowntime).toBeCloseTo(downMinutes * minute * 1000, 3);
    expect(Number.isInteger(found.weightedDowntime)).toBe(true);
    expect(percent(found)).toBe(shown);
  });

  test('weighs each state as the site says', () => {
    const impacts = [minutes(0, 10), minutes(20, 30, partial), minutes(40, 50, degraded)];
    const weights = { major_outage: 0.9, partial_outage: 0.5, degraded_performance: 0.125 };
    // 10 × 0.9 + 10 × 0.5 + 10 × 0.125 = 15.25
    expect(downtime(impacts, period, weights)).toBe(15.25 * minute * 1000);
  });
});

describe('maintenance', () => {
  const period = { from: at('00:00'), to: at('12:00') };
  const downMinutes = (fields: Record<string, unknown>, now = '12:00') =>
    downtime(impactsOf(aMaintenance(fields), at(now)), period) / minute / 1000;

  test('that was announced counts nothing', () => {
    expect(
      downMinutes({ impact: [window('02:00', '02:40', { status: 'under_maintenance' })] }),
    ).toBe(0);
    expect(downMinutes({ impact: [window('02:00', '02:40', { status: 'major_outage' })] })).toBe(0);
  });

  test('that runs over counts as an outage from its planned end on', () => {
    // 03:00 to 03:25
    expect(
      downMinutes({ impact: [window('02:00', '03:25', { status: 'under_maintenance' })] }),
    ).toBe(25);
    expect(downMinutes({}, '03:25')).toBe(25);
  });

  test('that begins early counts as an outage until its planned beginning', () => {
    // 01:50 to 02:00
    expect(
      downMinutes({ impact: [window('01:50', '02:40', { status: 'under_maintenance' })] }),
    ).toBe(10);
  });

  test('that nobody knew of beforehand counts as an outage', () => {
    const impact = [window('02:00', '02:40', { status: 'under_maintenance' })];
    expect(downMinutes({ impact, announced: said('02:10') })).toBe(40);
  });

  test('of which nobody knows if it was announced is not counted, but makes the figure an upper bound', () => {
    const impact = [window('02:00', '02:40', { status: 'under_maintenance' })];
    expect(downMinutes({ impact, announced: 'unknown' })).toBe(0);
    const impacts = impactsOf(aMaintenance({ impact, announced: 'unknown' }), at('12:00'));
    expect(uptime(impacts, period, usualWeights).uncertain).toEqual({ ends: 0, announcements: 1 });
  });

  test('does not cover an outage of another cause in the same hour', () => {
    const outage = impact(at('02:10'), at('02:30'));
    expect(
      downtime([...impactsOf(aMaintenance(), at('12:00')), outage], {
        from: at('02:00'),
        to: at('03:00'),
      }),
    ).toBe(20 * minute * 1000);
  });
});

describe('an unknown end', () => {
  const period = { from: 10, to: 20 };
  const unknown = (from: number) => impact(from, from, { end: 'unknown' });

  test('counts nothing but is said, so that the figure is known to be an upper bound', () => {
    expect(uptime([unknown(12), unknown(13)], period, usualWeights)).toEqual({
      period,
      weightedDowntime: 0,
      uncertain: { ends: 2, announcements: 0 },
    });
  });

  test('belongs to the period in which its impact began', () => {
    expect(
      [9, 10, 19, 20].map((from) => uptime([unknown(from)], period, usualWeights).uncertain.ends),
    ).toEqual([0, 1, 1, 0]);
  });
});

/** What a moment weighs, in thousandths: the heaviest of the impacts that it lies in and that nobody had announced. */
function weightAt(moment: number, impacts: readonly Impact[], weights: UptimeWeights): number {
  const covers = ({ from, to }: Interval): boolean => from <= moment && moment < to;
  const found = impacts
    .filter(({ span, announced }) => covers(span) && !(announced && covers(announced)))
    .map(({ status }) =>
      status === 'operational'
        ? 0
        : Math.round(1000 * weights[status === 'under_maintenance' ? 'major_outage' : status]),
    );
  return Math.max(0, ...found);
}

describe('whatever happened', () => {
  test('downtime is the sum of what each moment weighs', () => {
    fc.assert(
      fc.property(someImpacts, someInterval, someWeights, (impacts, period, weights) => {
        const moments = Array.from({ length: period.to - period.from }, (_, index) =>
          weightAt(period.from + index, impacts, weights),
        );
        expect(downtime(impacts, period, weights)).toBe(
          moments.reduce((sum, weight) => sum + weight, 0),
        );
      }),
    );
  });

  test('uptime is never below 0 nor above 100 percent', () => {
    fc.assert(
      fc.property(someImpacts, someInterval, someWeights, (impacts, period, weights) => {
        fc.pre(period.from < period.to);
        const shown = Number(percent(uptime(impacts, period, weights)));
        expect(shown).toBeGreaterThanOrEqual(0);
        expect(shown).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('one impact more never raises uptime', () => {
    fc.assert(
      fc.property(
        someImpacts,
        someImpact,
        someInterval,
        someWeights,
        (impacts, another, period, weights) => {
          expect(downtime([...impacts, another], period, weights)).toBeGreaterThanOrEqual(
            downtime(impacts, period, weights),
          );
        },
      ),
    );
  });

  test('an impact cut in two counts as much as before', () => {
    fc.assert(
      fc.property(
        someImpacts,
        someImpact,
        fc.nat(60),
        someInterval,
        someWeights,
        (impacts, whole, cut, period, weights) => {
          const { from, to } = whole.span;
          const middle = Math.min(Math.max(from, cut), to);
          const halves = [
            { from, to: middle },
            { from: middle, to },
          ].map((span) => ({ ...whole, span }));
          expect(downtime([...impacts, ...halves], period, weights)).toBe(
            downtime([...impacts, whole], period, weights),
          );
        },
      ),
    );
  });

  test('a period cut in two has as much downtime as its parts together', () => {
    fc.assert(
      fc.property(
        someImpacts,
        someInterval,
        fc.nat(60),
        someWeights,
        (impacts, { from, to }, cut, weights) => {
          const middle = Math.min(Math.max(from, cut), to);
          const parts =
            downtime(impacts, { from, to: middle }, weights) +
            downtime(impacts, { from: middle, to }, weights);
          expect(parts).toBe(downtime(impacts, { from, to }, weights));
        },
      ),
    );
  });

  test('what is written twice counts once, and the order in which it is written does not matter', () => {
    fc.assert(
      fc.property(someImpacts, someInterval, someWeights, (impacts, period, weights) => {
        const once = downtime(impacts, period, weights);
        expect(downtime([...impacts, ...impacts], period, weights)).toBe(once);
        expect(downtime([...impacts].reverse(), period, weights)).toBe(once);
      }),
    );
  });
});

describe('a percentage', () => {
  const of = (length: number, weightedDowntime: number, decimals?: number) =>
    percent({ period: { from: 0, to: length }, weightedDowntime }, decimals);

  test('is the exact fraction, rounded down', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 * 24 * hour }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(5),
        (length, share, decimals) => {
          const down = Math.floor(share * length * 1000);
          const shown = of(length, down, decimals) ?? '';
          expect(shown).toMatch(
            decimals ? new RegExp(`^\\d{1,3}\\.\\d{${decimals}}$`) : /^\d{1,3}$/,
          );
          // shown / 10^decimals ≤ 100 × up / whole < (shown + 1) / 10^decimals
          const units = BigInt(shown.replace('.', ''));
          const whole = BigInt(length) * 1000n;
          const exact = (whole - BigInt(down)) * 100n * 10n ** BigInt(decimals);
          expect(units * whole <= exact).toBe(true);
          expect((units + 1n) * whole > exact).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is 100 only when nothing at all was lost', () => {
    const ninetyDays = 90 * 24 * hour;
    expect(of(ninetyDays, 0)).toBe('100.00');
    expect(of(ninetyDays, 1)).toBe('99.99');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: ninetyDays }), (down) => {
        expect(of(ninetyDays, down)).not.toBe('100.00');
      }),
    );
  });

  test('of a little keeps its zeros', () => {
    expect(of(1000, 999_950)).toBe('0.00');
    expect(of(1000, 999_900)).toBe('0.01');
    expect(of(1000, 950_000)).toBe('5.00');
    expect(of(1000, 999_950, 3)).toBe('0.005');
    expect(of(1000, 950_000, 0)).toBe('5');
  });

  test('of no time at all is not told', () => {
    expect(of(0, 0)).toBeUndefined();
  });
});

test('a site that says nothing of weights gets 1, 0.3 and 0', () => {
  expect(uptimeWeights.parse({})).toEqual(usualWeights);
});
