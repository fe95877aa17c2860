import { type CreditTarget, type TargetDowntime, targetDowntime } from '../downtime/downtime.ts';
import { one as oneWhole } from '../exact/fraction.ts';
import { type AskedPeriod, periodAsked, periodWith } from '../policy/period.ts';
import { sharedAssessments } from './shared-assessments.ts';
import type { CreditBook } from './verdict.ts';
import { type PolicyInPeriod, policiesAsked } from '../downtime/policy-in-period.ts';
import { type StatusRecord, asOf } from '../../record/record.ts';
import { dayOf } from '../../time.ts';
import { versionsInForce } from '../policy/version.ts';

/** The downtime of each target of a policy, worked out once. */
function memoizedDowntime(): (asked: PolicyInPeriod, target: CreditTarget) => TargetDowntime {
  const known = new Map<PolicyInPeriod, Map<string, TargetDowntime>>();
  return (asked, target) => {
    const { scope } = asked.policy;
    const ofPolicy = known.get(asked) ?? new Map<string, TargetDowntime>();
    known.set(asked, ofPolicy);
    const place =
      scope === 'account'
        ? ''
        : scope === 'service'
          ? target.service
          : `${target.service} ${target.region}`;
    const key = `${place} ${[...(target.untouchedBy ?? [])].join(' ')}`;
    const downtime = ofPolicy.get(key) ?? targetDowntime(asked, target);
    ofPolicy.set(key, downtime);
    return downtime;
  };
}

/** The record at `now` (epoch ms) as rows are looked up in it: the policies of one period, and all that they count. `only`: the id of one policy. */
export function creditBook(
  record: StatusRecord,
  asked: AskedPeriod,
  {
    now,
    only,
    listed = new Set(),
  }: { now: number; only?: string | undefined; listed?: ReadonlySet<string> },
): CreditBook {
  const { site, incidents, plans, services, postmortems, policies: all } = asOf(record, now);
  const wanted = all.filter(({ id }) => only === undefined || id === only);
  const touched = ({ windows, ...one }: PolicyInPeriod): PolicyInPeriod => ({
    ...one,
    // An incident hit the accounts that a list names in full, whatever its share of all customers is.
    windows: windows.map((window) =>
      listed.has(window.incident) ? { ...window, weight: oneWhole } : window,
    ),
  });
  const policies = policiesAsked(wanted, asked, incidents, now).map(touched);
  const zone = site.time_zone;
  const span = periodAsked(
    asked.kind === 'day'
      ? { every: 'days', days: 1, zone }
      : asked.kind === 'month'
        ? { every: 'month', zone }
        : { every: 'quarter', zone, first_month: 1 },
    asked,
  )?.span;
  const downtimeOf = memoizedDowntime();
  const assessed = sharedAssessments();
  if (!span) throw new Error('A stretch of the calendar has no beginning.');
  return {
    plans,
    services,
    postmortems,
    incident: new Map(incidents.map((incident) => [incident.id, incident])),
    listed,
    policies,
    otherPolicies: wanted.filter((policy) => !policies.some((one) => one.policy.id === policy.id)),
    unasked: record.policies.filter((policy) => !wanted.includes(policy)),
    only,
    inForce: versionsInForce(
      all,
      ({ period }) =>
        (periodAsked(period, asked) ?? periodWith(period, dayOf(span.from, zone))).first,
    ),
    asked: span,
    zone,
    now,
    assessmentOf: (one, target, covered) => assessed(one, downtimeOf(one, target), covered),
  };
}
