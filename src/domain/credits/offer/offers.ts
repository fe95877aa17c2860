import type { CreditTarget } from '../downtime/downtime.ts';
import type { CreditPeriod } from '../policy/period.ts';
import { periodsAbout } from '../downtime/rolling.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import { versionsInForce } from '../policy/version.ts';
import { type Assessment, assess } from '../money/assessment.ts';
import { policyInPeriod } from '../downtime/policy-in-period.ts';
import type { RecordIndex } from '../../record/index-record.ts';
import type { Incident } from '../../incident.ts';

/** What an incident earns customers under a policy, in one period, for the services and regions that come to the same. */
export interface CreditOffer {
  assessment: Assessment;
  /** Empty for policies that look at all services together. */
  targets: readonly CreditTarget[];
  /** Whether the period goes on, so that uptime may still change. */
  unfinished: boolean;
}

/** The periods of a policy in which an incident has had impact so far. */
function periodsOf(
  { impactsOfIncident, now }: RecordIndex,
  { id }: Incident,
  policy: CreditPolicy,
): CreditPeriod[] {
  const begun = (impactsOfIncident.get(id) ?? [])
    .map(({ span }) => span)
    .filter(({ from }) => from <= now);
  if (begun.length === 0) return [];
  const from = Math.min(...begun.map((span) => span.from));
  return periodsAbout(policy, {
    from,
    to: Math.min(now, Math.max(...begun.map((span) => span.to))),
  });
}

/** The services and regions that an incident hit, as a policy tells them apart. */
function targetsOf(
  record: RecordIndex,
  { impact }: Incident,
  { scope }: CreditPolicy,
): CreditTarget[] {
  if (scope === 'account') return [{}];
  const services = [...new Set(impact.map(({ service }) => service))];
  if (scope === 'service') return services.map((service) => ({ service }));
  return services.flatMap((service) => {
    const regions = record.service.get(service)?.regions ?? [];
    return regions.length ? regions.map((region) => ({ service, region })) : [{ service }];
  });
}

const sameResult = ({ counted, rate }: Assessment): string =>
  `${counted.uptime.toString()} ${rate.ofFee.toString()} ${counted.doubtful.join()} ${counted.pieces.map(({ from, to, weight }) => `${from} ${to} ${weight.toString()}`).join()}`;

/** Whether an incident is among those that earn something, or may do so once its end is known. */
const mayEarn = ({ counted, rate }: Assessment, { id }: Incident): boolean =>
  counted.doubtful.includes(id) || (rate.ofFee.gt(0) && counted.incidents.includes(id));

function offersIn(
  record: RecordIndex,
  incident: Incident,
  policy: CreditPolicy,
  period: CreditPeriod,
): CreditOffer[] {
  const asked = policyInPeriod(policy, period, record.incidents, record.now);
  const offers = new Map<string, CreditOffer & { targets: CreditTarget[] }>();
  for (const target of targetsOf(record, incident, policy)) {
    const assessment = assess(asked, target);
    if (!assessment || !mayEarn(assessment, incident)) continue;
    const key = sameResult(assessment);
    const known = offers.get(key) ?? {
      assessment,
      targets: [],
      unfinished: period.span.to > record.now,
    };
    known.targets.push(target);
    offers.set(key, known);
  }
  return [...offers.values()];
}

/** What an incident has earned customers so far, policy by policy. Periods in which uptime was high enough are left out. */
export const creditOffers = (record: RecordIndex, incident: Incident): CreditOffer[] =>
  record.policies.flatMap((policy) =>
    periodsOf(record, incident, policy)
      .filter((period) => versionsInForce(record.policies, () => period.first).includes(policy))
      .flatMap((period) => offersIn(record, incident, policy, period)),
  );
