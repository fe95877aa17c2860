import { historyPages } from '../domain/history/history-pages.ts';
import { postmortemPages } from '../domain/history/postmortem-pages.ts';
import type { PartialRecord } from '../domain/findings/rule.ts';
import type { Pages } from '../domain/pages.ts';
import { causesOf } from '../domain/postmortem.ts';
import { byBeginning } from '../domain/record/record.ts';
import { placeOf } from '../domain/redirect.ts';
import { isClear } from './checked-file.ts';
import type { CheckedFiles } from './checked-files.ts';

/** The pages of the history: a year, a month of it, and a part of that, as far as they have pages of their own. */
function historyOf({ incidents, site, now }: PartialRecord): string[] {
  const pages = historyPages([...incidents].sort(byBeginning), site?.time_zone ?? 'UTC', now);
  return pages.map(({ year, month, part }) =>
    [year, month && String(month.month).padStart(2, '0'), part > 1 ? part : undefined]
      .filter((step) => step !== undefined)
      .join('/'),
  );
}

/** The pages that a site of this record will have. What a mistake makes uncertain is left open, so that links are not blamed for it. */
export function pagesIn(
  record: Omit<PartialRecord, 'pages'>,
  checked: CheckedFiles,
  files: ReadonlySet<string>,
): Pages {
  const { knownIds, site, credits, postmortems } = record;
  const datesAreClear = [checked.site, ...checked.incidents.values()].every(
    ({ value, guesses }) => value !== undefined && guesses.length === 0,
  );
  const isPublished = [...checked.postmortems.values()].every(
    (file) => file.value !== undefined && isClear(file, 'status'),
  );
  const published = postmortems.filter(({ status }) => status === 'published');
  const noCredits =
    checked.credits.source.value === undefined && checked.credits.findings.length === 0;
  return {
    incidents: knownIds.incidents,
    postmortems: knownIds.postmortems,
    services: knownIds.services,
    history: datesAreClear ? new Set(historyOf(record as PartialRecord)) : undefined,
    lists: isPublished ? postmortemPages(published).length : undefined,
    causes: isPublished ? new Set(published.flatMap(causesOf)) : undefined,
    credits: noCredits
      ? false
      : credits && isClear(checked.credits, 'policies')
        ? credits.policies.length > 0
        : undefined,
    files,
    moved:
      site && isClear(checked.site, 'redirects')
        ? new Set(Object.keys(site.redirects).map(placeOf))
        : undefined,
  };
}
