import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uptime } from '../../src/domain/uptime/uptime.ts';
import { type UptimeBreakdown, uptimeBreakdown } from '../../src/domain/uptime/uptime-breakdown.ts';
import {
  impact,
  someImpacts,
  someInterval,
  someWeights,
  usualWeights,
} from '../support/impacts.ts';

const sum = ({ lines }: UptimeBreakdown): number =>
  lines.reduce((total, { counted, weight }) => total + counted * weight, 0);

describe('whatever happened', () => {
  test('the lines add up to the downtime of the period', () => {
    fc.assert(
      fc.property(someImpacts, someInterval, someWeights, (impacts, period, weights) => {
        const account = uptimeBreakdown(impacts, period, weights);
        expect(account.uptime).toEqual(uptime(impacts, period, weights));
        expect(sum(account)).toBe(account.uptime.weightedDowntime);
      }),
    );
  });

  test('each line tells where all of its time in the period went', () => {
    fc.assert(
      fc.property(someImpacts, someInterval, someWeights, (impacts, period, weights) => {
        for (const { span, announced, overlapped, counted, impact: told } of uptimeBreakdown(
          impacts,
          period,
          weights,
        ).lines) {
          expect(Math.min(announced, overlapped, counted)).toBeGreaterThanOrEqual(0);
          expect(announced + overlapped + counted).toBe(span.to - span.from);
          if (told.end === 'known')
            expect(span).toEqual({
              from: Math.max(told.span.from, period.from),
              to: Math.min(told.span.to, period.to),
            });
        }
      }),
    );
  });
});

describe('an account', () => {
  const period = { from: 0, to: 100 };
  const linesOf = (...impacts: Parameters<typeof impact>[]) =>
    uptimeBreakdown(
      impacts.map((each) => impact(...each)),
      period,
      usualWeights,
    ).lines.map(({ span, announced, overlapped, counted, weight }) => [
      span.from,
      span.to,
      announced,
      overlapped,
      counted,
      weight,
    ]);
  const partial = { status: 'partial_outage' } as const;

  test('leaves out what was outside the period', () => {
    expect(linesOf([-20, 0], [-10, 5], [95, 200], [100, 120])).toEqual([
      [0, 5, 0, 0, 5, 1000],
      [95, 100, 0, 0, 5, 1000],
    ]);
  });

  test('gives what overlaps to the heaviest, and of several as heavy to the first', () => {
    expect(linesOf([10, 40, partial], [20, 30], [25, 35])).toEqual([
      [10, 40, 0, 15, 15, 300],
      [20, 30, 0, 0, 10, 1000],
      [25, 35, 0, 5, 5, 1000],
    ]);
  });

  test('tells what had been announced', () => {
    expect(
      linesOf([10, 40, { status: 'under_maintenance', announced: { from: 10, to: 30 } }]),
    ).toEqual([[10, 40, 20, 0, 10, 1000]]);
  });

  test('names impacts of which nobody knows the end, and counts none of them', () => {
    expect(linesOf([10, 10, { end: 'unknown' }], [-5, -5, { end: 'unknown' }])).toEqual([
      [10, 10, 0, 0, 0, 1000],
    ]);
  });
});
