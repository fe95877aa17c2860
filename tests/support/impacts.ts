import fc from 'fast-check';
import type { Impact } from '../../src/domain/impact.ts';
import type { UptimeWeights } from '../../src/domain/site.ts';
import { statuses } from '../../src/domain/status.ts';
import type { Interval } from '../../src/domain/time.ts';

export const usualWeights: UptimeWeights = {
  major_outage: 1,
  partial_outage: 0.3,
  degraded_performance: 0,
};

/** An impact of the same service from `from` to `to`, in whatever unit the test counts. */
export const impact = (from: number, to: number, fields: Partial<Impact> = {}): Impact => ({
  incident: 'i',
  service: 'api',
  status: 'major_outage',
  span: { from, to },
  end: 'known',
  announced: undefined,
  uncertain: fields.end === 'unknown',
  regions: undefined,
  ...fields,
});

/** So few moments that a test can look at each. */
export const lastMoment = 60;

const moment = fc.integer({ min: 0, max: lastMoment });
export const someInterval: fc.Arbitrary<Interval> = fc
  .tuple(moment, moment)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

export const someImpact: fc.Arbitrary<Impact> = fc
  .record({
    span: someInterval,
    status: fc.constantFrom(...statuses),
    announced: fc.option(someInterval, { nil: undefined }),
    end: fc.constantFrom('known', 'known', 'open', 'unknown'),
  })
  .map(({ span, status, announced, end }) =>
    impact(span.from, end === 'unknown' ? span.from : span.to, { status, announced, end }),
  );

export const someImpacts = fc.array(someImpact, { maxLength: 8 });

const weight = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
export const someWeights: fc.Arbitrary<UptimeWeights> = fc.record({
  major_outage: weight,
  partial_outage: weight,
  degraded_performance: weight,
});
