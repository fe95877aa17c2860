import type { Postmortem } from '../postmortem.ts';
import type { RecordIndex } from '../record/index-record.ts';
import { compareDays, dayOf, isDayBefore } from '../time.ts';
import { type Unknown, answerTo } from '../unknowns.ts';

/** A question that somebody is finding out about. */
export interface OpenUnknown {
  postmortem: Postmortem;
  unknown: Extract<Unknown, { by: unknown }>;
  isLate: boolean;
}

/** The questions of published postmortems that are not answered yet, the longest awaited first. */
export function openUnknowns({ postmortems, now, site }: RecordIndex): OpenUnknown[] {
  const today = dayOf(now, site.time_zone);
  return postmortems
    .filter(({ status }) => status === 'published')
    .flatMap((postmortem) =>
      postmortem.unknowns.flatMap((unknown) =>
        'by' in unknown && !answerTo(postmortem, unknown.id)
          ? [{ postmortem, unknown, isLate: isDayBefore(unknown.by, today) }]
          : [],
      ),
    )
    .sort((a, b) => compareDays(a.unknown.by, b.unknown.by));
}
