import { type Exclusion, exclusionsOf, yearsAround } from './maintenance.ts';
import { type AskedPeriod, type CreditPeriod, periodAsked } from '../policy/period.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import { versionsInForce } from '../policy/version.ts';
import { type CreditWindow, creditWindows } from './windows.ts';
import type { Incident } from '../../incident.ts';
import { type Interval, clip, contains, isEmpty, union } from '../../time.ts';

/** A version of a policy with the period in question, and all that it counts as downtime or takes out in the calendar years of that period. */
export interface PolicyInPeriod {
  policy: CreditPolicy;
  period: CreditPeriod;
  windows: readonly CreditWindow[];
  exclusions: readonly Exclusion[];
}

const reach = ({ span, doubt }: CreditWindow): Interval => doubt ?? span;
const timeOf = ({ time }: Exclusion): Interval => time;

/**
 * `policy` in `period`. Yearly allowances look at the calendar years that it touches, and a stretch that reaches into these is measured
 * whole; everything further away is left out.
 */
export function policyInPeriod(
  policy: CreditPolicy,
  period: CreditPeriod,
  incidents: readonly Incident[],
  now: number,
): PolicyInPeriod {
  const windows = incidents.flatMap((incident) => creditWindows(policy, incident, now));
  const exclusions = incidents.flatMap((incident) => exclusionsOf(policy, incident, now));
  const unbroken = union([...windows.map(reach), ...exclusions.map(timeOf)]);
  const touching = (bounds: Interval): Interval[] =>
    unbroken.filter((span) => !isEmpty(clip(span, bounds)));
  const years = union([period.span, ...touching(yearsAround(period.span, policy.period.zone))]).map(
    (span) => yearsAround(span, policy.period.zone),
  );
  const kept = years.flatMap(touching);
  const isKept = ({ from }: Interval): boolean => kept.some((span) => contains(span, from));
  return {
    policy,
    period,
    windows: windows.filter((window) => isKept(reach(window))),
    exclusions: exclusions.filter(({ time }) => isKept(time)),
  };
}

/** The policies that have the period that was asked about, each in the version that is in force when that begins. */
export const policiesAsked = (
  policies: readonly CreditPolicy[],
  asked: AskedPeriod,
  incidents: readonly Incident[],
  now: number,
): PolicyInPeriod[] =>
  versionsInForce(policies, (policy) => periodAsked(policy.period, asked)?.first).flatMap(
    (policy) => {
      const period = periodAsked(policy.period, asked);
      return period ? [policyInPeriod(policy, period, incidents, now)] : [];
    },
  );
