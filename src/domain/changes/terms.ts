import type { CreditPolicy } from '../credits/policy/policy.ts';
import { credits as creditsSchema } from '../credits/policy/policy.ts';
import type { EarlierRecord, PartialRecord } from '../findings/rule.ts';
import { described } from '../findings/schema/described.ts';
import { type Site, site as siteSchema } from '../site.ts';
import { dayOf, isDayBefore } from '../time.ts';
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

function siteChanges(before: Site, after: Site): Change[] {
  const isSameLanguage = before.language === after.language;
  const factsOf = (site: Site): Item => ({
    severities: severitiesOf(site, isSameLanguage),
    uptime_weights: site.uptime_weights,
  });
  return changesIn(factsOf(before), factsOf(after), described(siteSchema));
}

/** Whether a version is new, or comes to have an end. What else is added to one takes from what it gives. */
const isAdded = ({ path, was }: Change): boolean =>
  was === undefined && (path.length === 2 || path.slice(2).join('.') === 'effective.until');

/** What is not what it was in the terms by which something has been measured already. A severity that promises more takes nothing back. */
export function termsChanges(record: PartialRecord, earlier: EarlierRecord): TermsChange[] {
  const { now, site, credits, pages } = record;
  const used = new Set(
    earlier.incidents.map((one) => ('severity' in one ? one.severity : undefined)),
  );
  const ofSite = site && earlier.site ? siteChanges(earlier.site, site) : [];
  const today = dayOf(now, site?.time_zone ?? 'UTC');
  const policies = credits?.policies ?? (pages.credits === false ? [] : undefined);
  const ofCredits =
    policies && earlier.credits
      ? changesIn(
          {
            policies: versionsOf(earlier.credits.policies, renamedBy(site?.redirects ?? {})),
          },
          { policies: versionsOf(policies, (_, id) => id) },
          described(creditsSchema),
        )
      : [];
  const at = (change: Change): number => Number(change.formerPath[1]);
  return [
    ...ofSite
      .filter(
        (change) =>
          change.was !== undefined &&
          (change.path[0] !== 'severities' || used.has(earlier.site?.severities[at(change)]?.id)),
      )
      .map((change) => ({ file: 'site.yaml', change }) as const),
    ...ofCredits
      .filter((change) => {
        if (isAdded(change)) return false;
        const policy = earlier.credits?.policies[at(change)];
        return policy && !isDayBefore(today, policy.effective.from);
      })
      .map((change) => ({ file: 'credits.yaml', change }) as const),
  ].filter(
    ({ file, change }) => !change.isSlip && earlier.isClear({ file, path: change.formerPath }),
  );
}
