import { type Assessment, assessDowntime } from '../money/assessment.ts';
import type { TargetDowntime } from '../downtime/downtime.ts';
import type { PolicyInPeriod } from '../downtime/policy-in-period.ts';
import { type Interval, clip, isEmpty, union } from '../../time.ts';

/** Whether only what happened in the covered time matters to a policy, and not how long that time was. */
const looksAtEventsOnly = ({ policy }: PolicyInPeriod): boolean =>
  policy.denominator.startsWith('period') && !policy.base.prorated;

/** All times in which the edge of what is covered makes a difference, in order. */
const eventsOf = ({ stretches, down, unexcluded }: TargetDowntime): Interval[] =>
  union([
    ...stretches.flat(),
    ...down.flatMap(({ doubt }) => doubt ?? []),
    ...unexcluded.map(({ time }) => time),
  ]);

/** The longest time that has the same events in it as `covered`, each whole or cut at the same moment. */
function widened(covered: Interval, events: readonly Interval[]): Interval {
  const before = events.findLast(({ from }) => from < covered.from);
  const after = events.find(({ to }) => to > covered.to);
  return {
    from: before && before.to > covered.from ? covered.from : (before?.to ?? -Infinity),
    to: after && after.from < covered.to ? covered.to : (after?.from ?? Infinity),
  };
}

/** There are fewer, unless the covered times of many rows begin or end inside outages. */
const mostShared = 2_000;

/** Assesses rows under policies. Rows that cover different times with the same events share an assessment. */
export function sharedAssessments(): (
  asked: PolicyInPeriod,
  downtime: TargetDowntime,
  covered: Interval,
) => Assessment | undefined {
  const events = new WeakMap<TargetDowntime, Interval[]>();
  let known = new Map<TargetDowntime, Map<string, Assessment | undefined>>();
  let count = 0;
  return (asked, downtime, covered) => {
    if (!looksAtEventsOnly(asked)) return assessDowntime(asked, downtime, covered);
    if (isEmpty(clip(covered, asked.period.span))) return undefined;
    const own = events.get(downtime) ?? eventsOf(downtime);
    events.set(downtime, own);
    const { from, to } = widened(covered, own);
    const key = `${from} ${to}`;
    const ofTarget = known.get(downtime) ?? new Map<string, Assessment | undefined>();
    if (ofTarget.has(key)) return ofTarget.get(key);
    if (++count % mostShared === 0) known = new Map();
    const made = assessDowntime(asked, downtime, { from, to });
    known.set(downtime, ofTarget.set(key, made));
    return made;
  };
}
