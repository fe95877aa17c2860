import { type Exclusion, exclusionsOf } from '../../../credits/downtime/maintenance.ts';
import { periodWith } from '../../../credits/policy/period.ts';
import type { CreditPolicy } from '../../../credits/policy/policy.ts';
import { versionsInForce } from '../../../credits/policy/version.ts';
import {
  type CreditWindow,
  creditWindows,
  takesOffMaintenance,
} from '../../../credits/downtime/windows.ts';
import type { Incident } from '../../../incident.ts';
import { type Interval, clip, dayOf, isEmpty, totalLength, union } from '../../../time.ts';
import type { Place } from '../../finding.ts';
import {
  type PartialRecord,
  type RuleFinding,
  type RecordRule,
  incidentFile,
  edits,
} from '../../rule.ts';

type Choice = 'window' | 'its_own_impact';

/** The policy as if it said what it leaves open. */
const choosing = (policy: CreditPolicy, by: Choice): CreditPolicy => ({
  ...policy,
  exclude: { ...policy.exclude, maintenance: { ...policy.exclude.maintenance, by } },
});

/** What an incident would take out, in the periods that the policy governs. */
function* takenOut(
  policy: CreditPolicy,
  by: Choice,
  incident: Incident,
  { now, credits }: PartialRecord,
): Generator<Exclusion> {
  const governs = ({ from }: Interval): boolean =>
    versionsInForce(
      credits?.policies ?? [],
      ({ period }) => periodWith(period, dayOf(from, period.zone)).first,
    ).includes(policy);
  for (const exclusion of exclusionsOf(choosing(policy, by), incident, now))
    if (exclusion.standing === 'excluded' && governs(exclusion.time)) yield exclusion;
}

const isAbout = ({ services }: CreditPolicy, service: string | undefined): boolean =>
  service === undefined || services === 'all' || services.includes(service);

/** Whether a window of downtime lies in part in a time that is taken out for its service, and for its regions as the policy looks at them. */
function meets({ scope }: CreditPolicy, exclusion: Exclusion, window: CreditWindow): boolean {
  const { service, regions, time } = exclusion;
  const inThem = (region: string): boolean => !!regions?.includes(region);
  return (
    (service === undefined || service === window.service) &&
    !isEmpty(clip(window.doubt ?? window.span, time)) &&
    (!regions ||
      (scope === 'service_and_region'
        ? !window.regions || window.regions.some(inThem)
        : !!window.regions?.every(inThem)))
  );
}

/** The maintenance for which it makes a difference what the policy does not say, with the incident that makes it: itself, or another one. */
function* differences(
  policy: CreditPolicy,
  record: PartialRecord,
): Generator<{ maintenance: Incident; by: Incident }> {
  const down = record.incidents.map((incident) => ({
    incident,
    windows: creditWindows(policy, incident, record.now).filter(({ service }) =>
      isAbout(policy, service),
    ),
  }));
  for (const maintenance of record.incidents) {
    const [byWindow, byImpact] = (['window', 'its_own_impact'] as const).map((by) =>
      [...takenOut(policy, by, maintenance, record)].filter(({ service }) =>
        isAbout(policy, service),
      ),
    ) as [Exclusion[], Exclusion[]];
    const length = (exclusions: readonly Exclusion[]): number =>
      totalLength(union(exclusions.map(({ time }) => time)));
    if (takesOffMaintenance(policy) && length(byWindow) !== length(byImpact))
      yield { maintenance, by: maintenance };
    for (const { incident, windows } of down) {
      const differs = windows.some((window) =>
        byWindow.some((exclusion) => meets(policy, exclusion, window)),
      );
      if (incident !== maintenance && differs) yield { maintenance, by: incident };
    }
  }
}

const timesOf = (incident: Incident): Place[] => [
  ...(incident.kind === 'maintenance'
    ? [{ file: incidentFile(incident), path: ['scheduled'] }]
    : []),
  { file: incidentFile(incident), path: ['impact'] },
];

const file = 'credits.yaml';
const outage = `kind: incident
title: The API answered with errors
severity: major
impact:
  - { service: api, status: major_outage, from: 2026-02-03T02:30:00Z, to: 2026-02-03T02:55:00Z }
updates:
  - { at: 2026-02-03T02:55:00Z, status: resolved, text: Over. }
`;

export const creditMaintenanceUnsaid: RecordRule = {
  code: 'credit-maintenance-unsaid',
  level: 'warning',
  serves: 'right',
  because:
    'Some agreements take out all that happens inside a maintenance window, others only what the maintenance itself does there. It makes no difference until something else fails inside a window, or the work takes less than the window and is taken off the period. Then it is about money, and a policy should say which it is.',
  fires: [
    ...edits('incidents/api-down.yaml', { 'an outage inside a maintenance window': outage }),
    ...edits(file, {
      'work that took less than its window, taken off the period': [
        '    exclude: { maintenance: {} }',
        '    denominator: period_minus_maintenance\n    exclude: { maintenance: {} }',
      ],
    }),
  ],
  passes: [
    ...edits('incidents/api-down.yaml', {
      'an outage outside of the window': outage
        .replace('02:30:00Z', '03:00:00Z')
        .replaceAll('02:55:00Z', '03:25:00Z'),
    }),
    ...edits('incidents/webhooks-down.yaml', {
      'an outage of another service': outage.replace('service: api', 'service: webhooks'),
    }),
    ...edits(file, {
      'a policy that says it': [
        '    exclude: { maintenance: {} }',
        '    denominator: period_minus_maintenance\n    exclude: { maintenance: { by: window } }',
      ],
    }),
  ],
  *check(record: PartialRecord): Generator<RuleFinding> {
    for (const [index, policy] of (record.credits?.policies ?? []).entries()) {
      const { maintenance: excluded } = policy.exclude;
      if (!excluded || excluded.by !== undefined) continue;
      const [first] = differences(policy, record);
      if (!first) continue;
      const { maintenance, by } = first;
      yield {
        place: { file, path: ['policies', index, 'exclude', 'maintenance'] },
        restsOn: [maintenance, by].flatMap(timesOf),
        what:
          by === maintenance
            ? `The window of ${by.id} is longer than its impact, and the policy does not say which of the two it takes off.`
            : `${by.id} had downtime inside the window of ${maintenance.id}, and the policy does not say whether that counts.`,
        expected:
          '`by: window`, as it counts now, if nothing counts that happens inside the window; `by: its_own_impact`, if only the work itself does not',
        write: 'by: its_own_impact',
      };
    }
  },
};
