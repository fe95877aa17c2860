import type { Postmortem } from '../postmortem.ts';
import type { RecordIndex } from '../record/index-record.ts';
import { dayOf, isDayBefore } from '../time.ts';
import { type PublicPromise, promisesIn } from './promise-groups.ts';
import { isAwaited } from './tally.ts';

/** What is still not kept of a postmortem that was published a year ago or earlier; nothing of a younger one. */
export function openAfterAYear(record: RecordIndex, postmortem: Postmortem): PublicPromise[] {
  const { now, site } = record;
  if (postmortem.status !== 'published' || !postmortem.published) return [];
  const yearOld = dayOf(postmortem.published.epochMilliseconds, site.time_zone).add({ years: 1 });
  return isDayBefore(dayOf(now, site.time_zone), yearOld)
    ? []
    : promisesIn(postmortem, record).filter(({ standing }) => isAwaited(standing));
}
