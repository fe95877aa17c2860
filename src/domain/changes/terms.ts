import type { CreditPolicy } from '../credits/policy/policy.ts';
import { credits as creditsSchema } from '../credits/policy/policy.ts';
import type { EarlierRecord, PartialRecord } from '../findings/rule.ts';
import { described } from '../findings/schema/described.ts';
import { type Site, site as siteSchema } from '../site.ts';
import { type PlainDate, dayOf, isDayBefore } from '../time.ts';
import { type Change, type Item, changesIn } from './change.ts';
import { type Renamed, renamedBy } from './facts.ts';

/** What holds for everybody, and by which the past is measured: a severity, what uptime counts, a version of a credit policy. */
export interface TermsChange {
  file: 'site.yaml' | 'credits.yaml';
  change: Change;
}

/** A severity by its words too, unless all words are in another language. */
const severitiesOf = ({ severities }: Site, isSameLanguage: boolean): Item[] =>
  severities.map(({ name, means, ...promised }) =>
    isSameLanguage ? { name, means, ...promised } : promised,
  );

/** Versions under names of their own, and services under those of today. */
const versionsOf = (policies: readonly CreditPolicy[], renamed: Renamed): Item[] =>
  policies.map(({ id, services, ...policy }) => ({
    ...policy,
    id: `${id} ${policy.effective.from.toString()}`,
    services: services === 'all' ? services : services.map((one) => renamed('services', one)),
  }));

/** Of severities only those that an incident named: by the others nothing has been measured. One that promises more takes nothing back. */
function siteChanges(after: Site, { site: before, incidents }: EarlierRecord): Change[] {
  if (!before) return [];
  const isSameLanguage = before.language === after.language;
  const factsOf = (site: Site): Item => ({
    severities: severitiesOf(site, isSameLanguage),
    uptime_weights: site.uptime_weights,
  });
  const used = new Set(incidents.map((one) => ('severity' in one ? one.severity : undefined)));
  return changesIn(factsOf(before), factsOf(after), described(siteSchema)).filter(
    ({ was, formerPath: [key, index] }) =>
      was !== undefined && (key !== 'severities' || used.has(before.severities[Number(index)]?.id)),
  );
}

/** Whether a version is new, or comes to have an end. What else is added to one takes from what it gives. */
const isAdded = ({ path, was }: Change): boolean =>
  was === undefined && (path.length === 2 || path.slice(2).join('.') === 'effective.until');

/** Of versions only those that were in force by `today`. */
function policyChanges(
  after: readonly CreditPolicy[],
  before: readonly CreditPolicy[],
  { today, renamed }: { today: PlainDate; renamed: Renamed },
): Change[] {
  const asItIs: Renamed = (_, id) => id;
  return changesIn(
    { policies: versionsOf(before, renamed) },
    { policies: versionsOf(after, asItIs) },
    described(creditsSchema),
  ).filter((change) => {
    const policy = before[Number(change.formerPath[1])];
    return !isAdded(change) && policy && !isDayBefore(today, policy.effective.from);
  });
}

/** What is not what it was in the terms by which something has been measured already. */
export function termsChanges(record: PartialRecord, earlier: EarlierRecord): TermsChange[] {
  const { now, site, credits, pages } = record;
  const policies = credits?.policies ?? (pages.credits === false ? [] : undefined);
  const known = {
    today: dayOf(now, site?.time_zone ?? 'UTC'),
    renamed: renamedBy(site?.redirects ?? {}),
  };
  const ofSite = site ? siteChanges(site, earlier) : [];
  const ofCredits =
    policies && earlier.credits ? policyChanges(policies, earlier.credits.policies, known) : [];
  return [
    ...ofSite.map((change) => ({ file: 'site.yaml', change }) as const),
    ...ofCredits.map((change) => ({ file: 'credits.yaml', change }) as const),
  ].filter(
    ({ file, change }) => !change.isSlip && earlier.isClear({ file, path: change.formerPath }),
  );
}
