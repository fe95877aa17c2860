import type { RecordIndex } from '../../domain/record/index-record.ts';
import { type TimelineEvent, isByDay } from '../../domain/status/timeline.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';
import { withCapital } from '../../strings/sentence.ts';
import { byStatus } from './names.ts';

/** What happened, in a sentence; updates speak for themselves. */
export function eventText(
  event: Exclude<TimelineEvent, { type: 'update' }>,
  record: RecordIndex,
  { timeline, statusWithin }: Strings,
  format: Format,
): string {
  if (event.type === 'announced' || event.type === 'ran_over' || event.type === 'silence_ended')
    return timeline[event.type];
  if (event.type === 'detected') return timeline.detected[event.by];
  const what = byStatus(record, event.impacts)
    .map(({ status, services }) => timeline.of(statusWithin[status], format.list(services)))
    .join(timeline.and);
  if (isByDay(event)) return withCapital(timeline.beganOnDay(what));
  return withCapital(event.type === 'impact_began' ? timeline.began(what) : timeline.ended(what));
}
