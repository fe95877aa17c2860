import { type CreditPeriod, periodFrom, periodsOver } from '../policy/period.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import type { PolicyInPeriod } from './policy-in-period.ts';
import { isInForce } from '../policy/version.ts';
import {
  type Interval,
  type PlainDate,
  clip,
  compareDays,
  contains,
  dayInterval,
  isDayBefore,
  isEmpty,
} from '../../time.ts';

const eachOnce = (periods: readonly CreditPeriod[]): CreditPeriod[] => [
  ...new Map(periods.map((period) => [period.last.toString(), period])).values(),
];

/**
 * The periods of a policy that customers hear of when something was down for a span of time (epoch ms). Rolling days end with it; but the
 * first that a policy governs are the ones that begin with it.
 */
export function periodsAbout({ period, effective }: CreditPolicy, span: Interval): CreditPeriod[] {
  const found = periodsOver(period, span);
  if (period.every !== 'days') return found;
  const first = periodFrom(period, effective.from);
  const governed = found.map((one) => (isDayBefore(one.first, first.first) ? first : one));
  return eachOnce(governed.filter((one) => !isEmpty(clip(one.span, span))));
}

/**
 * The last days, in order, of the rolling days that the site speaks of because of incidents, which end in `span` (epoch ms) and were not
 * asked for; none where the period is a month or a quarter.
 */
export function otherLastDays(
  { policy, period, windows }: PolicyInPeriod,
  span: Interval,
): PlainDate[] {
  if (policy.period.every !== 'days') return [];
  const spans = [...Map.groupBy(windows, ({ incident }) => incident).values()].map((own) => ({
    from: Math.min(...own.map((window) => window.span.from)),
    to: Math.max(...own.map((window) => window.span.to)),
  }));
  return eachOnce(spans.flatMap((whole) => periodsAbout(policy, whole)))
    .filter(({ first }) => isInForce(policy, first))
    .map(({ last }) => last)
    .filter(
      (day) =>
        !day.equals(period.last) && contains(span, dayInterval(day, policy.period.zone).to - 1),
    )
    .sort(compareDays);
}
