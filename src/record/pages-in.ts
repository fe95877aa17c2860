import { historyPages } from '../domain/history/history-pages.ts';
import { postmortemPages } from '../domain/history/postmortem-pages.ts';
import type { PartialRecord } from '../domain/findings/rule.ts';
import type { Pages } from '../domain/pages.ts';
import { byBeginning } from '../domain/record/record.ts';
import { placeOf } from '../domain/redirect.ts';
import { type Part, isClear } from './checked-file.ts';

/** The files of a record, as far as it depends on them which pages there are. */
interface Parts {
  site: Part;
  credits: Part;
  incidents: readonly Part[];
  postmortems: readonly Part[];
}

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
  parts: Parts,
  files: ReadonlySet<string>,
): Pages {
  const { knownIds, site, credits, postmortems } = record;
  const datesAreClear = [parts.site, ...parts.incidents].every(
    (part) => part.value !== undefined && part.guesses.length === 0,
  );
  const isPublished = parts.postmortems.every(
    (part) => part.value !== undefined && isClear(part, 'status'),
  );
  const noCredits = parts.credits.source.value === undefined && parts.credits.findings.length === 0;
  return {
    incidents: knownIds.incidents,
    postmortems: knownIds.postmortems,
    services: knownIds.services,
    history: datesAreClear ? new Set(historyOf(record as PartialRecord)) : undefined,
    lists: isPublished
      ? postmortemPages(postmortems.filter(({ status }) => status === 'published')).length
      : undefined,
    credits: noCredits
      ? false
      : credits && isClear(parts.credits, 'policies')
        ? credits.policies.length > 0
        : undefined,
    files,
    moved:
      site && isClear(parts.site, 'redirects')
        ? new Set(Object.keys(site.redirects).map(placeOf))
        : undefined,
  };
}
